// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one test: empty at its start, dropped at its end, with any session still connected. Thread-safe. */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final String name;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestDatabase create(TestServer server, String name) throws SQLException {
        server.execute("create database " + name + " strategy file_copy");
        return new TestDatabase(server, name);
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** Its address for JDBC, without user and password. */
    public String url() {
        return "jdbc:postgresql://localhost:" + server.port() + "/" + name;
    }

    /** The user that owns everything in it. */
    public String user() {
        return TestServer.SUPERUSER;
    }

    /** The password of {@link #user()}; the server trusts local connections and does not look at it. */
    public String password() {
        return TestServer.SUPERUSER;
    }

    /** A source of new connections, not pooled. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /** Runs statements separated by semicolons. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        server.execute("drop database if exists " + name + " with (force)");
    }
}
