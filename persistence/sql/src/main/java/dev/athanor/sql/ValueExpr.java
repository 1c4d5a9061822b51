// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.SqlType;

/**
 * A value of which no more is known than that it can be compared: a UUID, bytes, a type of one's own.
 *
 * @param <T> its Java type
 */
public class ValueExpr<T> extends OrderedExpr<T> implements OrderedKind<ValueExpr<T>> {
    ValueExpr(Expression node, SqlType<T> type) {
        super(node, type);
    }

    @Override
    public final ValueExpr<T> kindred(Expression node) {
        return new ValueExpr<>(node, type());
    }
}
