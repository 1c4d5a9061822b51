// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The first of several values whose condition holds, or whose value is the operand's. */
public final class Case extends Expression {
    private static final long KIND = Hash.of(Case.class);

    private final Optional<Expression> operand;
    private final List<Expression> conditions;
    private final List<Expression> results;
    private final Optional<Expression> otherwise;

    /** One of these parts. */
    public Case(
            Optional<Expression> operand,
            List<Expression> conditions,
            List<Expression> results,
            Optional<Expression> otherwise) {
        super(Hash.mix(Hash.mix(Hash.mix(Hash.mix(KIND, operand), conditions), results), otherwise));
        this.operand = operand;
        this.conditions = List.copyOf(conditions);
        this.results = List.copyOf(results);
        this.otherwise = otherwise;
    }

    /** What is compared, if anything is. */
    public Optional<Expression> operand() {
        return operand;
    }

    /** The conditions, or the values to compare with, in their order. */
    public List<Expression> conditions() {
        return conditions;
    }

    /** A value for each condition. */
    public List<Expression> results() {
        return results;
    }

    /** The value if none holds; null if there is none. */
    public Optional<Expression> otherwise() {
        return otherwise;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Case that = (Case) other;
        return comparison.same(operand, that.operand)
                && comparison.same(conditions, that.conditions)
                && comparison.same(results, that.results)
                && comparison.same(otherwise, that.otherwise);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Case(mapper.maybe(operand), mapper.all(conditions), mapper.all(results), mapper.maybe(otherwise));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(operand, consumer);
        for (int i = 0; i < conditions.size(); i++) {
            consumer.accept(conditions.get(i));
            consumer.accept(results.get(i));
        }
        give(otherwise, consumer);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
