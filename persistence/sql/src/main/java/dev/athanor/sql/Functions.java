// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Template;
import dev.athanor.sql.type.Interval;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions of single values that belong to no expression. To be imported statically. */
public final class Functions {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    private Functions() {}

    /** The first value that is not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <X> X coalesce(Kind<X> first, Kind<X>... others) {
        return first.kindred(call("coalesce", first, others));
    }

    /** The greatest of the values that are not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <X> X greatest(OrderedKind<X> first, OrderedKind<X>... others) {
        return first.kindred(call("greatest", first, others));
    }

    /** The least of the values that are not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <X> X least(OrderedKind<X> first, OrderedKind<X>... others) {
        return first.kindred(call("least", first, others));
    }

    /** The first value, or null if it equals the second. */
    public static <X> X nullif(Kind<X> value, Kind<X> same) {
        return value.kindred(
                Call.of("nullif", value.node().unlabelled(), same.node().unlabelled()));
    }

    /** One value where a condition holds; the beginning of a case. */
    public static <X> Cases<X> when(Condition condition, Kind<X> result) {
        return Cases.of(Optional.empty(), condition.node(), result);
    }

    /** The beginning of a case that compares one value with others. */
    public static <T> Cases.Of<T> caseOf(Expr<T> operand) {
        return new Cases.Of<>(operand);
    }

    /** The point in time at which the transaction began. */
    public static TemporalExpr<OffsetDateTime> now() {
        return SqlTypes.TIMESTAMPTZ.of(Call.of("now"));
    }

    /** The point in time at which this is computed. */
    public static TemporalExpr<OffsetDateTime> clockTime() {
        return SqlTypes.TIMESTAMPTZ.of(Call.of("clock_timestamp"));
    }

    /** The date on which the transaction began, by the session's time zone. */
    public static TemporalExpr<LocalDate> today() {
        return SqlTypes.DATE.of(new Template(List.of("current_date"), List.of()));
    }

    /** A span of days and more. */
    public static IntervalExpr<Interval> interval(Period period) {
        return Sql.value(SqlTypes.INTERVAL, Interval.of(period));
    }

    /** A span of hours and less. */
    public static IntervalExpr<Duration> interval(Duration duration) {
        return Sql.value(SqlTypes.DURATION, duration);
    }

    /** Whether two spans of time have a moment in common; their ends do not belong to them. */
    public static <T> Condition overlap(
            TemporalExpr<T> start, TemporalExpr<T> end, TemporalExpr<T> otherStart, TemporalExpr<T> otherEnd) {
        List<Expression> ends = Stream.of(start, end, otherStart, otherEnd)
                .map(TemporalExpr::timed)
                .toList();
        return new Condition(new Template(List.of("((", ", ", ") overlaps (", ", ", "))"), ends));
    }

    /** A random UUID. */
    public static ValueExpr<UUID> randomUuid() {
        return SqlTypes.UUID.of(Call.of("gen_random_uuid"));
    }

    /** A random number from 0 to, but not including, 1. */
    public static NumberExpr<Double> random() {
        return SqlTypes.DOUBLE.of(Call.of("random"));
    }

    /** All values, one after the other; nulls are left out. */
    public static TextExpr concat(Expr<?>... values) {
        return SqlTypes.TEXT.of(Call.of("concat", nodes(values)));
    }

    /** All values, with a separator between them; nulls are left out. */
    public static TextExpr concatWith(String separator, Expr<?>... values) {
        Expression[] arguments = new Expression[values.length + 1];
        arguments[0] = Sql.value(separator).node();
        System.arraycopy(nodes(values), 0, arguments, 1, values.length);
        return SqlTypes.TEXT.of(Call.of("concat_ws", arguments));
    }

    /** An array of these elements. */
    @SafeVarargs
    public static <E, X extends Expr<E>> ArrayExpr<E> array(Type<E, X> type, Expr<E>... elements) {
        List<String> pieces = new ArrayList<>();
        pieces.add("cast(array[");
        for (int i = 1; i < elements.length; i++) {
            pieces.add(", ");
        }
        if (elements.length == 0) {
            pieces.clear();
            pieces.add("cast(array[] as " + type.name() + "[])");
        } else {
            pieces.add("] as " + type.name() + "[])");
        }
        return SqlTypes.array(type).of(new Template(pieces, List.of(nodes(elements))));
    }

