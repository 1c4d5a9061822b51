// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import dev.athanor.sql.type.SqlType;
import java.util.function.Consumer;

/** A value that is part of the statement, not of a call: written into the text, escaped. */
public final class Constant extends Expression {
    private static final long KIND = Hash.of(Constant.class);

    private final SqlType<?> type;
    private final Object value;

    /** One of these parts. */
    public Constant(SqlType<?> type, Object value) {
        super(Hash.mix(Hash.mix(KIND, type.hashCode()), value.hashCode()));
        this.type = type;
        this.value = value;
    }

    /** Its type. */
    public SqlType<?> type() {
        return type;
    }

    /** The value. */
    public Object value() {
        return value;
    }

    /** The value as JDBC has it, whose text the database reads. */
    public Object element() {
        return element(type);
    }

    private <T> Object element(SqlType<T> valueType) {
        return valueType.codec().element(valueType.javaType().cast(value));
    }

    @Override
    boolean sameParts(Node other) {
        Constant that = (Constant) other;
        return type.equals(that.type) && value.equals(that.value);
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
}
