// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that PostgreSQL explains by, as maps, lists, texts, numbers and booleans. For one use. */
final class JsonReader {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String json;
    private int at;

    private JsonReader(String json) {
        this.json = json;
    }

    static @Nullable Object read(String json) {
        return new JsonReader(json).value();
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private char peek() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return json.charAt(at);
    }

    private boolean skip(char wanted) {
        boolean there = peek() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw new IllegalArgumentException("no " + wanted + " at " + at + " of " + json);
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        expect('{');
        while (!skip('}')) {
            peek();
            String name = text();
            expect(':');
            members.put(name, value());
            skip(',');
        }
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        expect('[');
        while (!skip(']')) {
            elements.add(value());
            skip(',');
        }
        return elements;
    }

    private String text() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (json.charAt(at) != '"') {
            char next = json.charAt(at++);
            text.append(next == '\\' ? escaped() : next);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char kind = json.charAt(at++);
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += HEX_DIGITS;
                yield (char) Integer.parseInt(json.substring(at - HEX_DIGITS, at), HEX);
            }
            default -> kind;
        };
    }

    private Double number() {
        int begin = at;
        while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(json.substring(begin, at));
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!json.startsWith(word, at)) {
            throw new IllegalArgumentException("no " + word + " at " + at + " of " + json);
        }
        at += word.length();
        return meaning;
    }
}
