// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock on the rows a query reads, which lasts until the transaction ends. Immutable and thread-safe.
 *
 * <pre>{@code select(job.id).orderBy(job.id.asc()).limit(1).lock(forUpdate().skipLocked())}</pre>
 */
public final class Lock {
    private final Tail.Lock node;

    private Lock(Tail.Lock node) {
        this.node = node;
    }

    static Lock of(Tail.Strength strength) {
        return new Lock(new Tail.Lock(strength, List.of(), Tail.Waiting.WAIT));
    }

    /** Only the rows of these tables. */
    public Lock of(Relation... relations) {
        List<String> aliases = new ArrayList<>();
        for (Relation relation : relations) {
            aliases.add(relation.source().alias());
        }
        return new Lock(new Tail.Lock(node.strength(), aliases, node.waiting()));
    }

    /** As if rows were not there that others have locked. */
    public Lock skipLocked() {
        return new Lock(new Tail.Lock(node.strength(), node.of(), Tail.Waiting.SKIP_LOCKED));
    }

    /** With an error instead of waiting for others. */
    public Lock noWait() {
        return new Lock(new Tail.Lock(node.strength(), node.of(), Tail.Waiting.NO_WAIT));
    }

    Tail.Lock node() {
        return node;
    }
}
