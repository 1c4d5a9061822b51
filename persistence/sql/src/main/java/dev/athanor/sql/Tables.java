// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.ValuesSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables that are no tables: of values, of arrays' elements, of what functions give. To be imported statically. */
public final class Tables {
    private Tables() {}

    /** A column of a table made of objects. */
    public static <E, T, X extends Expr<T>> Field<E, T, X> field(
            String name, Type<T, X> type, Function<E, @Nullable T> value) {
        return new Field<>(name, type, value);
    }

    /** A row for each object, written as {@code values}: for few of them; their number is part of the statement. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> ObjectTable<E> values(String alias, List<E> objects, Field<E, ?, ?>... fields) {
        if (objects.isEmpty()) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "values(…) has a row at least; unnest(…) may have none");
        }
        List<List<Expression>> rows = new ArrayList<>(objects.size());
        for (E object : objects) {
            List<Expression> row = new ArrayList<>(fields.length);
            for (Field<E, ?, ?> field : fields) {
                row.add(new Cast(field.bind(object), field.type()));
            }
            rows.add(row);
        }
        return new ObjectTable<>(new ValuesSource(alias, names(fields), rows));
    }

    /** A row for each object, by an array for each column: any number of them makes the same statement. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> ObjectTable<E> unnest(String alias, List<E> objects, Field<E, ?, ?>... fields) {
        List<Expression> arrays = new ArrayList<>(fields.length);
        for (Field<E, ?, ?> field : fields) {
            arrays.add(new Cast(field.bindAll(objects), field.type().list()));
        }
        Expression call = Call.of("unnest", arrays.toArray(Expression[]::new));
        return new ObjectTable<>(new FunctionSource(call, alias, names(fields), false));
    }

    /** A row for each element of an array. */
    public static <E> FunctionTable<Expr<E>> unnest(String alias, ArrayExpr<E> array) {
        return new FunctionTable<>(alias, Call.of("unnest", array.node().unlabelled()), false, array.element()::of);
    }

    /** A row for each element of an array, as expressions of their kind. */
    public static <E, X extends Expr<E>> FunctionTable<X> unnest(String alias, Type<E, X> type, ArrayExpr<E> array) {
        return new FunctionTable<>(alias, Call.of("unnest", array.node().unlabelled()), false, type::of);
    }

    /** A row for each value of a list: any number of them makes the same statement. */
    public static <E, X extends Expr<E>> FunctionTable<X> unnest(String alias, Type<E, X> type, List<E> values) {
        Expression array =
                new Cast(Bind.of(type.list(), Collections.unmodifiableList(new ArrayList<>(values))), type.list());
        return new FunctionTable<>(alias, Call.of("unnest", array), false, type::of);
    }

    /** A row for each member of an object of JSON. */
    public static MemberTable members(String alias, JsonExpr<?> object) {
        return new MemberTable(alias, object);
    }

    /** A row for each element of an array of JSON. */
    public static FunctionTable<JsonExpr<String>> elements(String alias, JsonExpr<?> array) {
        return new FunctionTable<>(
                alias, Call.of("jsonb_array_elements", array.node().unlabelled()), false, SqlTypes.JSONB::of);
    }

    /** A row for each number from one to another. */
    public static FunctionTable<NumberExpr<Integer>> generateSeries(String alias, int first, int last) {
        return generateSeries(alias, Sql.value(first), Sql.value(last));
    }

    /** A row for each whole number from one to another. */
    public static <N extends Number> FunctionTable<NumberExpr<N>> generateSeries(
            String alias, NumberExpr<N> first, NumberExpr<N> last) {
        return new FunctionTable<>(alias, series(first, last), false, first::kindred);
    }

    /** A row for each whole number from one to another, by steps of a number, which may be negative. */
    public static <N extends Number> FunctionTable<NumberExpr<N>> generateSeries(
            String alias, NumberExpr<N> first, NumberExpr<N> last, NumberExpr<N> step) {
        return new FunctionTable<>(alias, series(first, last, step), false, first::kindred);
    }

    /** A row for each date from one to another. */
    public static FunctionTable<TemporalExpr<LocalDate>> generateSeries(
            String alias, LocalDate first, LocalDate last, Period step) {
        return generateSeries(alias, Sql.value(first), Sql.value(last), Functions.interval(step));
    }

    /** A row for each point in time from one to another. */
    public static FunctionTable<TemporalExpr<OffsetDateTime>> generateSeries(
            String alias, OffsetDateTime first, OffsetDateTime last, Duration step) {
        return generateSeries(alias, Sql.value(first), Sql.value(last), Functions.interval(step));
    }

    /** A row for each date, or date and time, from one to another. */
    public static <T> FunctionTable<TemporalExpr<T>> generateSeries(
            String alias, TemporalExpr<T> first, TemporalExpr<T> last, Period step) {
        return generateSeries(alias, first, last, Functions.interval(step));
    }

    /** A row for each date, or date and time, from one to another. */
    public static <T> FunctionTable<TemporalExpr<T>> generateSeries(
            String alias, TemporalExpr<T> first, TemporalExpr<T> last, IntervalExpr<?> step) {
        if (first.type().javaType() != LocalDate.class) {
            return new FunctionTable<>(alias, series(first, last, step), false, first::kindred);
        }
        Expression call = series(first.cast(SqlTypes.TIMESTAMP), last.cast(SqlTypes.TIMESTAMP), step);
        return new FunctionTable<>(alias, call, false, node -> first.kindred(new Cast(node, SqlTypes.DATE)));
    }

    /** A row for each value that a function gives, as {@code regexp_split_to_table} does. */
    public static <X> FunctionTable<X> rowsOf(String alias, Kind<X> call) {
        if (!(call.node() instanceof Call)) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "rowsOf(…) is about a call of a function, as func(…)");
        }
        return new FunctionTable<>(alias, call.node(), false, call::kindred);
    }

    private static Expression series(Expr<?> first, Expr<?> last) {
        return Call.of("generate_series", first.node(), last.node());
    }

    private static Expression series(Expr<?> first, Expr<?> last, Expr<?> step) {
        return Call.of("generate_series", first.node(), last.node(), step.node());
    }

    private static List<String> names(Field<?, ?, ?>[] fields) {
        if (fields.length == 0) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a table has a column at least; give it by field(…)");
        }
        List<String> names = new ArrayList<>(fields.length);
        for (Field<?, ?, ?> field : fields) {
            names.add(field.name());
        }
        return names;
    }
}
