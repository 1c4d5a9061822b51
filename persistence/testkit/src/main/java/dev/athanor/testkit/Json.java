// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that the database has written, as maps, lists, texts, decimals and booleans. For one text. */
final class Json {
    private final String text;
    private int place;

    private Json(String text) {
        this.text = text;
    }

    /** What a text is; the values of a map of texts are texts. */
    static @Nullable Object parse(String text, Type type) {
        Object parsed = new Json(text).value();
        boolean texts = Generics.argument(type, 1).filter(String.class::equals).isPresent();
        if (texts && parsed instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(key, value == null ? null : String.valueOf(value)));
            return plain;
        }
        return parsed;
    }

    private @Nullable Object value() {
        skip();
        char next = text.charAt(place);
        return switch (next) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        place++;
        while (!ends('}')) {
            String name = string();
            ends(':');
            members.put(name, value());
            ends(',');
        }
        return members;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> elements = new ArrayList<>();
        place++;
        while (!ends(']')) {
            elements.add(value());
            ends(',');
        }
        return elements;
    }

    /** Whether a sign is next, which then is read. */
    private boolean ends(char sign) {
        skip();
        boolean found = text.charAt(place) == sign;
        place += found ? 1 : 0;
        return found;
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        place++;
        while (text.charAt(place) != '"') {
            read.append(text.charAt(place) == '\\' ? escaped() : text.charAt(place));
            place++;
        }
        place++;
        return read.toString();
    }

    private char escaped() {
        char sign = text.charAt(++place);
        return switch (sign) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> sign;
        };
    }

    private char unicode() {
        place += 4;
        return (char) Integer.parseInt(text.substring(place - 3, place + 1), 16);
    }

    private @Nullable Object word() {
        String word = word("[a-z]");
        return word.equals("null") ? null : (Object) word.equals("true");
    }

    private BigDecimal number() {
        return new BigDecimal(word("[-+.eE0-9]"));
    }

    private String word(String signs) {
        int begin = place;
        while (place < text.length() && text.substring(place, place + 1).matches(signs)) {
            place++;
        }
        return text.substring(begin, place);
    }

    private void skip() {
        while (Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }
}
