// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.SQLException;

/** What a test is given; closed at its end. */
final class Given implements AutoCloseable {
    private final TestDatabase database;
    private final Statements statements;
    private final End end;

    private Given(TestDatabase database, Statements statements, End end) {
        this.database = database;
        this.statements = statements;
        this.end = end;
    }

    /** A database that ends with what it is given to. */
    static Given of(TestDatabase database) {
        return new Given(database, Statements.of(database.dataSource()), database::close);
    }

    /** A database that goes on, and one connection to it that does not. */
    static Given rolledBack(TestDatabase database) throws SQLException {
        RolledBack connection = RolledBack.on(database.dataSource());
        return new Given(database, Statements.of(connection.dataSource()), connection::close);
    }

    TestDatabase database() {
        return database;
    }

    Statements statements() {
        return statements;
    }

    @Override
    public void close() throws SQLException {
        end.close();
    }

    /** What ends with it. */
    @FunctionalInterface
    private interface End {
        void close() throws SQLException;
    }
}
