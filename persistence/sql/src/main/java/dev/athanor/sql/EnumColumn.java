// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of constants of an enumeration.
 *
 * @param <E> its Java type
 */
public final class EnumColumn<E extends Enum<E>> extends EnumExpr<E> implements Column<E> {
    EnumColumn(ColumnReference node, SqlType<E> type) {
        super(node, type);
    }

    @Override
    public EnumExpr<E> expression() {
        return this;
    }
}
