// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press.unit;

import dev.athanor.orm.PressUnit;
import dev.athanor.orm.RecordedDatabase;
import dev.athanor.orm.testing.DeployedUnits;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** The press's unit as the server deploys it: on its pool, in its transactions, woven when its classes are loaded. */
public final class ServerUnit implements PressUnit, DeployedUnits {
    private static final RecordedDatabase DATABASE = new RecordedDatabase();
    private static final AtomicReference<EntityManagerFactory> FACTORY = new AtomicReference<>();

    /** Takes the factory, which only modules of the application can be given. */
    public static void deployed(EntityManagerFactory factory) {
        FACTORY.set(factory);
    }

    @Override
    public EntityManagerFactory factory() {
        return Objects.requireNonNull(FACTORY.get(), "the application has not started");
    }

    @Override
    public EntityManagerFactory factory(String unit) {
        return factory();
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
