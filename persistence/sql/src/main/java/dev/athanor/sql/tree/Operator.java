// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/**
 * Operators, with how tightly they bind: the higher the tighter. Those without a symbol are a database's own, which its
 * renderer spells.
 */
public enum Operator {
    OR("or", 1, Form.INFIX),
    AND("and", 2, Form.INFIX),
    NOT("not", 3, Form.PREFIX),
    IS_NULL("is null", 4, Form.POSTFIX),
    IS_NOT_NULL("is not null", 4, Form.POSTFIX),
    IS_TRUE("is true", 4, Form.POSTFIX),
    IS_FALSE("is false", 4, Form.POSTFIX),
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
    BETWEEN("between", 6, Form.BETWEEN),
    NOT_BETWEEN("not between", 6, Form.BETWEEN),
    IN("in", 6, Form.INFIX),
    NOT_IN("not in", 6, Form.INFIX),
    CONCAT("||", 7, Form.INFIX),
    PLUS("+", 8, Form.INFIX),
    MINUS("-", 8, Form.INFIX),
    TIMES("*", 9, Form.INFIX),
    DIVIDE("/", 9, Form.INFIX),
    MODULO("%", 9, Form.INFIX),
    NEGATE("-", 13, Form.PREFIX),
    AT_TIME_ZONE("at time zone", 11, Form.INFIX),
    COLLATE("collate", 12, Form.INFIX),

    ILIKE(6, Form.INFIX),
    NOT_ILIKE(6, Form.INFIX),
    MATCHES(7, Form.INFIX),
    MATCHES_IGNORING_CASE(7, Form.INFIX),
    CONTAINS(7, Form.INFIX),
    CONTAINED_BY(7, Form.INFIX),
    OVERLAPS(7, Form.INFIX),
    JSON_GET(7, Form.INFIX),
    JSON_GET_TEXT(7, Form.INFIX),
    JSON_PATH(7, Form.INFIX),
    JSON_PATH_TEXT(7, Form.INFIX),
    JSON_HAS_KEY(7, Form.INFIX),
    JSON_HAS_ANY_KEY(7, Form.INFIX),
    JSON_HAS_ALL_KEYS(7, Form.INFIX),
    JSON_PATH_EXISTS(7, Form.INFIX),
    JSON_PATH_MATCHES(7, Form.INFIX),
    JSON_WITHOUT(8, Form.INFIX),
    JSON_WITHOUT_PATH(7, Form.INFIX),
    TEXT_SEARCH_MATCHES(7, Form.INFIX),
    ELEMENT(14, Form.ELEMENT);

    private final String symbol;
    private final int precedence;
    private final Form form;

    Operator(String symbol, int precedence, Form form) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.form = form;
    }

    Operator(int precedence, Form form) {
        this("", precedence, form);
    }

    /** How databases agree to write it; empty for a database's own. */
    public String symbol() {
        return symbol;
    }

    /** How tightly it binds. */
    public int precedence() {
        return precedence;
    }

    /** How it and its operands are written. */
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
        /** {@code a[b]} */
        ELEMENT
    }
}
