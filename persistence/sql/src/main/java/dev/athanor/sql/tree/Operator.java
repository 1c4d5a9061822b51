// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/** Operators, with their spelling and how tightly they bind: the higher the tighter, as PostgreSQL has it. */
public enum Operator {
    OR("or", 1, Form.INFIX),
    AND("and", 2, Form.INFIX),
    NOT("not", 3, Form.PREFIX),
    IS_NULL("is null", 4, Form.POSTFIX),
    IS_NOT_NULL("is not null", 4, Form.POSTFIX),
    IS_DISTINCT_FROM("is distinct from", 4, Form.INFIX),
    IS_NOT_DISTINCT_FROM("is not distinct from", 4, Form.INFIX),
    EQUAL("=", 5, Form.INFIX),
    NOT_EQUAL("<>", 5, Form.INFIX),
    LESS("<", 5, Form.INFIX),
    LESS_OR_EQUAL("<=", 5, Form.INFIX),
    GREATER(">", 5, Form.INFIX),
    GREATER_OR_EQUAL(">=", 5, Form.INFIX),
    LIKE("like", 6, Form.INFIX),
    NOT_LIKE("not like", 6, Form.INFIX),
    ILIKE("ilike", 6, Form.INFIX),
    BETWEEN("between", 6, Form.BETWEEN),
    NOT_BETWEEN("not between", 6, Form.BETWEEN),
    EQUAL_ANY("= any", 5, Form.CALL),
    NOT_EQUAL_ALL("<> all", 5, Form.CALL),
    IN("in", 6, Form.INFIX),
    NOT_IN("not in", 6, Form.INFIX),
    CONCAT("||", 7, Form.INFIX),
    PLUS("+", 8, Form.INFIX),
    MINUS("-", 8, Form.INFIX),
    TIMES("*", 9, Form.INFIX),
    DIVIDE("/", 9, Form.INFIX),
    MODULO("%", 9, Form.INFIX),
    NEGATE("-", 10, Form.PREFIX);

    private final String symbol;
    private final int precedence;
    private final Form form;

    Operator(String symbol, int precedence, Form form) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.form = form;
    }

    public String symbol() {
        return symbol;
    }

    public int precedence() {
        return precedence;
    }

    public Form form() {
        return form;
    }

    /** How an operator and its operands are written. */
    public enum Form {
        /** {@code - a} */
        PREFIX,
        /** {@code a is null} */
        POSTFIX,
        /** {@code a + b + c} */
        INFIX,
        /** {@code a between b and c} */
        BETWEEN,
        /** {@code a = any (b)} */
        CALL
    }
}
