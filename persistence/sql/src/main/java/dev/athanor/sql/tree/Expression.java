// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/** What has a value. */
public abstract sealed class Expression extends Node
        permits Bind,
                Call,
                Case,
                Cast,
                ColumnReference,
                Constant,
                Grouping,
                Identifier,
                Immutable,
                Labelled,
                Operation,
                Ordinal,
                Over,
                Quantified,
                Subquery,
                Template,
                Through {
    Expression(long structure) {
        super(structure);
    }

    /** This, without the name it is selected under. */
    public final Expression unlabelled() {
        return this instanceof Labelled labelled ? labelled.expression() : this;
    }

    /** Calls the visitor's method for this node. */
    public abstract <R> R accept(ExpressionVisitor<R> visitor);
}
