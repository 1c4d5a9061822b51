// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Subquery;
import java.util.Collection;
import java.util.List;

/**
 * Several values as one, to be compared as a whole: the first that differ decide. Immutable and thread-safe.
 *
 * <pre>{@code tuple(b.pages, b.id).gt(tuple(value(300), value(12L)))}</pre>
 */
public final class Tuple {
    private final List<Expr<?>> values;
    private final Expression node;

    private Tuple(List<Expr<?>> values) {
        this.values = values;
        this.node = Call.of("row", Select.nodes(values).toArray(Expression[]::new));
    }

    static Tuple of(List<Expr<?>> values) {
        if (values.size() < 2) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a tuple has two values at least");
        }
        return new Tuple(values);
    }

    public Condition eq(Tuple other) {
        return compare(Operator.EQUAL, other);
    }

    public Condition ne(Tuple other) {
        return compare(Operator.NOT_EQUAL, other);
    }

    public Condition lt(Tuple other) {
        return compare(Operator.LESS, other);
    }

    public Condition le(Tuple other) {
        return compare(Operator.LESS_OR_EQUAL, other);
    }

    public Condition gt(Tuple other) {
        return compare(Operator.GREATER, other);
    }

    public Condition ge(Tuple other) {
        return compare(Operator.GREATER_OR_EQUAL, other);
    }

    /** Whether it is one of these; never, if there are none. Their number is a part of the statement. */
    public Condition in(Collection<Tuple> others) {
        return Sql.anyOf(others.stream().map(this::eq).toList());
    }

    /** Whether it is one of the rows of a query. */
    public Condition in(Query<?> query) {
        return among(Operator.IN, query);
    }

    /** Whether it is none of the rows of a query; never known to be, where one of them has a null. */
    public Condition notIn(Query<?> query) {
        return among(Operator.NOT_IN, query);
    }

    private Condition among(Operator operator, Query<?> query) {
        check(query.selected());
        return Condition.of(operator, node, new Subquery(query.embedded(), Subquery.Kind.SCALAR));
    }

    private Condition compare(Operator operator, Tuple other) {
        check(other.values);
        return Condition.of(operator, node, other.node);
    }

    private void check(List<Expr<?>> others) {
        boolean fits = others.size() == values.size();
        for (int i = 0; fits && i < others.size(); i++) {
            fits = others.get(i).type().isLike(values.get(i).type());
        }
        if (!fits) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "tuples have equally many values of the same types, not " + types(values) + " and "
                            + types(others));
        }
    }

    private static List<String> types(List<Expr<?>> values) {
        return values.stream().map(value -> value.type().toString()).toList();
    }
}
