// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A column of arrays.
 *
 * @param <E> the Java type of the elements
 */
public final class ArrayColumn<E> extends ArrayExpr<E> implements Column<List<E>> {
    ArrayColumn(ColumnReference node, SqlType<List<E>> type, Type<E, ? extends Expr<E>> element) {
        super(node, type, element);
    }

    @Override
    public ArrayExpr<E> expression() {
        return this;
    }
}
