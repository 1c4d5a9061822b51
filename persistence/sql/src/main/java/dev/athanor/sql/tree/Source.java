// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/** What rows come from. */
public abstract sealed class Source extends Node
        permits CommonTableSource, DerivedSource, FunctionSource, JoinedSource, PartSource, TableSource, ValuesSource {
    Source(long structure) {
        super(structure);
    }

    /** The name by which the statement refers to it. */
    public abstract String alias();

    /** What a statement names to have this: itself, or the source it is a part of. */
    public final Source declared() {
        return this instanceof PartSource part ? part.whole() : this;
    }

    /** Calls the visitor's method for this node. */
    public abstract <R> R accept(SourceVisitor<R> visitor);
}
