// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/** What has a value. */
public abstract sealed class Expression extends Node
        permits Bind, Call, Case, Cast, ColumnReference, Constant, Labelled, Operation, Subquery {
    Expression(long structure) {
        super(structure);
    }

    /** Calls the visitor's method for this node. */
    public abstract <R> R accept(ExpressionVisitor<R> visitor);
}
