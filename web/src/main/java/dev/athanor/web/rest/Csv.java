// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Formulas;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has them. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it, as {@link Formulas} has it; a number stays one.
 */
final class Csv {
    private Csv() {}

    static String line(List<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The value at the end of a way; none, if a relation on it leads to nothing. */
    static @Nullable Object value(Map<?, ?> document, List<String> way) {
        Object value = document.get(way.get(0));
        return way.size() > 1 && value instanceof Map<?, ?> inside ? value(inside, way.subList(1, way.size())) : value;
    }

    /** A value as a text: relations to several as JSON, and nothing for none. */
    static String text(@Nullable Object value, Function<Object, String> json) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return json.apply(value);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return Formulas.guarded(value instanceof CharSequence ? value.toString() : unquoted(json.apply(value)));
    }

    /** Dates, moments and keys look as they do in JSON. */
    private static String unquoted(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }
}
