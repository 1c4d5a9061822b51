// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.function.Supplier;

/**
 * Lets a part of a transaction be undone. By statements: the connections of containers refuse JDBC's methods in
 * transactions that are theirs. A name in use is one more savepoint, which hides the other.
 */
final class Savepoint {
    private static final String NAME = "athanor_bulk";

    private Savepoint() {}

    /** Does something; if it throws, the database is as it was before. */
    static <T> T around(UnitConnection connection, Supplier<T> work) {
        connection.run("savepoint " + NAME);
        T result;
        try {
            result = SessionContext.of(connection.unit()).undoingFailures(work);
        } catch (RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
        connection.run("release savepoint " + NAME);
        return result;
    }

    private static void undo(UnitConnection connection, Throwable reason) {
        try {
            connection.run("rollback to savepoint " + NAME);
            connection.run("release savepoint " + NAME);
        } catch (RuntimeException e) {
            RollbackOnly.mark(connection.unit().getParent(), connection.unit());
            reason.addSuppressed(e);
        }
    }
}
