// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A database of tests: as its schema says at their start, dropped at their end, with any session still connected.
 * Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final String name;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** Its address for JDBC, without user and password. */
    public String url() {
        return server.url(name);
    }

    /** The user that owns everything in it. */
    public String user() {
        return server.user();
    }

    /** The password of {@link #user()}; an embedded server trusts local connections and does not look at it. */
    public String password() {
        return server.password();
    }

    /** A source of new connections, not pooled. */
    public DataSource dataSource() {
        return server.dataSource(url());
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
        server.drop(this);
    }
}
