// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Connections of a persistence unit's that take part in no transaction of its. Relies on logins giving those of their
 * data source; OutboxListeningTest would notice.
 */
public final class OwnConnections {
    private OwnConnections() {}

    /** A new one, to be closed. */
    public static Connection open(EntityManagerFactory factory) {
        try (EntityManager entities = factory.createEntityManager()) {
            ServerSession server = Attachment.server(entities);
            return Failures.translated(() -> (Connection) server.getLogin().connectToDatasource(null, server));
        }
    }
}
