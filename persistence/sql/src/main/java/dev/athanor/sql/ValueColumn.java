// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of values of any type.
 *
 * @param <T> its Java type
 */
public final class ValueColumn<T> extends ValueExpr<T> implements Column<T> {
    ValueColumn(ColumnReference node, SqlType<T> type) {
        super(node, type);
    }

    @Override
    public ValueExpr<T> expression() {
        return this;
    }
}
