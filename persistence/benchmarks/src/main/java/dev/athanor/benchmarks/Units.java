// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;

/** The persistence units of the peers. */
final class Units {
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private Units() {}

    static SessionFactory hibernate() {
        HIBERNATE.setLevel(Level.OFF);
        return unit("hibernate").unwrap(SessionFactory.class);
    }

    static EntityManagerFactory eclipseLink() {
        return unit("eclipselink");
    }

    /** Woven, for its own queries and for sessions. */
    static EntityManagerFactory woven() {
        return Persistence.createEntityManagerFactory(
                "woven",
                Map.of(
                        "eclipselink.persistencexml",
                        "META-INF/woven.xml",
                        "jakarta.persistence.jdbc.url",
                        Library.url(),
                        "jakarta.persistence.jdbc.user",
                        Library.USER,
                        "eclipselink.connection-pool.default.min",
                        "1",
                        "eclipselink.connection-pool.default.max",
                        "1"));
    }

    /** The same entities, for Hibernate. */
    static EntityManagerFactory plain() {
        HIBERNATE.setLevel(Level.OFF);
        return Persistence.createEntityManagerFactory(
                "plain",
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        Library.url(),
                        "jakarta.persistence.jdbc.user",
                        Library.USER,
                        "hibernate.connection.pool_size",
                        "1"));
    }

    private static EntityManagerFactory unit(String name) {
        return Persistence.createEntityManagerFactory(
                name, Map.of("jakarta.persistence.nonJtaDataSource", Library.dataSource()));
    }
}
