// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Type;

/** A row that a filter is about, wherever a statement has it. */
public interface FilteredRow {
    /** What the statement calls the table of the row. */
    String alias();

    /** The column of an attribute; an error if the entity has none of that name. */
    <T, X extends Expr<T>> X attribute(String name, Type<T, X> type);
}
