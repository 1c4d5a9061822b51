// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of dates or times.
 *
 * @param <T> its Java type
 */
public final class TemporalColumn<T> extends TemporalExpr<T> implements Column<T> {
    TemporalColumn(ColumnReference node, SqlType<T> type) {
        super(node, type);
    }

    @Override
    public TemporalExpr<T> expression() {
        return this;
    }
}
