// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Queries;
import dev.athanor.sql.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values to be given to a function of one, two or three arguments, in the database and in Java. */
final class Samples {
    /** Another can be given; a failure tells it. */
    static final long SEED = Long.getLong("athanor.seed", 20260731L);

    private Samples() {}

    /** Random numbers that are the same each time. */
    static Random random() {
        return new Random(SEED);
    }

    /** Each of these with each of those. */
    static <A, B> List<Values<A, B, B>> pairs(List<A> firsts, List<B> seconds) {
        List<Values<A, B, B>> pairs = new ArrayList<>();
        for (A first : firsts) {
            for (B second : seconds) {
                pairs.add(new Values<>(first, second, null));
            }
        }
        return pairs;
    }

    /**
     * What a row holds.
     *
     * @param <A> the first value
     * @param <B> the second value
     * @param <C> the third value
     */
    record Values<A, B, C>(
            @Nullable A a, @Nullable B b, @Nullable C c) {
        @Override
        public String toString() {
            return "(" + Agreement.shown(a) + ", " + Agreement.shown(b) + ", " + Agreement.shown(c) + ")";
        }
    }

    /** A function of three arguments. */
    interface Function3<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    /** Values of one type. */
    record One<A, X extends Expr<A>>(Queries queries, Type<A, X> type, List<A> values) {
        One<A, X> where(Predicate<A> domain) {
            return new One<>(queries, type, values.stream().filter(domain).toList());
        }

        <T> void agree(Function<X, ? extends Expr<T>> sql, Function<A, T> java) {
            List<Values<A, A, A>> rows = new ArrayList<>();
            rows.add(new Values<>(null, null, null));
            values.forEach(value -> rows.add(new Values<>(value, null, null)));
            Input<Values<A, A, A>, A, X> a = Input.of("a", type, Values::a);
            new Agreement<>(queries, rows, Object::equals, a)
                    .check(from -> sql.apply(from.of(a)), row -> row.a() == null ? null : java.apply(row.a()));
        }
    }

    /** Values of two types. */
    record Two<A, X extends Expr<A>, B, Y extends Expr<B>>(
            Queries queries, Type<A, X> first, Type<B, Y> second, List<Values<A, B, B>> values) {
        Two<A, X, B, Y> where(BiPredicate<A, B> domain) {
            return new Two<>(
                    queries,
                    first,
                    second,
                    values.stream()
                            .filter(row -> row.a() != null && row.b() != null && domain.test(row.a(), row.b()))
                            .toList());
        }

        <T> void agree(BiFunction<X, Y, ? extends Expr<T>> sql, BiFunction<A, B, T> java) {
            agreeOfNulls(sql, (a, b) -> a == null || b == null ? null : java.apply(a, b));
        }

        /** With a function that knows of nulls. */
        <T> void agreeOfNulls(
                BiFunction<X, Y, ? extends Expr<T>> sql, BiFunction<@Nullable A, @Nullable B, @Nullable T> java) {
            agree(sql, java, Object::equals);
        }

        /** With results that need not be quite the same. */
        <T> void agree(
                BiFunction<X, Y, ? extends Expr<T>> sql,
                BiFunction<@Nullable A, @Nullable B, @Nullable T> java,
                BiPredicate<Object, Object> alike) {
            List<Values<A, B, B>> rows = new ArrayList<>();
            Values<A, B, B> any = values.get(0);
            rows.add(new Values<>(null, null, null));
            rows.add(new Values<>(any.a(), null, null));
            rows.add(new Values<>(null, any.b(), null));
            rows.addAll(values);
            Input<Values<A, B, B>, A, X> a = Input.of("a", first, Values::a);
            Input<Values<A, B, B>, B, Y> b = Input.of("b", second, Values::b);
            new Agreement<>(queries, rows, alike, a, b)
                    .check(from -> sql.apply(from.of(a), from.of(b)), row -> java.apply(row.a(), row.b()));
        }
    }

    /** Values of three types. */
    record Three<A, X extends Expr<A>, B, Y extends Expr<B>, C, Z extends Expr<C>>(
            Queries queries, Type<A, X> first, Type<B, Y> second, Type<C, Z> third, List<Values<A, B, C>> values) {
        <T> void agree(Function3<X, Y, Z, ? extends Expr<T>> sql, Function3<A, B, C, T> java) {
            List<Values<A, B, C>> rows = new ArrayList<>();
            Values<A, B, C> any = values.get(0);
            rows.add(new Values<>(null, any.b(), any.c()));
            rows.add(new Values<>(any.a(), null, any.c()));
            rows.add(new Values<>(any.a(), any.b(), null));
            rows.addAll(values);
            Input<Values<A, B, C>, A, X> a = Input.of("a", first, Values::a);
            Input<Values<A, B, C>, B, Y> b = Input.of("b", second, Values::b);
            Input<Values<A, B, C>, C, Z> c = Input.of("c", third, Values::c);
            new Agreement<>(queries, rows, Object::equals, a, b, c)
                    .check(
                            from -> sql.apply(from.of(a), from.of(b), from.of(c)),
                            row -> row.a() == null || row.b() == null || row.c() == null
                                    ? null
                                    : java.apply(row.a(), row.b(), row.c()));
        }
    }
}
