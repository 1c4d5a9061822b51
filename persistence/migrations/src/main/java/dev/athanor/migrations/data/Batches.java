// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Does work in batches, each in a transaction of its own, with the place that was reached: exactly once for each, even
 * if the server dies in between.
 *
 * <pre>{@code
 * batches.ofKeys("author", "id", (connection, keys) -> {
 *     try (Statement update = connection.createStatement()) {
 *         update.executeUpdate("update author set letters = length(name) where " + keys.condition());
 *     }
 * });
 * }</pre>
 *
 * <p>A batch that met a deadlock is done again. For the thread that migrates.
 */
public interface Batches {
    /**
     * The rows of a table in the order of a column, of so many rows at a time as the change set says. The column is
     * best a key: it needs an index, and rows without a value are not met. Rows that are inserted meanwhile before the
     * place that was reached are not met either.
     *
     * @param table the table, with its schema if it needs one, in quotes if it needs them
     * @param key the column
     * @param work what to do for each range; it does not commit
     */
    void ofKeys(String table, String key, RangeWork work) throws SQLException;

    /**
     * The same work again and again, until it has nothing left to do.
     *
     * @param work what to do; it does not commit
     */
    void untilNothingIsLeft(BatchWork work) throws SQLException;

    /** How many rows a batch is to have. */
    int size();

    /** Work on rows with keys of a range. */
    @FunctionalInterface
    interface RangeWork {
        /** Does it. */
        void accept(Connection connection, KeyRange keys) throws SQLException;
    }

    /** Work on some rows that need it. */
    @FunctionalInterface
    interface BatchWork {
        /** Does it, and says for how many rows; for none if nothing is left to do. */
        long accept(Connection connection) throws SQLException;
    }
}
