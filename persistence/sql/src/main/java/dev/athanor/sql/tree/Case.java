// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The first of several values whose condition holds. */
public final class Case extends Expression {
    private static final long KIND = Hash.of(Case.class);

    private final List<Expression> conditions;
    private final List<Expression> results;
    private final Optional<Expression> otherwise;

    public Case(List<Expression> conditions, List<Expression> results, Optional<Expression> otherwise) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, conditions), results), otherwise));
        this.conditions = List.copyOf(conditions);
        this.results = List.copyOf(results);
        this.otherwise = otherwise;
    }

    /** The conditions, in their order. */
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
    boolean sameParts(Node other) {
        Case that = (Case) other;
        return same(conditions, that.conditions) && same(results, that.results) && same(otherwise, that.otherwise);
    }

    @Override
    public void forEachBind(Consumer<Bind> consumer) {
        conditions.forEach(node -> node.forEachBind(consumer));
        results.forEach(node -> node.forEachBind(consumer));
        otherwise.ifPresent(node -> node.forEachBind(consumer));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
