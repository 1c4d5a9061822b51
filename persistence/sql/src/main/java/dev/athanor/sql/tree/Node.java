// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A part of a statement. Immutable and thread-safe. */
public abstract sealed class Node
        permits Assignment, Command, CommonTable, Conflict, Expression, Frame, Join, Ordering, Source, Window {
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
        return new Comparison().same(this, other);
    }

    /** Compares with a node of the same class. */
    abstract boolean sameParts(Node other, Comparison comparison);

    /** Gives the nodes this one is written with, in the order of the text. */
    public abstract void forEachPart(Consumer<? super Node> consumer);

    /** The same of other parts. */
    abstract Node mapped(Mapper mapper);

    static void give(List<? extends Node> parts, Consumer<? super Node> consumer) {
        for (int i = 0; i < parts.size(); i++) {
            consumer.accept(parts.get(i));
        }
    }

    static void give(Optional<? extends Node> part, Consumer<? super Node> consumer) {
        if (part.isPresent()) {
            consumer.accept(part.get());
        }
    }
}
