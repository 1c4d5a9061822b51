// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

/**
 * A moment of a transaction that it can go back to. By statements: the connections of containers refuse JDBC's methods
 * in transactions that are theirs. For one use by one thread.
 */
final class Savepoint {
    private final UnitConnection connection;
    private final String name;

    private Savepoint(UnitConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** This one, at a depth that no other has that is open. */
    static Savepoint set(UnitConnection connection, int depth) {
        Savepoint savepoint = new Savepoint(connection, "athanor_" + depth);
        connection.run("savepoint " + savepoint.name);
        return savepoint;
    }

    /** What was done since then stays. */
    void release() {
        connection.run("release savepoint " + name);
    }

    /** Nothing was done since then. */
    void rollback() {
        connection.run("rollback to savepoint " + name);
        release();
    }
}
