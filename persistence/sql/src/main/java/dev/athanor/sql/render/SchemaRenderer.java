// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Template;

/** Writes an expression as a table's definition has it: columns without their table, and no places for values. */
public final class SchemaRenderer extends PostgreSqlRenderer {
    /** The text of an expression of columns of one table. */
    public String text(Source table, Expression expression) {
        declare(table);
        bare(() -> expression.accept(this));
        return out.toString();
    }

    /** No driver reads it before the database does. */
    @Override
    protected String symbol(Operator operator) {
        return single(super.symbol(operator));
    }

    @Override
    public Output visit(Template template) {
        return super.visit(new Template(
                template.pieces().stream().map(SchemaRenderer::single).toList(), template.holes()));
    }

    private static String single(String text) {
        return text.replace("??", "?");
    }
}
