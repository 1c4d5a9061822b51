// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A part of a statement. Immutable and thread-safe. */
public abstract sealed class Node permits Expression, Join, Ordering, Query, Source {
    private final long structure;

    Node(long structure) {
        this.structure = structure;
    }

    /** A hash of the structure; see the package. */
    public final long structure() {
        return structure;
    }

    /** Whether another node has the same structure: verified part by part, never by the hash alone. */
    public final boolean sameStructure(Node other) {
        return this == other || (structure == other.structure && getClass() == other.getClass() && sameParts(other));
    }

    /** Compares with a node of the same class. */
    abstract boolean sameParts(Node other);

    /** Gives the binds below this node, in the order in which the text has them. */
    public abstract void forEachBind(Consumer<Bind> consumer);

    static boolean same(Optional<? extends Node> one, Optional<? extends Node> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().sameStructure(other.get()));
    }

    static boolean same(List<? extends Node> ones, List<? extends Node> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!ones.get(i).sameStructure(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
