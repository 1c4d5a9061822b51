// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.type.SqlType;

/** A column of texts. */
public final class TextColumn extends TextExpr implements Column<String> {
    private final String name;

    TextColumn(ColumnReference node, SqlType<String> type) {
        super(node, type);
        this.name = node.name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TextExpr expression() {
        return this;
    }
}
