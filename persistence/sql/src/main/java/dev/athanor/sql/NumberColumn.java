// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of numbers.
 *
 * @param <N> its Java type
 */
public final class NumberColumn<N extends Number> extends NumberExpr<N> implements Column<N> {
    NumberColumn(ColumnReference node, SqlType<N> type) {
        super(node, type);
    }

    @Override
    public NumberExpr<N> expression() {
        return this;
    }
}
