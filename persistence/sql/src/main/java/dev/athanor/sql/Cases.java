// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first of several values whose condition holds. Immutable and thread-safe.
 *
 * <pre>{@code
 * when(b.pages.lt(100), inline("short")).when(b.pages.lt(400), inline("usual")).otherwise(inline("long"))
 * caseOf(o.status).when(Status.OPEN, inline(1)).otherwise(inline(0))
 * caseOf(o.status).when(constant(o.status, Status.OPEN), inline(1)).otherwise(inline(0))
 * }</pre>
 *
 * @param <X> the kind of value
 */
public final class Cases<X> {
    private final Kind<X> kind;
    private final Optional<Expression> operand;
    private final List<Expression> conditions;
    private final List<Expression> results;

    private Cases(Kind<X> kind, Optional<Expression> operand, List<Expression> conditions, List<Expression> results) {
        this.kind = kind;
        this.operand = operand;
        this.conditions = conditions;
        this.results = results;
    }

    static <X> Cases<X> of(Optional<Expression> operand, Expression condition, Kind<X> result) {
        return new Cases<>(
                result, operand, List.of(condition), List.of(result.node().unlabelled()));
    }

    /** One more value where a condition holds and none of those before. */
    public Cases<X> when(Condition condition, Kind<X> result) {
        if (operand.isPresent()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "this case compares a value; begin with when(…) to ask conditions");
        }
        return and(condition.node(), result);
    }

    /** This value where none of the conditions holds. */
    public X otherwise(Kind<X> result) {
        Expression node = result.node().unlabelled();
        boolean goesOn = operand.isEmpty()
                && node instanceof Case further
                && further.operand().isEmpty();
        return kind.kindred(
                goesOn ? continued((Case) node) : new Case(operand, conditions, results, Optional.of(node)));
    }

    /** A case that begins where another ends is one with it. */
    private Case continued(Case further) {
        List<Expression> allConditions = new ArrayList<>(conditions);
        allConditions.addAll(further.conditions());
        List<Expression> allResults = new ArrayList<>(results);
        allResults.addAll(further.results());
        return new Case(Optional.empty(), allConditions, allResults, further.otherwise());
    }

    /** Null where none of the conditions holds. */
    public X otherwiseNull() {
        return kind.kindred(new Case(operand, conditions, results, Optional.empty()));
    }

    private Cases<X> and(Expression condition, Kind<X> result) {
        return new Cases<>(
                kind,
                operand,
                Clauses.plus(conditions, condition.unlabelled()),
                Clauses.plus(results, result.node().unlabelled()));
    }

    /**
     * A value that is to be compared with others.
     *
     * @param <T> its Java type
     */
    public static final class Of<T> {
        private final Expr<T> operand;

        Of(Expr<T> operand) {
            this.operand = operand;
        }

        /** One value where it equals another. */
        public <X> Comparing<T, X> when(T value, Kind<X> result) {
            Expression bound = operand.bind(value, "when(isNull(), …)");
            return of(bound, result);
        }

        /** One value where it equals another. */
        public <X> Comparing<T, X> when(Expr<T> value, Kind<X> result) {
            return of(value.node().unlabelled(), result);
        }

        private <X> Comparing<T, X> of(Expression value, Kind<X> result) {
            return new Comparing<>(operand, Cases.of(Optional.of(operand.node().unlabelled()), value, result));
        }
    }

    /**
     * A value that is compared with others, and what it gives.
     *
     * @param <T> its Java type
     * @param <X> the kind of what it gives
     */
    public static final class Comparing<T, X> {
        private final Expr<T> operand;
        private final Cases<X> cases;

        private Comparing(Expr<T> operand, Cases<X> cases) {
            this.operand = operand;
            this.cases = cases;
        }

        /** One more value where it equals another. */
        public Comparing<T, X> when(T value, Kind<X> result) {
            return new Comparing<>(operand, cases.and(operand.bind(value, "when(isNull(), …)"), result));
        }

        /** One more value where it equals another. */
        public Comparing<T, X> when(Expr<T> value, Kind<X> result) {
            return new Comparing<>(operand, cases.and(value.node(), result));
        }

        /** This value where it equals none of them. */
        public X otherwise(Kind<X> result) {
            return cases.otherwise(result);
        }

        /** Null where it equals none of them. */
        public X otherwiseNull() {
            return cases.otherwiseNull();
        }
    }
}
