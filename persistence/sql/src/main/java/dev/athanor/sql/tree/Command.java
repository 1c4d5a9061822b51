// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;

/** A whole statement: a query, or a change. */
public abstract sealed class Command extends Node permits Combination, Deletion, Insertion, Modification, Selection {
    private final List<CommonTable> with;

    Command(long structure, List<CommonTable> with) {
        super(Hash.mix(structure, with));
        this.with = List.copyOf(with);
    }

    /** Tables that are declared although the statement may not use them. */
    public final List<CommonTable> with() {
        return with;
    }

    @Override
    final boolean sameParts(Node other, Comparison comparison) {
        return comparison.same(with, ((Command) other).with) && sameClauses((Command) other, comparison);
    }

    /** Compares with a statement of the same class. */
    abstract boolean sameClauses(Command other, Comparison comparison);

    /** Calls the visitor's method for this node. */
    public abstract <R> R accept(CommandVisitor<R> visitor);
}
