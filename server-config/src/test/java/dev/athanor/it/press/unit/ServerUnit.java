// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press.unit;

import dev.athanor.orm.PressUnit;
import dev.athanor.orm.RecordedDatabase;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;

/** The press's unit as the server deploys it: on its pool, in its transactions, woven when its classes are loaded. */
public final class ServerUnit implements PressUnit {
    private static final RecordedDatabase DATABASE = new RecordedDatabase();

    @Override
    public EntityManagerFactory factory() {
        try {
            return InitialContext.doLookup("java:comp/env/persistence/press");
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RecordedDatabase database() {
        return DATABASE;
    }

    /** It is the database that the server's pool leads to. */
    @Override
    public void use(TestDatabase fresh) {}

    /** Puts the record between EclipseLink and the server's data source. */
    public static final class Recording implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            JNDIConnector connector = (JNDIConnector) session.getLogin().getConnector();
            DATABASE.use(dataSource(connector));
            session.getLogin().setConnector(new JNDIConnector(DATABASE.dataSource()));
        }

        private static DataSource dataSource(JNDIConnector connector) {
            return connector.getDataSource();
        }
    }
}
