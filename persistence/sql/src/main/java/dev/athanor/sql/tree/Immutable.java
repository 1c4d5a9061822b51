// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import dev.athanor.sql.type.SqlType;
import java.util.function.Consumer;

/**
 * An expression of which its author says that it is the same whenever its parts are. Written as if nothing was said.
 */
public final class Immutable extends Expression {
    private static final long KIND = Hash.of(Immutable.class);

    private final Expression expression;
    private final SqlType<?> type;

    /** One of these parts. */
    public Immutable(Expression expression, SqlType<?> type) {
        super(Hash.mix(Hash.mix(KIND, expression), type.hashCode()));
        this.expression = expression;
        this.type = type;
    }

    /** The expression. */
    public Expression expression() {
        return expression;
    }

    /** Its type. */
    public SqlType<?> type() {
        return type;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Immutable that = (Immutable) other;
        return comparison.same(expression, that.expression) && type.equals(that.type);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Immutable(mapper.map(expression), type);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(expression);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
