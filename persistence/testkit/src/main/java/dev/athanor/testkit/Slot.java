// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.type.SqlType;
import java.util.Objects;

/**
 * A column of a temporary table.
 *
 * @param table the table
 * @param column its name there
 */
record Slot(TemporaryTable table, String column) {
    /** How its values travel. */
    SqlType<?> type() {
        return Objects.requireNonNull(table.columns().get(column), column).type();
    }
}
