// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The databases that those of tests are copied from, one for each schema. Thread-safe. */
final class Templates implements AutoCloseable {
    private final TestServer server;
    private final Map<Recipe, TestDatabase> made = new HashMap<>();

    private Templates(TestServer server) {
        this.server = server;
    }

    static Templates start() {
        return new Templates(TestServer.start());
    }

    static Templates on(TestServer server) {
        return new Templates(server);
    }

    TestDatabase copy(Recipe recipe) throws SQLException {
        return recipe.isEmpty() ? server.newDatabase() : server.copyOf(template(recipe));
    }

    private synchronized TestDatabase template(Recipe recipe) throws SQLException {
        TestDatabase known = made.get(recipe);
        if (known == null) {
            known = server.newDatabase();
            recipe.follow(known);
            made.put(recipe, known);
        }
        return known;
    }

    @Override
    public synchronized void close() throws SQLException, IOException {
        try {
            for (TestDatabase template : made.values()) {
                template.close();
            }
        } finally {
            server.close();
        }
    }
}
