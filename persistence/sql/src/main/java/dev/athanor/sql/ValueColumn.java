// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of values that have no order.
 *
 * @param <T> the Java type of its values
 */
public final class ValueColumn<T> extends Expr<T> implements Column<T> {
    private final String name;

    ValueColumn(ColumnReference node, SqlType<T> type) {
        super(node, type);
        this.name = node.name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Expr<T> expression() {
        return this;
    }

    @Override
    ValueColumn<T> at(ColumnReference reference) {
        return new ValueColumn<>(reference, type());
    }
}
