// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** Several queries' rows as one query's. */
public final class Combination extends Command {
    private static final long KIND = Hash.of(Combination.class);

    private final Parts parts;

    /** One of these parts, with tables declared although nothing here uses them. */
    public Combination(List<CommonTable> with, Parts parts) {
        super(structure(parts), with);
        this.parts = parts;
    }

    /** The clauses. */
    public Parts parts() {
        return parts;
    }

    private static long structure(Parts parts) {
        long hash = KIND;
        hash = Hash.mix(hash, parts.kind);
        hash = Hash.mix(hash, parts.all ? 1 : 0);
        hash = Hash.mix(hash, parts.sides);
        hash = parts.tail.mix(hash);
        return hash;
    }

    @Override
    boolean sameClauses(Command other, Comparison comparison) {
        Parts that = ((Combination) other).parts;
        return parts.kind == that.kind
                && parts.all == that.all
                && comparison.same(parts.sides, that.sides)
                && parts.tail.same(that.tail, comparison);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Combination(
                mapper.all(with()),
                new Parts(parts.kind, parts.all, mapper.all(parts.sides), parts.tail.mapped(mapper)));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(parts.sides, consumer);
        parts.tail.forEachPart(consumer);
    }

    @Override
    public <R> R accept(CommandVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** How rows are combined. */
    public enum Kind {
        UNION,
        INTERSECT,
        EXCEPT
    }

    /**
     * The clauses.
     *
     * @param kind how the rows are combined
     * @param all whether equal rows are kept
     * @param sides the queries
     * @param tail the order of the whole, and which rows of it
     */
    public record Parts(Kind kind, boolean all, List<Command> sides, Tail tail) {
        /** Keeps copies. */
        public Parts {
            sides = List.copyOf(sides);
        }
    }
}
