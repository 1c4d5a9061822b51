// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Through;
import java.util.List;

/** Writes operators and their operands, in parentheses where these are needed. */
final class OperationRenderer {
    private final ExpressionRenderer expressions;
    private final Output out;

    OperationRenderer(ExpressionRenderer expressions, Output out) {
        this.expressions = expressions;
        this.out = out;
    }

    Output write(Operation operation) {
        Operator operator = operation.operator();
        List<Expression> operands = operation.operands();
        switch (operator.form()) {
            case PREFIX -> {
                out.append(expressions.symbol(operator)).append(" ");
                operand(operands.get(0), operator);
            }
            case POSTFIX -> {
                operand(operands.get(0), operator);
                out.append(" ").append(expressions.symbol(operator));
            }
            case BETWEEN -> {
                operand(operands.get(0), operator);
                out.append(" ").append(expressions.symbol(operator)).append(" ");
                bound(operands.get(1), operator);
                out.append(" and ");
                bound(operands.get(2), operator);
            }
            case ELEMENT -> {
                out.append("(");
                operands.get(0).accept(expressions);
                out.append(")[");
                out.list(operands.subList(1, operands.size()), "][", index -> index.accept(expressions));
                out.append("]");
            }
            case INFIX -> infix(operator, operands);
        }
        return out;
    }

    private void infix(Operator operator, List<Expression> operands) {
        if (operands.get(0).unlabelled() instanceof Quantified quantified) {
            throw misplaced(quantified);
        }
        out.list(operands, " " + expressions.symbol(operator) + " ", operand -> operand(operand, operator));
    }

    /** The grammar has no room for some operators between the bounds, however tightly they bind. */
    private void bound(Expression bound, Operator around) {
        boolean open = written(bound) instanceof Operation inner
                && (inner.operator() == Operator.AT_TIME_ZONE || inner.operator() == Operator.COLLATE);
        out.append(open ? "(" : "");
        operand(bound, around);
        out.append(open ? ")" : "");
    }

    /** In parentheses unless it binds tighter, so that nothing depends on associativity. */
    private void operand(Expression operand, Operator around) {
        Expression plain = written(operand);
        if (plain instanceof Quantified quantified) {
            quantified(quantified, around);
            return;
        }
        boolean open = plain instanceof Operation inner && inner.operator().precedence() <= around.precedence();
        out.append(open ? "(" : "");
        plain.accept(expressions);
        out.append(open ? ")" : "");
    }

    /** What is written for an expression. */
    private Expression written(Expression expression) {
        Expression plain = expression.unlabelled();
        if (plain instanceof Immutable immutable) {
            return written(immutable.expression());
        }
        return plain instanceof Through through && expressions.scope().paths().reaches(through)
                ? written(Missing.guarded(through))
                : plain;
    }

    private void quantified(Quantified quantified, Operator around) {
        if (around.precedence() != Operator.EQUAL.precedence()) {
            throw misplaced(quantified);
        }
        out.append(ExpressionRenderer.words(quantified.kind())).append(" ");
        if (quantified.values() instanceof Subquery) {
            quantified.values().accept(expressions);
        } else {
            out.append("(");
            quantified.values().accept(expressions);
            out.append(")");
        }
    }

    /** Says that values to compare with stand where nothing is compared with them. */
    static SqlException misplaced(Quantified quantified) {
        return new SqlException(
                SqlError.STATEMENT_INVALID,
                ExpressionRenderer.words(quantified.kind()) + "(…) can only be what another value is compared with");
    }
}
