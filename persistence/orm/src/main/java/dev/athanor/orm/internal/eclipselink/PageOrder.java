// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.type.Codec;
import dev.athanor.sql.type.SqlType;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in which no two rows are equal, and conditions on what comes after one in it. Immutable.
 *
 * @param parts by what rows are ordered, one after the other
 */
record PageOrder(List<Part> parts) {
    /** A text of the database's own for a value, whose type it finds out by what it is compared with. */
    private static final SqlType<String> TEXT = new SqlType<>(
            "unknown",
            String.class,
            Codec.of(
                    Types.OTHER,
                    (statement, index, value) -> statement.setObject(index, value, Types.OTHER),
                    ResultSet::getString));

    PageOrder {
        parts = List.copyOf(parts);
    }

    PageOrder reversed() {
        return new PageOrder(parts.stream().map(Part::reversed).toList());
    }

    List<Ordering> nodes() {
        return parts.stream().map(Part::node).toList();
    }

    /** What each row has to give for a cursor. */
    List<Expression> texts() {
        return parts.stream()
                .<Expression>map(part -> new Cast(part.expression, SqlTypes.TEXT))
                .toList();
    }

    /** What other orders hardly ever have in common with this. */
    long hash() {
        long hash = parts.size();
        for (Part part : parts) {
            hash = hash * 31 + part.node().structure();
        }
        return hash;
    }

    /** Whether a row comes after one of these values, or is that one if it is meant, too. */
    Expression after(List<@Nullable String> values, boolean inclusive) {
        return isPlain(values) ? compared(values, inclusive) : spelled(values, inclusive);
    }

    /** Whether an index of these columns can serve one comparison of all. */
    private boolean isPlain(List<@Nullable String> values) {
        boolean descending = parts.get(0).descending;
        return !values.contains(null)
                && parts.stream().allMatch(part -> part.descending == descending && !part.nullable);
    }

    private Expression compared(List<@Nullable String> values, boolean inclusive) {
        Operator operator = parts.get(0).beyond(inclusive);
        if (parts.size() == 1) {
            return new Operation(operator, List.of(parts.get(0).expression, bind(values.get(0))));
        }
        List<Expression> binds = new ArrayList<>();
        values.forEach(value -> binds.add(bind(value)));
        List<Expression> expressions = parts.stream().map(Part::expression).toList();
        return new Operation(
                operator,
                List.of(Call.of(Call.Kind.PLAIN, "row", expressions), Call.of(Call.Kind.PLAIN, "row", binds)));
    }

    /** Beyond the first value, or with the same and beyond the second, and so on. */
    private Expression spelled(List<@Nullable String> values, boolean inclusive) {
        int last = parts.size() - 1;
        Expression rest = last(parts.get(last), values.get(last), inclusive);
        for (int i = last - 1; i >= 0; i--) {
            Part part = parts.get(i);
            List<Expression> any = new ArrayList<>(part.after(values.get(i)));
            any.add(new Operation(Operator.AND, List.of(part.same(values.get(i)), rest)));
            rest = or(any);
        }
        Part first = parts.get(0);
        String value = values.get(0);
        boolean bounded = value != null && (first.nullsFirst || !first.nullable);
        return bounded
                ? new Operation(
                        Operator.AND,
                        List.of(new Operation(first.beyond(true), List.of(first.expression, bind(value))), rest))
                : rest;
    }

    private static Expression last(Part part, @Nullable String value, boolean inclusive) {
        List<Expression> any = new ArrayList<>(part.after(value));
        if (inclusive) {
            any.add(part.same(value));
        }
        return any.isEmpty() ? new Constant(SqlTypes.BOOLEAN, false) : or(any);
    }

    private static Expression or(List<Expression> any) {
        return any.size() == 1 ? any.get(0) : new Operation(Operator.OR, any);
    }

    private static Expression bind(@Nullable String value) {
        return value == null ? Bind.ofNull(TEXT) : Bind.of(TEXT, value);
    }

    /**
     * What rows are ordered by.
     *
     * @param expression its value
     * @param descending whether the greatest comes first
     * @param nullsFirst whether nulls come before all values
     * @param nullable whether it may be null
     */
    record Part(Expression expression, boolean descending, boolean nullsFirst, boolean nullable) {
        static Part of(Expression expression, Ordering ordering, boolean nullable) {
            boolean first = ordering.nulls() == Ordering.Nulls.DEFAULT
                    ? ordering.descending()
                    : ordering.nulls() == Ordering.Nulls.FIRST;
            return new Part(expression, ordering.descending(), first, nullable);
        }

        Part reversed() {
            return new Part(expression, !descending, !nullsFirst, nullable);
        }

        /** As it was said, so that an index that serves the one serves the other. */
        Ordering node() {
            Ordering.Nulls nulls = nullsFirst ? Ordering.Nulls.FIRST : Ordering.Nulls.LAST;
            return new Ordering(expression, descending, nullsFirst == descending ? Ordering.Nulls.DEFAULT : nulls);
        }

        Operator beyond(boolean inclusive) {
            if (inclusive) {
                return descending ? Operator.LESS_OR_EQUAL : Operator.GREATER_OR_EQUAL;
            }
            return descending ? Operator.LESS : Operator.GREATER;
        }

        Expression same(@Nullable String value) {
            return value == null
                    ? new Operation(Operator.IS_NULL, List.of(expression))
                    : new Operation(Operator.EQUAL, List.of(expression, bind(value)));
        }

        /** What values come after one: any of these holds; nothing comes after nulls that are last. */
        List<Expression> after(@Nullable String value) {
            if (value == null) {
                return nullsFirst ? List.of(new Operation(Operator.IS_NOT_NULL, List.of(expression))) : List.of();
            }
            Expression beyond = new Operation(beyond(false), List.of(expression, bind(value)));
            return nullable && !nullsFirst
                    ? List.of(beyond, new Operation(Operator.IS_NULL, List.of(expression)))
                    : List.of(beyond);
        }
    }
}
