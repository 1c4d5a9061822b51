// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * A column of a table.
 *
 * @param <T> the Java type of its values
 */
public interface Column<T> {
    /** Its name in the table. */
    String name();

    /** Its value in a row. */
    Expr<T> expression();
}
