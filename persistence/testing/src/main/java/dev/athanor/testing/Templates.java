// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * The databases that those of tests are copied from, one for each schema. Who needs a second copy will need more: the
 * next is made, and the last one dropped, while a test runs. Thread-safe.
 */
final class Templates implements AutoCloseable {
    private final TestServer server;
    private final Background background = new Background();
    private final Map<Recipe, TestDatabase> made = new HashMap<>();
    private final Set<Recipe> copied = new HashSet<>();
    private final Map<Recipe, Future<TestDatabase>> spares = new HashMap<>();
    private final List<Future<?>> drops = new ArrayList<>();

    private Templates(TestServer server) {
        this.server = server;
    }

    static Templates start() {
        return new Templates(TestServer.start());
    }

    static Templates on(TestServer server) {
        return new Templates(server);
    }

    synchronized TestDatabase copy(Recipe recipe) throws SQLException {
        Future<TestDatabase> spare = spares.remove(recipe);
        TestDatabase copy = spare == null ? newCopy(recipe) : Background.result(spare);
        if (!copied.add(recipe)) {
            TestDatabase template = template(recipe);
            spares.put(recipe, background.start(() -> server.copyOf(template).connected()));
        }
        return copy.endedBy(this::drop);
    }

    private TestDatabase newCopy(Recipe recipe) throws SQLException {
        return server.copyOf(template(recipe));
    }

    private TestDatabase template(Recipe recipe) throws SQLException {
        TestDatabase known = made.get(recipe);
        if (known == null) {
            known = server.newDatabase();
            recipe.follow(known);
            known.disconnect();
            made.put(recipe, known);
        }
        return known;
    }

    private synchronized void drop(TestDatabase database) {
        drops.add(background.start(() -> {
            database.close();
            return database;
        }));
    }

    @Override
    public synchronized void close() throws SQLException, IOException {
        background.close();
        try {
            for (Future<?> drop : drops) {
                Background.result(drop);
            }
            for (Future<TestDatabase> spare : spares.values()) {
                Background.result(spare).close();
            }
            for (TestDatabase template : made.values()) {
                template.close();
            }
        } finally {
            server.close();
        }
    }
}
