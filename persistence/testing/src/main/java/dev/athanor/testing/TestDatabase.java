// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of tests: as its schema says at their start, dropped at their end, with any session still connected.
 * Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
    private final String url;
    private final PGSimpleDataSource source;
    private final End end;

    private TestDatabase(String url, PGSimpleDataSource source, End end) {
        this.url = url;
        this.source = source;
        this.end = end;
    }

    /** One of a server's, which drops it. */
    static TestDatabase of(TestServer server, String name) {
        String url = server.url(name);
        return new TestDatabase(url, server.dataSource(url), () -> server.drop(name));
    }

    /** One that is there already, and stays. */
    static TestDatabase emptied(String address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        TestDatabase database = new TestDatabase(address.replaceFirst("\\?.*", ""), source, () -> {});
        database.execute("drop owned by current_user cascade");
        return database;
    }

    /** The database's name. */
    public String name() {
        return Objects.requireNonNull(source.getDatabaseName());
    }

    /** Its address for JDBC, without user and password. */
    public String url() {
        return url;
    }

    /** The user that owns everything in it. */
    public String user() {
        return Objects.requireNonNull(source.getUser());
    }

    /** The password of {@link #user()}; an embedded server trusts local connections and does not look at it. */
    public String password() {
        return Objects.requireNonNullElse(source.getPassword(), "");
    }

    /** A source of new connections, not pooled. */
    public DataSource dataSource() {
        return source;
    }

    /** Runs statements separated by semicolons. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        end.run();
    }

    /** What becomes of it. */
    @FunctionalInterface
    private interface End {
        void run() throws SQLException;
    }
}
