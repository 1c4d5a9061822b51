// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the database's text for an array of one dimension. For one use by one thread. */
final class ArrayText {
    private final String text;
    private final List<@Nullable String> elements = new ArrayList<>();
    private int at = 1;

    private ArrayText(String text) {
        this.text = text;
    }

    static List<@Nullable String> elements(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw new IllegalArgumentException("an array begins with { and ends with }");
        }
        ArrayText array = new ArrayText(text);
        array.read();
        return array.elements;
    }

    private void read() {
        while (text.charAt(at) != '}') {
            elements.add(text.charAt(at) == '"' ? quoted() : plain());
            at += text.charAt(at) == ',' ? 1 : 0;
        }
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            element.append(text.charAt(at));
            at++;
        }
        at++;
        return element.toString();
    }

    private @Nullable String plain() {
        int from = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            if (text.charAt(at) == '{') {
                throw new IllegalArgumentException("arrays of several dimensions are not read");
            }
            at++;
        }
        String element = text.substring(from, at);
        return element.equals("NULL") ? null : element;
    }
}
