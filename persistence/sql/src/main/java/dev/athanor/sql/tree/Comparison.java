// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two trees. What many columns refer to is compared once, or nested queries would be compared again
 * and again.
 */
final class Comparison {
    private @Nullable Map<Node, Node> equal;

    boolean same(Node one, Node other) {
        if (one == other) {
            return true;
        }
        if (one.structure() != other.structure() || one.getClass() != other.getClass()) {
            return false;
        }
        return isShared(one) ? sameOnce(one, other) : one.sameParts(other, this);
    }

    /** Whether many nodes may refer to it, and it may be large. */
    private static boolean isShared(Node node) {
        boolean large = node instanceof Source && !(node instanceof TableSource);
        return large || node instanceof CommonTable;
    }

    @SuppressWarnings("IdentityHashMapUsage") // the very nodes are meant
    private boolean sameOnce(Node one, Node other) {
        Map<Node, Node> known = equal;
        if (known == null) {
            known = new IdentityHashMap<>();
            equal = known;
        }
        if (known.get(one) == other) {
            return true;
        }
        boolean same = one.sameParts(other, this);
        if (same) {
            known.put(one, other);
        }
        return same;
    }

    boolean same(Optional<? extends Node> one, Optional<? extends Node> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || same(one.get(), other.get()));
    }

    boolean same(List<? extends Node> ones, List<? extends Node> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!same(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean sameRows(List<? extends List<? extends Node>> ones, List<? extends List<? extends Node>> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!same(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
