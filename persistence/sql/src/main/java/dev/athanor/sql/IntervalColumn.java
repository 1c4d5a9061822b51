// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of spans of time.
 *
 * @param <T> its Java type
 */
public final class IntervalColumn<T> extends IntervalExpr<T> implements Column<T> {
    IntervalColumn(ColumnReference node, SqlType<T> type) {
        super(node, type);
    }

    @Override
    public IntervalExpr<T> expression() {
        return this;
    }
}
