// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/** A column of texts. */
public final class TextColumn extends TextExpr implements Column<String> {
    TextColumn(ColumnReference node, SqlType<String> type) {
        super(node, type);
    }

    @Override
    public TextExpr expression() {
        return this;
    }
}
