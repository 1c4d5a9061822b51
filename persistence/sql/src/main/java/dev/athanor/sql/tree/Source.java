// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/** What rows come from. */
public abstract sealed class Source extends Node
        permits CommonTableSource, DerivedSource, FunctionSource, TableSource, ValuesSource {
    Source(long structure) {
        super(structure);
    }

    /** The name by which the statement refers to it. */
    public abstract String alias();

    /** Calls the visitor's method for this node. */
    public abstract <R> R accept(SourceVisitor<R> visitor);
}
