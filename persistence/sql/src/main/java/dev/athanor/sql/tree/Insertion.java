// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An insert. */
public final class Insertion extends Command {
    private static final long KIND = Hash.of(Insertion.class);

    private final Parts parts;

    /** One of these parts, with tables declared although nothing here uses them. */
    public Insertion(List<CommonTable> with, Parts parts) {
        super(structure(parts), with);
        this.parts = parts;
    }

    /** The clauses. */
    public Parts parts() {
        return parts;
    }

    private static long structure(Parts parts) {
        long hash = KIND;
        hash = Hash.mix(hash, parts.target);
        hash = Hash.mix(hash, parts.columns.hashCode());
        hash = Hash.mix(hash, Hash.ofRows(parts.rows));
        hash = Hash.mix(hash, parts.query);
        hash = Hash.mix(hash, parts.overriding ? 1 : 0);
        hash = Hash.mix(hash, parts.conflict);
        hash = Hash.mix(hash, parts.returning);
        return hash;
    }

    @Override
    boolean sameClauses(Command other, Comparison comparison) {
        Parts that = ((Insertion) other).parts;
        return comparison.same(parts.target, that.target)
                && parts.columns.equals(that.columns)
                && comparison.sameRows(parts.rows, that.rows)
                && comparison.same(parts.query, that.query)
                && parts.overriding == that.overriding
                && comparison.same(parts.conflict, that.conflict)
                && comparison.same(parts.returning, that.returning);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Insertion(
                mapper.all(with()),
                new Parts(
                        mapper.map(parts.target),
                        parts.columns,
                        mapper.rows(parts.rows),
                        mapper.maybe(parts.query),
                        parts.overriding,
                        mapper.maybe(parts.conflict),
                        mapper.all(parts.returning)));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        parts.rows.forEach(row -> give(row, consumer));
        give(parts.query, consumer);
        give(parts.conflict, consumer);
        give(parts.returning, consumer);
    }

    @Override
    public <R> R accept(CommandVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * The clauses.
     *
     * @param target the table
     * @param columns the columns that get values; none if all get their defaults
     * @param rows the values of each row
     * @param query the query whose rows are inserted, instead
     * @param overriding whether values take the place of generated ones
     * @param conflict what is done about rows that are there already
     * @param returning what each row gives
     */
    public record Parts(
            TableSource target,
            List<String> columns,
            List<List<Expression>> rows,
            Optional<Command> query,
            boolean overriding,
            Optional<Conflict> conflict,
            List<Expression> returning) {
        /** Keeps copies. */
        public Parts {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            returning = List.copyOf(returning);
        }
    }
}
