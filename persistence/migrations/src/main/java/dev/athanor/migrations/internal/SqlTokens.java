// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import dev.athanor.migrations.internal.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text of PostgreSQL's SQL into its tokens, without comments; what does not end, ends with the text. See
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html. For one use by one thread.
 */
public final class SqlTokens {
    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int place;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** The tokens of a text. */
    public static List<SqlToken> of(String sql) {
        SqlTokens tokens = new SqlTokens(sql);
        while (tokens.place < sql.length()) {
            tokens.next();
        }
        return List.copyOf(tokens.tokens);
    }

    /** The tokens of each statement of a text: what is between semicolons, but not in a body from {@code atomic} on. */
    public static List<List<SqlToken>> statements(String sql) {
        List<List<SqlToken>> statements = new ArrayList<>();
        List<SqlToken> open = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : of(sql)) {
            if (token.is(";") && depth == 0) {
                add(statements, open);
                open = new ArrayList<>();
                continue;
            }
            if (token.is("atomic") || (depth > 0 && token.is("case"))) {
                depth++;
            } else if (depth > 0 && token.is("end")) {
                depth--;
            }
            open.add(token);
        }
        add(statements, open);
        return statements;
    }

    private static void add(List<List<SqlToken>> statements, List<SqlToken> statement) {
        if (!statement.isEmpty()) {
            statements.add(List.copyOf(statement));
        }
    }

    private void next() {
        char first = sql.charAt(place);
        if (Character.isWhitespace(first)) {
            place++;
        } else if (sql.startsWith("--", place)) {
            place = after("\n", place);
        } else if (sql.startsWith("/*", place)) {
            place = afterComment();
        } else if (first == '\'') {
            add(Kind.STRING, afterQuotes('\'', place, false));
        } else if (first == '"') {
            add(Kind.QUOTED, afterQuotes('"', place, false));
        } else if (first == '$' && dollarTag() > 0) {
            String tag = sql.substring(place, dollarTag());
            add(Kind.DOLLAR, after(tag, place + tag.length()));
        } else if (Character.isDigit(first)) {
            add(Kind.NUMBER, whilePart(place, true));
        } else if (Character.isJavaIdentifierStart(first) && first != '$') {
            word();
        } else {
            add(Kind.SIGN, place + (sql.startsWith("::", place) ? 2 : 1));
        }
    }

    private void word() {
        int end = whilePart(place, false);
        String word = sql.substring(place, end);
        boolean quoted = end < sql.length() && sql.charAt(end) == '\'';
        if (quoted && word.length() == 1 && "eEbBxXnN".contains(word)) {
            add(Kind.STRING, afterQuotes('\'', end, word.equalsIgnoreCase("e")));
        } else if (word.equalsIgnoreCase("u") && sql.startsWith("&'", end)) {
            add(Kind.STRING, afterQuotes('\'', end + 1, false));
        } else if (word.equalsIgnoreCase("u") && sql.startsWith("&\"", end)) {
            add(Kind.QUOTED, afterQuotes('"', end + 1, false));
        } else {
            add(Kind.WORD, end);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new SqlToken(kind, sql.substring(place, end), place));
        place = end;
    }

    private int after(String text, int from) {
        int found = sql.indexOf(text, from);
        return found < 0 ? sql.length() : found + text.length();
    }

    private int afterComment() {
        int depth = 0;
        int at = place;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private int afterQuotes(char quote, int from, boolean escapes) {
        int at = from + 1;
        while (at < sql.length()) {
            char each = sql.charAt(at);
            if (escapes && each == '\\') {
                at++;
            } else if (each == quote) {
                if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return sql.length();
    }

    /** Where the {@code $tag$} that begins here ends, or 0 if none does. */
    private int dollarTag() {
        int at = place + 1;
        while (at < sql.length() && sql.charAt(at) != '$' && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        boolean numbered = at > place + 1 && Character.isDigit(sql.charAt(place + 1));
        return at < sql.length() && sql.charAt(at) == '$' && !numbered ? at + 1 : 0;
    }

    private int whilePart(int from, boolean number) {
        int at = from;
        while (at < sql.length()
                && (Character.isJavaIdentifierPart(sql.charAt(at)) || (number && sql.charAt(at) == '.'))) {
            at++;
        }
        return at;
    }
}
