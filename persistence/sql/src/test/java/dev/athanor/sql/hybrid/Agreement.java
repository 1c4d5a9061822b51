// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Field;
import dev.athanor.sql.IntervalExpr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.ObjectTable;
import dev.athanor.sql.Queries;
import dev.athanor.sql.Row;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Tables;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares an expression with Java over rows of values: over all of them as columns of a table, in one statement, and
 * over some as bound values, as constants, and as what comes of an operation, in another.
 */
final class Agreement<E> {
    private static final int TOLD = 15;
    private static final int SINGLE_ROWS = 40;

    private final Queries queries;
    private final List<E> rows;
    private final ObjectTable<E> table;
    private final BiPredicate<Object, Object> alike;

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    Agreement(Queries queries, List<E> rows, BiPredicate<Object, Object> alike, Input<E, ?, ?>... inputs) {
        this.queries = queries;
        this.rows = rows;
        this.table = Tables.unnest("samples", rows, fields(inputs));
        this.alike = alike;
    }

    @SuppressWarnings("unchecked") // an array of the same
    private static <E> Field<E, ?, ?>[] fields(Input<E, ?, ?>[] inputs) {
        return Stream.of(inputs).map(Input::field).toArray(Field[]::new);
    }

    <T> void check(Function<Arguments<E>, ? extends Expr<T>> sql, Function<E, @Nullable T> java) {
        Expr<T> form = sql.apply(this::column);
        List<String> differences = new ArrayList<>();
        List<T> found = queries.list(Sql.selectValue(form).from(table));
        for (int i = 0; i < rows.size(); i++) {
            compare("", rows.get(i), java, found.get(i), differences);
        }
        checkSingles(sql, java, differences);
        assertThat(differences.stream().limit(TOLD).toList())
                .as(
                        "%d of %d rows differ, by the seed %d: %s",
                        differences.size(),
                        rows.size(),
                        Samples.SEED,
                        Sql.selectValue(form).from(table).sql())
                .isEmpty();
    }

    private <T> void checkSingles(
            Function<Arguments<E>, ? extends Expr<T>> sql, Function<E, @Nullable T> java, List<String> differences) {
        List<E> some = some();
        List<Expr<T>> forms = new ArrayList<>();
        for (E row : some) {
            forms.add(sql.apply(new Bound<>(row)));
            forms.add(sql.apply(new Inline<>(row)));
            forms.add(sql.apply(new Operated<>(row)));
        }
        Row found = queries.one(Sql.select(forms.toArray(Expr[]::new)));
        for (int i = 0; i < some.size(); i++) {
            compare("bound ", some.get(i), java, found.get(forms.get(3 * i)), differences);
            compare("constant ", some.get(i), java, found.get(forms.get(3 * i + 1)), differences);
            compare("operation of ", some.get(i), java, found.get(forms.get(3 * i + 2)), differences);
        }
    }

    private List<E> some() {
        int step = Math.max(1, rows.size() / SINGLE_ROWS);
        List<E> some = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += i < 4 ? 1 : step) {
            some.add(rows.get(i));
        }
        return some;
    }

    private <T, X extends Expr<T>> X column(Input<E, T, X> input) {
        return table.get(input.field());
    }

    private <T> void compare(
            String how, E row, Function<E, @Nullable T> java, @Nullable T sql, List<String> differences) {
        T expected = java.apply(row);
        boolean same = (expected == null || sql == null) ? expected == sql : alike.test(expected, sql);
        if (!same) {
            differences.add(how + row + " is " + shown(expected) + " in Java, " + shown(sql) + " in SQL");
        }
    }

    /** A value with what is not ASCII told by its number. */
    static String shown(@Nullable Object value) {
        StringBuilder shown = new StringBuilder();
        String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
        text.chars().forEach(c -> shown.append(c >= ' ' && c < 0x7F ? "" + (char) c : String.format("\\u%04X", c)));
        return value instanceof String ? "'" + shown + "'" : shown.toString();
    }

    /** What gives a function its arguments. */
    interface Arguments<E> {
        <T, X extends Expr<T>> X of(Input<E, T, X> input);
    }

    private record Bound<E>(E row) implements Arguments<E> {
        @Override
        public <T, X extends Expr<T>> X of(Input<E, T, X> input) {
            T value = input.value().apply(row);
            return value == null ? Sql.nullOf(input.type()) : Sql.value(input.type(), value);
        }
    }

    private record Inline<E>(E row) implements Arguments<E> {
        @Override
        public <T, X extends Expr<T>> X of(Input<E, T, X> input) {
            T value = input.value().apply(row);
            return value == null ? Sql.nullOf(input.type()) : Sql.inline(input.type(), value);
        }
    }

    /** By operators that bind loosely and change nothing. */
    private record Operated<E>(E row) implements Arguments<E> {
        @Override
        public <T, X extends Expr<T>> X of(Input<E, T, X> input) {
            X plain = new Bound<>(row).of(input);
            return neutral(plain)
                    .map(nothing -> input.type()
                            .of(new Operation(
                                    plain instanceof TextExpr ? Operator.CONCAT : Operator.MINUS,
                                    List.of(plain.node(), nothing.node()))))
                    .orElse(plain);
        }

        private static Optional<Expr<?>> neutral(Expr<?> value) {
            if (value instanceof TextExpr) {
                return Optional.of(Sql.inline(""));
            }
            if (value instanceof NumberExpr || value.type().javaType() == LocalDate.class) {
                return Optional.of(Sql.inline(0));
            }
            return value instanceof TemporalExpr || value instanceof IntervalExpr
                    ? Optional.of(Sql.inline(SqlTypes.DURATION, Duration.ZERO))
                    : Optional.empty();
        }
    }
}
