// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import java.sql.SQLException;

/**
 * Changes rows, and can take it back.
 *
 * <pre>{@code
 * public void backward(Batches batches) throws SQLException {
 *     batches.ofKeys("author", "id", (connection, keys) -> { … });
 * }
 * }</pre>
 *
 * <p>Used by one thread.
 */
public interface ReversibleDataMigration extends DataMigration {
    /** Takes it back, in batches as well. */
    void backward(Batches batches) throws SQLException;
}
