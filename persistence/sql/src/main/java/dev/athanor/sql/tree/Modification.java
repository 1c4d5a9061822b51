// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An update. */
public final class Modification extends Command {
    private static final long KIND = Hash.of(Modification.class);

    private final Parts parts;

    /** One of these parts, with tables declared although nothing here uses them. */
    public Modification(List<CommonTable> with, Parts parts) {
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
        hash = Hash.mix(hash, parts.assignments);
        hash = Hash.mix(hash, parts.from);
        hash = Hash.mix(hash, parts.where);
        hash = Hash.mix(hash, parts.returning);
        return hash;
    }

    @Override
    boolean sameClauses(Command other, Comparison comparison) {
        Parts that = ((Modification) other).parts;
        return comparison.same(parts.target, that.target)
                && comparison.same(parts.assignments, that.assignments)
                && comparison.same(parts.from, that.from)
                && comparison.same(parts.where, that.where)
                && comparison.same(parts.returning, that.returning);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Modification(
                mapper.all(with()),
                new Parts(
                        mapper.map(parts.target),
                        mapper.all(parts.assignments),
                        mapper.all(parts.from),
                        mapper.maybe(parts.where),
                        mapper.all(parts.returning)));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(parts.assignments, consumer);
        give(parts.from, consumer);
        give(parts.where, consumer);
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
     * @param assignments the new values
     * @param from other sources
     * @param where what rows are changed
     * @param returning what each row gives
     */
    public record Parts(
            TableSource target,
            List<Assignment> assignments,
            List<Source> from,
            Optional<Expression> where,
            List<Expression> returning) {
        /** Keeps copies. */
        public Parts {
            assignments = List.copyOf(assignments);
            from = List.copyOf(from);
            returning = List.copyOf(returning);
        }
    }
}
