// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;

/** A column that is true or false, and so a condition by itself. */
public final class BooleanColumn extends Condition implements Column<Boolean> {
    BooleanColumn(ColumnReference node) {
        super(node);
    }

    @Override
    public Condition expression() {
        return this;
    }
}
