// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/**
 * Distinguishes expressions. No method has a default, so that whoever renders or rewrites hears of a new node.
 *
 * @param <R> what a visit gives
 */
public interface ExpressionVisitor<R> {
    R visit(Bind bind);

    R visit(Call call);

    R visit(Case expression);

    R visit(Cast cast);

    R visit(ColumnReference column);

    R visit(Constant constant);

    R visit(Grouping grouping);

    R visit(Identifier identifier);

    R visit(Immutable immutable);

    R visit(Labelled labelled);

    R visit(Operation operation);

    R visit(Ordinal ordinal);

    R visit(Over over);

    R visit(Quantified quantified);

    R visit(Subquery subquery);

    R visit(Template template);

    R visit(Through through);
}
