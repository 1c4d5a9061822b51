// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.Codec;
import dev.athanor.sql.type.ConvertedCodec;
import dev.athanor.sql.type.SqlType;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A type of the database, with the kind of expression its values are: texts have other operators than numbers.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * Type<Money, ValueExpr<Money>> MONEY = Type.of("numeric", Money.class,
 *     Codec.of(Types.NUMERIC, (s, i, money) -> s.setBigDecimal(i, money.amount()), …));
 * }</pre>
 *
 * @param <T> the Java type
 * @param <X> the kind of expression
 */
public final class Type<T, X extends Expr<T>> extends SqlType<T> {
    private final BiFunction<Expression, SqlType<T>, X> kind;

    Type(String name, Class<T> javaType, Codec<T> codec, BiFunction<Expression, SqlType<T>, X> kind) {
        super(name, javaType, codec);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /**
     * A type of one's own, whose values can be compared and ordered.
     *
     * @param name its name in the database, as in {@code cast(… as name)}: never a caller's
     */
    public static <T> Type<T, ValueExpr<T>> of(String name, Class<T> javaType, Codec<T> codec) {
        return new Type<>(name, javaType, codec, ValueExpr::new);
    }

    /** A type of numbers of one's own. */
    public static <N extends Number> Type<N, NumberExpr<N>> number(String name, Class<N> javaType, Codec<N> codec) {
        return new Type<>(name, javaType, codec, NumberExpr::new);
    }

    /** A type of one's own, whose values are kept as those of another. */
    public static <T, U> Type<T, ValueExpr<T>> converted(
            Class<T> javaType, SqlType<U> kept, Function<T, U> write, Function<U, T> read) {
        return of(kept.name(), javaType, new ConvertedCodec<>(kept, write, read));
    }

    /** An expression of this type. */
    public X of(Expression node) {
        return kind.apply(node, this);
    }
}
