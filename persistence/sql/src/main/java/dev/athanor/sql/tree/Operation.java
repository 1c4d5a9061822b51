// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** An operator with its operands. */
public final class Operation extends Expression {
    private static final long KIND = Hash.of(Operation.class);

    private final Operator operator;
    private final List<Expression> operands;

    /** One of these parts. */
    public Operation(Operator operator, List<Expression> operands) {
        super(Hash.mix(Hash.mix(KIND, operator), operands));
        this.operator = operator;
        this.operands = List.copyOf(operands);
    }

    /** The operator. */
    public Operator operator() {
        return operator;
    }

    /** As many as the operator has. */
    public List<Expression> operands() {
        return operands;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Operation that = (Operation) other;
        return operator == that.operator && comparison.same(operands, that.operands);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Operation(operator, mapper.all(operands));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(operands, consumer);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
