// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import dev.athanor.sql.type.SqlType;
import java.util.function.Consumer;

/** A value that is part of the statement, not of a call: written into the text, escaped. */
public final class Constant extends Expression {
    private static final long KIND = Hash.of(Constant.class);

    private final SqlType<?> type;
    private final Object value;
    private final String text;

    /** A value of a type. */
    public Constant(SqlType<?> type, Object value) {
        this(type, value, text(type, value));
    }

    private Constant(SqlType<?> type, Object value, String text) {
        super(Hash.mix(Hash.mix(KIND, type.hashCode()), text.hashCode()));
        this.type = type;
        this.value = value;
        this.text = text;
    }

    private static <T> String text(SqlType<T> type, Object value) {
        return type.codec().text(type.javaType().cast(value));
    }

    /** Its type. */
    public SqlType<?> type() {
        return type;
    }

    /** The value. */
    public Object value() {
        return value;
    }

    /** How the database reads it. */
    public String text() {
        return text;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Constant that = (Constant) other;
        return type.equals(that.type) && text.equals(that.text);
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
