// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/**
 * A column of JSON.
 *
 * @param <T> its Java type
 */
public final class JsonColumn<T> extends JsonExpr<T> implements Column<T> {
    JsonColumn(ColumnReference node, SqlType<T> type) {
        super(node, type);
    }

    @Override
    public JsonExpr<T> expression() {
        return this;
    }
}
