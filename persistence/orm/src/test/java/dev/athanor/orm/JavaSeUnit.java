// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;

/** The press's unit without a server, on another database for each test. */
final class JavaSeUnit implements PressUnit {
    private final RecordedDatabase database = new RecordedDatabase();
    private final EntityManagerFactory factory = factory("shared", database);

    static EntityManagerFactory factory(String name, RecordedDatabase database) {
        return factory(name, database, Map.of());
    }

    static EntityManagerFactory factory(String name, RecordedDatabase database, Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        properties.put("eclipselink.session-name", name);
        return Persistence.createEntityManagerFactory("press", properties);
    }

    @Override
    public EntityManagerFactory factory() {
        return factory;
    }

    @Override
    public RecordedDatabase database() {
        return database;
    }

    @Override
    public void use(TestDatabase fresh) {
        database.use(fresh.dataSource());
    }
}
