// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.PostgreSqlRenderer;
import dev.athanor.sql.render.Rendered;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Mapper;
import dev.athanor.sql.tree.Node;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What was rendered, by structure, which is compared part by part on every hit. Bounded: there are two generations, and
 * when the young one is full it becomes the old one, whose unused half is gone with the next change. Thread-safe.
 */
public final class StatementCache {
    private static final int GENERATION = 1_000;
    /** Statements with more are inserts of many rows, large and hardly twice the same. */
    private static final int MOST_VALUES = 1_000;

    private static final StatementCache SHARED = new StatementCache(GENERATION);

    private final int capacity;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private volatile ConcurrentMap<Key, Rendered> young = new ConcurrentHashMap<>();
    private volatile ConcurrentMap<Key, Rendered> old = new ConcurrentHashMap<>();

    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    /** The cache of this class loader's statements: of what depends on nothing but a statement's structure. */
    public static StatementCache shared() {
        return SHARED;
    }

    Rendered rendered(Command command) {
        Key key = new Key(command);
        Rendered found = young.get(key);
        if (found != null) {
            hits.increment();
            return found;
        }
        Rendered kept = old.get(key);
        if (kept == null) {
            misses.increment();
            kept = new PostgreSqlRenderer().render(command);
        } else {
            hits.increment();
        }
        if (kept.values() <= MOST_VALUES) {
            keep(new Key(Values.without(command)), kept);
        }
        return kept;
    }

    private void keep(Key key, Rendered rendered) {
        if (young.size() >= capacity) {
            synchronized (this) {
                if (young.size() >= capacity) {
                    old = young;
                    young = new ConcurrentHashMap<>();
                }
            }
        }
        young.put(key, rendered);
    }

    /** How often a statement's text was there already. */
    public long hits() {
        return hits.sum();
    }

    /** How often a statement had to be rendered. */
    public long misses() {
        return misses.sum();
    }

    /** How many statements are kept. */
    public int size() {
        return young.size() + old.size();
    }

    /** Forgets values, so that what callers bind is not kept for as long as the text is. */
    private static final class Values extends Mapper {
        static Command without(Command command) {
            return new Values().map(command);
        }

        @Override
        protected Node change(Node node) {
            return node instanceof Bind bind ? bind.withoutValue() : super.change(node);
        }
    }

    /** A statement by its structure. */
    private static final class Key {
        private final Command command;

        Key(Command command) {
            this.command = command;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && command.sameStructure(key.command);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(command.structure());
        }
    }
}
