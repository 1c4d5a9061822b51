// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.SqlType;

/**
 * A date, a time, or both.
 *
 * @param <T> its Java type
 */
public class TemporalExpr<T> extends OrderedExpr<T> {
    TemporalExpr(Expression node, SqlType<T> type) {
        super(node, type);
    }

    @Override
    public TemporalExpr<T> as(String label) {
        return new TemporalExpr<>(labelled(label), type());
    }

    @Override
    TemporalExpr<T> at(ColumnReference reference) {
        return new TemporalExpr<>(reference, type());
    }
}
