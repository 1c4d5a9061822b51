// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is made of arrays, texts and nulls alone, as multisets travel. For one use by one thread. */
final class NestedText {
    private final String json;
    private int at;

    private NestedText(String json) {
        this.json = json;
    }

    static List<?> read(String json) {
        NestedText text = new NestedText(json);
        text.skip();
        return text.array();
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        skip();
        while (json.charAt(at) != ']') {
            elements.add(element());
            skip();
            at += json.charAt(at) == ',' ? 1 : 0;
            skip();
        }
        at++;
        return elements;
    }

    private @Nullable Object element() {
        return switch (json.charAt(at)) {
            case '[' -> array();
            case '"' -> text();
            case 'n' -> {
                at += "null".length();
                yield null;
            }
            default -> throw new SqlException(SqlError.VALUE_UNREADABLE, "a multiset has an unknown value at " + at);
        };
    }

    private void skip() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
    }

    private String text() {
        int from = ++at;
        while (json.charAt(at) != '"' && json.charAt(at) != '\\') {
            at++;
        }
        if (json.charAt(at) == '"') {
            return json.substring(from, at++);
        }
        StringBuilder text = new StringBuilder(json.substring(from, at));
        while (json.charAt(at) != '"') {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
            at++;
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char escape = json.charAt(++at);
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json, at - 3, at + 1, 16);
            }
            default -> escape;
        };
    }
}
