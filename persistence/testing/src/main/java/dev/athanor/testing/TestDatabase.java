// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one test: empty at its start, dropped at its end, with any session still connected. Thread-safe. */
public final class TestDatabase implements AutoCloseable {
    private final PGSimpleDataSource source;
    private final End end;

    private TestDatabase(PGSimpleDataSource source, End end) {
        this.source = source;
        this.end = end;
    }

    static TestDatabase create(TestServer server, String name) throws SQLException {
        server.execute("create database " + name + " strategy file_copy");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + server.port() + "/" + name);
        source.setUser(TestServer.SUPERUSER);
        source.setPassword(TestServer.SUPERUSER);
        return new TestDatabase(source, () -> server.execute("drop database if exists " + name + " with (force)"));
    }

    /** One that is there already, and stays. */
    static TestDatabase emptied(String address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        TestDatabase database = new TestDatabase(source, () -> {});
        database.execute("drop owned by current_user cascade");
        return database;
    }

    /** The database's name. */
    public String name() {
        return Objects.requireNonNull(source.getDatabaseName());
    }

    /** Its address for JDBC, without user and password. */
    public String url() {
        return "jdbc:postgresql://localhost:" + source.getPortNumbers()[0] + "/" + name();
    }

    /** The user that owns everything in it. */
    public String user() {
        return Objects.requireNonNull(source.getUser());
    }

    /** The password of {@link #user()}. */
    public String password() {
        return Objects.requireNonNull(source.getPassword());
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
    private interface End {
        void run() throws SQLException;
    }
}
