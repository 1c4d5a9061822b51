// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for a formula, as <a
 * href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> lists them. In files they have an apostrophe
 * before them. So have those that begin with apostrophes already, or one of theirs would be taken off.
 */
public final class Formulas {
    /** With what is as wide as two letters: East Asian spreadsheets take it for the same. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final String GUARD = "'";

    private Formulas() {}

    /** A text as it is in a file. */
    public static String guarded(String text) {
        return FORMULA.matcher(text).lookingAt() ? GUARD + text : text;
    }

    /** The text that is so in a file. */
    public static String unguarded(String text) {
        return text.startsWith(GUARD) && FORMULA.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
