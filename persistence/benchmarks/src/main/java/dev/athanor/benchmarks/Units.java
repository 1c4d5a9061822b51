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

    private static EntityManagerFactory unit(String name) {
        return Persistence.createEntityManagerFactory(
                name, Map.of("jakarta.persistence.nonJtaDataSource", Library.dataSource()));
    }
}
