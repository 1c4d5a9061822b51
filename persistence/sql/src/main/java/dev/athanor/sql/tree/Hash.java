// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;

/** Mixes structural hashes of 64 bits, well enough that two structures hardly ever share one. */
final class Hash {
    private Hash() {}

    static long of(Class<?> type) {
        return mix(0x9E3779B97F4A7C15L, type.getName().hashCode());
    }

    static long mix(long hash, long value) {
        long mixed = hash ^ (value + 0x9E3779B97F4A7C15L + (hash << 6) + (hash >>> 2));
        mixed *= 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 31);
    }

    static long ofRows(List<? extends List<? extends Node>> rows) {
        long mixed = rows.size();
        for (List<? extends Node> row : rows) {
            mixed = mix(mixed, row);
        }
        return mixed;
    }

    static long mix(long hash, Enum<?> constant) {
        return mix(hash, constant.name().hashCode());
    }

    static long mix(long hash, Node node) {
        return mix(hash, node.structure());
    }

    static long mix(long hash, Optional<? extends Node> node) {
        return mix(hash, node.isPresent() ? node.get().structure() : 0);
    }

    static long mix(long hash, List<? extends Node> nodes) {
        long mixed = mix(hash, nodes.size());
        for (Node node : nodes) {
            mixed = mix(mixed, node.structure());
        }
        return mixed;
    }
}
