// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.eclipse.persistence.sessions.server.ServerSession;

/** What a persistence unit remembers of its database, which must not outlive that. */
public final class DatabaseMemory {
    private DatabaseMemory() {}

    /**
     * Forgets the shared cache, and the keys taken from sequences: EclipseLink hands out the rest of those it took
     * before, which another database gives again. {@code SessionsOfTest} would notice.
     */
    public static void forget(EntityManagerFactory factory) {
        factory.getCache().evictAll();
        try (EntityManager entities = factory.createEntityManager()) {
            entities.unwrap(ServerSession.class).getSequencingControl().initializePreallocated();
        }
    }
}
