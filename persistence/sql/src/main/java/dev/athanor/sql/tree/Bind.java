// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import dev.athanor.sql.type.SqlType;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A caller's value, or the place of one that is given later. Its type is part of the structure, the value is not. */
public final class Bind extends Expression {
    private static final long KIND = Hash.of(Bind.class);

    private final SqlType<?> type;
    private final @Nullable Object value;
    private final @Nullable String name;

    private Bind(SqlType<?> type, @Nullable Object value, @Nullable String name) {
        super(Hash.mix(Hash.mix(KIND, type.hashCode()), type.codec().told() ? 1 : 0));
        this.type = type;
        this.value = value;
        this.name = name;
    }

    /** A value of a type. */
    public static <T> Bind of(SqlType<T> type, T value) {
        return new Bind(Objects.requireNonNull(type, "type"), Objects.requireNonNull(value, "value"), null);
    }

    /** A null of a type. */
    public static Bind ofNull(SqlType<?> type) {
        return new Bind(type, null, null);
    }

    /** The place of a value of a type. */
    public static Bind named(SqlType<?> type, String name) {
        return new Bind(type, null, Objects.requireNonNull(name, "name"));
    }

    /** The place of a value that depends on when the statement is executed. */
    public static <T> Bind atExecution(SqlType<T> type, Function<Clock, T> value) {
        return new Bind(type, new AtExecution(Objects.requireNonNull(value, "value")), null);
    }

    /** The type of the value. */
    public SqlType<?> type() {
        return type;
    }

    /** The value; null for a place. */
    public @Nullable Object value() {
        return isClocked() ? null : value;
    }

    /** Whether the value depends on when the statement is executed. */
    public boolean isClocked() {
        return value instanceof AtExecution;
    }

    /** The value by the clock of an execution. */
    public @Nullable Object valueAt(Clock clock) {
        return value instanceof AtExecution later ? later.value.apply(clock) : value;
    }

    /** Whether the value is another's, too. */
    boolean sameValue(Bind other) {
        return Objects.deepEquals(value, other.value) && Objects.equals(name, other.name);
    }

    /** The name under which the value is given later; none if it is here. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** One of the same structure, that keeps no value. */
    public Bind withoutValue() {
        return new Bind(type, null, name);
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        SqlType<?> that = ((Bind) other).type;
        return type.equals(that) && type.codec().told() == that.codec().told();
    }

    @Override
    Node mapped(Mapper mapper) {
        return this;
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** In the place of a value, one that is known later. */
    private record AtExecution(Function<Clock, ?> value) {}
}
