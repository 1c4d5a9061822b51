// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of tests: as its schema says at their start, dropped at their end, with any session still connected.
 * Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
    private final String url;
    private final PGSimpleDataSource source;
    private final Connections connections;
    private final End end;

    private TestDatabase(String url, PGSimpleDataSource source, Connections connections, End end) {
        this.url = url;
        this.source = source;
        this.connections = connections;
        this.end = end;
    }

    private static TestDatabase of(String url, PGSimpleDataSource source, End end) {
        return new TestDatabase(url, source, new Connections(source), end);
    }

    /** One of a server's, which drops it. */
    static TestDatabase of(TestServer server, String name) {
        String url = server.url(name);
        return of(url, server.dataSource(url), () -> server.drop(name));
    }

    /** One that is there already, and stays. */
    static TestDatabase emptied(String address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        TestDatabase database = of(address.replaceFirst("\\?.*", ""), source, () -> {});
        database.execute("drop owned by current_user cascade");
        return database;
    }

    /** The same one, whose end something else brings about. */
    TestDatabase endedBy(Consumer<TestDatabase> other) {
        return new TestDatabase(url, source, connections, () -> other.accept(this));
    }

    /** Has a connection at hand. */
    TestDatabase connected() throws SQLException {
        connections.dataSource().getConnection().close();
        return this;
    }

    /** Has none any more, as a template must not. */
    void disconnect() {
        connections.close();
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

    /**
     * A source of connections, as many as are asked for. One that is closed is given to the next who asks, and is then
     * as a new one.
     */
    public DataSource dataSource() {
        return connections.dataSource();
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
        connections.end();
        end.run();
    }

    /** What becomes of it. */
    @FunctionalInterface
    private interface End {
        void run() throws SQLException;
    }
}
