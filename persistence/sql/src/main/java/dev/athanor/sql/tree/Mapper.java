// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a tree of another, by changing some of its nodes. What was one source stays one. For one use by one thread.
 *
 * <pre>{@code
 * Command without = new Mapper() {
 *     @Override
 *     protected Node change(Node node) {
 *         return node instanceof Bind bind ? bind.withoutValue() : super.change(node);
 *     }
 * }.map(command);
 * }</pre>
 */
public class Mapper {
    @SuppressWarnings(
            "IdentityHashMapUsage") // a node is compared by its place here, which is quicker than by its parts
    private final Map<Source, Node> sources = new IdentityHashMap<>();

    /**
     * What takes the place of a node: of the same family, and the same node with its parts mapped if not overridden.
     */
    protected Node change(Node node) {
        return node.mapped(this);
    }

    /** What takes the place of a node. */
    @SuppressWarnings("unchecked") // a node changes to one of its family
    public final <N extends Node> N map(N node) {
        if (!(node instanceof Source source)) {
            return (N) change(node);
        }
        Node known = sources.get(source);
        if (known == null) {
            known = change(node);
            sources.put(source, known);
        }
        return (N) known;
    }

    final <N extends Node> List<N> all(List<N> nodes) {
        List<N> mapped = new ArrayList<>(nodes.size());
        for (N node : nodes) {
            mapped.add(map(node));
        }
        return mapped;
    }

    final <N extends Node> Optional<N> maybe(Optional<N> node) {
        return node.isPresent() ? Optional.of(map(node.get())) : node;
    }

    final List<List<Expression>> rows(List<List<Expression>> rows) {
        List<List<Expression>> mapped = new ArrayList<>(rows.size());
        for (List<Expression> row : rows) {
            mapped.add(all(row));
        }
        return mapped;
    }
}
