// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

/** What PostgreSQL puts around whole expressions, and a person would not. */
final class Parentheses {
    private Parentheses() {}

    /** An expression without the pair around all of it, if there is one. */
    static String without(String expression) {
        boolean around = expression.startsWith("(") && closing(expression) == expression.length() - 1;
        return around ? expression.substring(1, expression.length() - 1) : expression;
    }

    /** Where the first parenthesis is closed; those in constants and in names are passed over. */
    private static int closing(String expression) {
        int depth = 0;
        char within = 0;
        for (int i = 0; i < expression.length(); i++) {
            char each = expression.charAt(i);
            if (within != 0) {
                within = each == within ? 0 : within;
            } else if (each == '\'' || each == '"') {
                within = each;
            } else if (each == '(') {
                depth++;
            } else if (each == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
