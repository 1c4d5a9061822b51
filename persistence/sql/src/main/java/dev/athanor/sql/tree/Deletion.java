// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A delete. */
public final class Deletion extends Command {
    private static final long KIND = Hash.of(Deletion.class);

    private final Parts parts;

    /** One of these parts, with tables declared although nothing here uses them. */
    public Deletion(List<CommonTable> with, Parts parts) {
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
        hash = Hash.mix(hash, parts.using);
        hash = Hash.mix(hash, parts.where);
        hash = Hash.mix(hash, parts.returning);
        return hash;
    }

    @Override
    boolean sameClauses(Command other, Comparison comparison) {
        Parts that = ((Deletion) other).parts;
        return comparison.same(parts.target, that.target)
                && comparison.same(parts.using, that.using)
                && comparison.same(parts.where, that.where)
                && comparison.same(parts.returning, that.returning);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Deletion(
                mapper.all(with()),
                new Parts(
                        mapper.map(parts.target),
                        mapper.all(parts.using),
                        mapper.maybe(parts.where),
                        mapper.all(parts.returning)));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(parts.using, consumer);
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
     * @param using other sources
     * @param where what rows are deleted
     * @param returning what each row gives
     */
    public record Parts(
            TableSource target, List<Source> using, Optional<Expression> where, List<Expression> returning) {
        /** Keeps copies. */
        public Parts {
            using = List.copyOf(using);
            returning = List.copyOf(returning);
        }
    }
}
