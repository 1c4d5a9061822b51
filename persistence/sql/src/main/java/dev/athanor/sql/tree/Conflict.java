// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an insert does about rows that are there already. */
public final class Conflict extends Node {
    private static final long KIND = Hash.of(Conflict.class);

    private final List<Expression> target;
    private final Optional<Expression> indexed;
    private final Optional<String> constraint;
    private final List<Assignment> assignments;
    private final Optional<Expression> where;

    /** One of these parts. */
    public Conflict(
            List<Expression> target,
            Optional<Expression> indexed,
            Optional<String> constraint,
            List<Assignment> assignments,
            Optional<Expression> where) {
        super(Hash.mix(
                Hash.mix(Hash.mix(Hash.mix(Hash.mix(KIND, target), indexed), constraint.hashCode()), assignments),
                where));
        this.target = List.copyOf(target);
        this.indexed = indexed;
        this.constraint = constraint;
        this.assignments = List.copyOf(assignments);
        this.where = where;
    }

    /** The columns or expressions of a unique index; none for any. */
    public List<Expression> target() {
        return target;
    }

    /** The rows a partial index holds. */
    public Optional<Expression> indexed() {
        return indexed;
    }

    /** The name of a constraint, instead. */
    public Optional<String> constraint() {
        return constraint;
    }

    /** What is changed in the row that is there; none if it is left alone. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Which of these rows are changed. */
    public Optional<Expression> where() {
        return where;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Conflict that = (Conflict) other;
        return comparison.same(target, that.target)
                && comparison.same(indexed, that.indexed)
                && constraint.equals(that.constraint)
                && comparison.same(assignments, that.assignments)
                && comparison.same(where, that.where);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Conflict(
                mapper.all(target), mapper.maybe(indexed), constraint, mapper.all(assignments), mapper.maybe(where));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(target, consumer);
        give(indexed, consumer);
        give(assignments, consumer);
        give(where, consumer);
    }
}
