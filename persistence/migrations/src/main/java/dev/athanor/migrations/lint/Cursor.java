// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in the tokens of a statement. For one use by one thread. */
final class Cursor {
    private final List<SqlToken> tokens;
    private int place;

    Cursor(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return place >= tokens.size();
    }

    boolean isAt(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (place + i >= tokens.size() || !tokens.get(place + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Goes past these, if they are here. */
    boolean accept(String... words) {
        if (!isAt(words)) {
            return false;
        }
        place += words.length;
        return true;
    }

    Optional<SqlToken> next() {
        return atEnd() ? Optional.empty() : Optional.of(tokens.get(place++));
    }

    /** A name, with its schema but for {@code public}; empty if there is none. */
    String name() {
        List<String> parts = new ArrayList<>();
        while (!atEnd() && tokens.get(place).isName()) {
            parts.add(tokens.get(place++).name());
            if (!accept(".")) {
                break;
            }
        }
        if (parts.size() > 1 && parts.get(0).equals("public")) {
            parts.remove(0);
        }
        return String.join(".", parts);
    }

    /** Names with commas between them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            accept("only");
            names.add(name());
            accept("*");
        } while (accept(","));
        return names;
    }

    /** All that is left. */
    List<SqlToken> rest() {
        List<SqlToken> rest = tokens.subList(place, tokens.size());
        place = tokens.size();
        return rest;
    }

    /** What is left, in parts between commas that are not in parentheses. */
    List<List<SqlToken>> parts() {
        return split(rest());
    }

    /** What is in the parentheses that begin here, in parts between commas. */
    List<List<SqlToken>> partsInParentheses() {
        if (!accept("(")) {
            return List.of();
        }
        List<SqlToken> inside = new ArrayList<>();
        int depth = 1;
        while (!atEnd()) {
            SqlToken token = tokens.get(place++);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            inside.add(token);
        }
        return split(inside);
    }

    private static List<List<SqlToken>> split(List<SqlToken> tokens) {
        List<List<SqlToken>> parts = new ArrayList<>();
        List<SqlToken> part = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts;
    }

    /** Goes to the first of these words that is not in parentheses; whether there is one. */
    boolean skipTo(String... words) {
        int depth = 0;
        for (; place < tokens.size(); place++) {
            SqlToken token = tokens.get(place);
            if (depth == 0) {
                for (String word : words) {
                    if (token.is(word)) {
                        return true;
                    }
                }
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return false;
    }

    /** Whether words follow one another somewhere in tokens. */
    static boolean has(List<SqlToken> tokens, String... words) {
        for (int i = 0; i + words.length <= tokens.size(); i++) {
            if (new Cursor(tokens.subList(i, tokens.size())).isAt(words)) {
                return true;
            }
        }
        return false;
    }
}
