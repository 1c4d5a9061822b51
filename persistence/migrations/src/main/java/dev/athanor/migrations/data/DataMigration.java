// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import java.sql.SQLException;

/**
 * Changes rows, any number of them, batch by batch. A change set of the type {@code athanorData} names the class, which
 * has a constructor without parameters.
 *
 * <pre>{@code
 * public final class Letters implements DataMigration {
 *     public void forward(Batches batches) throws SQLException {
 *         batches.ofKeys("author", "id", (connection, keys) -> { … });
 *     }
 * }
 * }</pre>
 *
 * <p>Each batch is a transaction of its own, with the place that was reached: after a failure, or if the server dies,
 * the next run goes on from there. Used by one thread.
 */
public interface DataMigration {
    /** Does it. What is outside of batches is done again when it goes on after a failure. */
    void forward(Batches batches) throws SQLException;
}
