// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What a schema is made of; equal ones are made once. Immutable.
 *
 * @param scripts scripts of SQL on the class path
 * @param changelog a changelog of Liquibase's, or nothing
 * @param schema a class that makes it, or the interface for none
 */
record Recipe(List<String> scripts, String changelog, Class<? extends Schema> schema) {
    static Recipe of(PostgresTest test) {
        return new Recipe(List.of(test.scripts()), test.changelog(), test.schema());
    }

    boolean isEmpty() {
        return scripts.isEmpty() && changelog.isEmpty() && schema == Schema.class;
    }

    void follow(TestDatabase database) throws SQLException {
        for (String script : scripts) {
            database.execute(text(script));
        }
        if (!changelog.isEmpty()) {
            Changelog.apply(changelog, database);
        }
        if (schema != Schema.class) {
            ReflectionSupport.newInstance(schema).create(database);
        }
    }

    private static String text(String script) {
        String name = script.startsWith("/") ? script.substring(1) : script;
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new TestDatabaseException("the script " + script + " is not on the class path of the tests");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TestDatabaseException("the script " + script + " cannot be read", e);
        }
    }
}
