// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A select. */
public final class Selection extends Command {
    private static final long KIND = Hash.of(Selection.class);

    private final Parts parts;

    /** One of these parts, with tables declared although nothing here uses them. */
    public Selection(List<CommonTable> with, Parts parts) {
        super(structure(parts), with);
        this.parts = parts;
    }

    /** One that gives a value of those rows of a source that meet a condition, if there is one. */
    public static Selection of(Expression value, Source source, Optional<Expression> where) {
        return new Selection(
                List.of(),
                new Parts(
                        false,
                        List.of(),
                        List.of(value),
                        List.of(source),
                        List.of(),
                        where,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Tail.NONE));
    }

    /** The clauses. */
    public Parts parts() {
        return parts;
    }

    private static long structure(Parts parts) {
        long hash = KIND;
        hash = Hash.mix(hash, parts.distinct ? 1 : 0);
        hash = Hash.mix(hash, parts.distinctOn);
        hash = Hash.mix(hash, parts.selected);
        hash = Hash.mix(hash, parts.from);
        hash = Hash.mix(hash, parts.joins);
        hash = Hash.mix(hash, parts.where);
        hash = Hash.mix(hash, parts.groupBy);
        hash = Hash.mix(hash, parts.having);
        hash = Hash.mix(hash, parts.windows);
        hash = parts.tail.mix(hash);
        return hash;
    }

    @Override
    boolean sameClauses(Command other, Comparison comparison) {
        Parts that = ((Selection) other).parts;
        return parts.distinct == that.distinct
                && comparison.same(parts.distinctOn, that.distinctOn)
                && comparison.same(parts.selected, that.selected)
                && comparison.same(parts.from, that.from)
                && comparison.same(parts.joins, that.joins)
                && comparison.same(parts.where, that.where)
                && comparison.same(parts.groupBy, that.groupBy)
                && comparison.same(parts.having, that.having)
                && comparison.same(parts.windows, that.windows)
                && parts.tail.same(that.tail, comparison);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Selection(
                mapper.all(with()),
                new Parts(
                        parts.distinct,
                        mapper.all(parts.distinctOn),
                        mapper.all(parts.selected),
                        mapper.all(parts.from),
                        mapper.all(parts.joins),
                        mapper.maybe(parts.where),
                        mapper.all(parts.groupBy),
                        mapper.maybe(parts.having),
                        mapper.all(parts.windows),
                        parts.tail.mapped(mapper)));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(parts.distinctOn, consumer);
        give(parts.selected, consumer);
        give(parts.from, consumer);
        give(parts.joins, consumer);
        give(parts.where, consumer);
        give(parts.groupBy, consumer);
        give(parts.having, consumer);
        give(parts.windows, consumer);
        parts.tail.forEachPart(consumer);
    }

    @Override
    public <R> R accept(CommandVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * The clauses.
     *
     * @param distinct whether equal rows are given once
     * @param distinctOn what the first row of each group of equal ones is given by
     * @param selected what each row gives
     * @param from the sources, not counting those joined
     * @param joins what is joined to them, in order
     * @param where what rows to look at
     * @param groupBy what makes a group
     * @param having what groups to give
     * @param windows the windows that have a name
     * @param tail the order, and which rows of it
     */
    public record Parts(
            boolean distinct,
            List<Expression> distinctOn,
            List<Expression> selected,
            List<Source> from,
            List<Join> joins,
            Optional<Expression> where,
            List<Expression> groupBy,
            Optional<Expression> having,
            List<Window> windows,
            Tail tail) {
        /** Keeps copies. */
        public Parts {
            distinctOn = List.copyOf(distinctOn);
            selected = List.copyOf(selected);
            from = List.copyOf(from);
            joins = List.copyOf(joins);
            groupBy = List.copyOf(groupBy);
            windows = List.copyOf(windows);
        }

        /** The same clauses, but for what each row gives and in what order. */
        public Parts selecting(List<Expression> values, Tail ending) {
            return new Parts(distinct, distinctOn, values, from, joins, where, groupBy, having, windows, ending);
        }
    }
}
