// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;

/**
 * A column of a table.
 *
 * @param <T> the Java type of its values
 */
public interface Column<T> {
    /** Its name in the table. */
    default String name() {
        return ((ColumnReference) expression().node()).name();
    }

    /** Its value in a row. */
    Expr<T> expression();
}
