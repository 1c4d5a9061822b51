// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import dev.athanor.sql.type.SqlType;
import java.util.function.Consumer;

/** A value as another type. */
public final class Cast extends Expression {
    private static final long KIND = Hash.of(Cast.class);

    private final Expression operand;
    private final SqlType<?> type;

    /** One of these parts. */
    public Cast(Expression operand, SqlType<?> type) {
        super(Hash.mix(Hash.mix(KIND, operand), type.hashCode()));
        this.operand = operand;
        this.type = type;
    }

    /** The value. */
    public Expression operand() {
        return operand;
    }

    /** The type. */
    public SqlType<?> type() {
        return type;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Cast that = (Cast) other;
        return comparison.same(operand, that.operand) && type.equals(that.type);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Cast(mapper.map(operand), type);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(operand);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