    /** JSON with these members: a name and a value by turns, names being texts. */
    public static JsonExpr<String> jsonObject(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a member of an object has a name and a value");
        }
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i++) {
            boolean name = i % 2 == 0;
            arguments.add(
                    name && namesAndValues[i] instanceof String text
                            ? Sql.inline(text).node()
                            : Fragments.expression(namesAndValues[i]));
        }
        return SqlTypes.JSONB.of(Call.of("jsonb_build_object", arguments.toArray(Expression[]::new)));
    }

    /** JSON with these elements. */
    public static JsonExpr<String> jsonArray(Expr<?>... elements) {
        return SqlTypes.JSONB.of(Call.of("jsonb_build_array", nodes(elements)));
    }

    /** A value as JSON. */
    public static JsonExpr<String> toJson(Expr<?> value) {
        return SqlTypes.JSONB.of(Call.of("to_jsonb", value.node().unlabelled()));
    }

    /** Any of a query's values: what it is compared with has to be true of one of them. */
    public static <T> Expr<T> any(Query<T> query) {
        return new ValueExpr<>(
                new Quantified(Quantified.Kind.ANY, query.scalar()),
                query.asScalar().type());
    }

    /** All of a query's values: what it is compared with has to be true of each. */
    public static <T> Expr<T> all(Query<T> query) {
        return new ValueExpr<>(
                new Quantified(Quantified.Kind.ALL, query.scalar()),
                query.asScalar().type());
    }

    /** Any of an array's elements. */
    public static <E> Expr<E> any(ArrayExpr<E> array) {
        return array.element().of(new Quantified(Quantified.Kind.ANY, array.plain()));
    }

    /** All of an array's elements. */
    public static <E> Expr<E> all(ArrayExpr<E> array) {
        return array.element().of(new Quantified(Quantified.Kind.ALL, array.plain()));
    }

    /**
     * Any function of the database's.
     *
     * @param name its name, with its schema before a point if the search path does not find it
     * @param arguments expressions, or values, which are bound
     */
    public static <T, X extends Expr<T>> X func(String name, Type<T, X> type, Object... arguments) {
        List<Expression> nodes = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            nodes.add(Fragments.expression(argument));
        }
        return type.of(Call.of(Call.Kind.ANY, name(name), nodes));
    }

    /**
     * Says of a function or a text of SQL that it gives the same for the same values, whatever the session, the
     * transaction or the time: only then can it be a part of the schema. PostgreSQL asks the function itself, too.
     */
    public static <X, E extends Expr<?> & Kind<X>> X immutable(E expression) {
        return expression.kindred(new Immutable(expression.node().unlabelled(), expression.type()));
    }

    /** A name as it is, if that is what it says; else in quotes. */
    private static String name(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty()
                    || part.getBytes(StandardCharsets.UTF_8).length > 63
                    || part.indexOf('\0') >= 0
                    || part.indexOf('?') >= 0) {
                throw new SqlException(SqlError.NAME_INVALID, "\"" + name + "\" cannot be the name of a function");
            }
            parts.add(PLAIN_NAME.matcher(part).matches() ? part : '"' + part.replace("\"", "\"\"") + '"');
        }
        return String.join(".", parts);
    }

    static NumberExpr<BigDecimal> extract(TemporalField field, Expr<?> from) {
        return SqlTypes.NUMERIC.of(new Template(
                List.of("extract(" + field.word() + " from ", ")"),
                List.of(from.node().unlabelled())));
    }

    private static Expression call(String function, Kind<?> first, Kind<?>[] others) {
        Expression[] arguments = new Expression[others.length + 1];
        arguments[0] = first.node().unlabelled();
        for (int i = 0; i < others.length; i++) {
            arguments[i + 1] = others[i].node().unlabelled();
        }
        return Call.of(function, arguments);
    }

    private static Expression[] nodes(Expr<?>... values) {
        Expression[] nodes = new Expression[values.length];
        for (int i = 0; i < values.length; i++) {
            nodes[i] = values[i].node().unlabelled();
        }
        return nodes;
    }
}
