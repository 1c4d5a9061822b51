// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import dev.athanor.sql.type.SqlType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A caller's value. Its type is part of the structure, the value is not. */
public final class Bind extends Expression {
    private static final long KIND = Hash.of(Bind.class);

    private final SqlType<?> type;
    private final @Nullable Object value;
    private final boolean array;

    private Bind(SqlType<?> type, @Nullable Object value, boolean array) {
        super(Hash.mix(Hash.mix(KIND, type.hashCode()), array ? 1 : 0));
        this.type = type;
        this.value = value;
        this.array = array;
    }

    /** A value of a type. */
    public static <T> Bind of(SqlType<T> type, T value) {
        return new Bind(Objects.requireNonNull(type, "type"), Objects.requireNonNull(value, "value"), false);
    }

    /** A null of a type. */
    public static Bind ofNull(SqlType<?> type) {
        return new Bind(type, null, false);
    }

    /** An array of values of a type; how many there are is not part of the structure. */
    public static Bind ofArray(SqlType<?> elementType, Object[] values) {
        return new Bind(elementType, values, true);
    }

    /** The type of the value, or of the array's elements. */
    public SqlType<?> type() {
        return type;
    }

    /** Whether this is an array. */
    public boolean isArray() {
        return array;
    }

    /** The value; an array of objects if this is an array. */
    public @Nullable Object value() {
        return value;
    }

    /** Sets the value as a parameter of a statement. */
    public void apply(PreparedStatement statement, int index) throws SQLException {
        if (array) {
            Array values =
                    statement.getConnection().createArrayOf(type.name(), (Object[]) Objects.requireNonNull(value));
            statement.setArray(index, values);
        } else {
            bind(type, statement, index);
        }
    }

    private <T> void bind(SqlType<T> valueType, PreparedStatement statement, int index) throws SQLException {
        valueType.bind(statement, index, valueType.javaType().cast(value));
    }

    @Override
    boolean sameParts(Node other) {
        Bind bind = (Bind) other;
        return array == bind.array && type.equals(bind.type);
    }

    @Override
    public void forEachBind(Consumer<Bind> consumer) {
        consumer.accept(this);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
