// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL that all tests of a JVM share; it ends with the JVM. Fast rather than durable. */
final class TestServer {
    static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    private static TestServer start() {
        try {
            return new TestServer(EmbeddedPostgres.builder()
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("the PostgreSQL for tests did not start", e);
        }
    }

    TestDatabase newDatabase() throws SQLException {
        return TestDatabase.create(this, "test_" + databases.incrementAndGet());
    }

    int port() {
        return postgres.getPort();
    }

    /** Runs one statement in the maintenance database; no transaction, as creating a database wants it. */
    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Started when the first test asks for it. */
    private static final class Shared {
        static final TestServer SERVER = start();
    }
}
