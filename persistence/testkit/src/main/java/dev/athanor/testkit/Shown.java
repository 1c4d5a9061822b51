// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows values to people: what cannot be seen is written as Java would. */
final class Shown {
    private static final int LONGEST = 60;
    private static final int MOST = 6;

    private Shown() {}

    static String value(@Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return text(String.valueOf(value));
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + abbreviated(HexFormat.of().formatHex(bytes));
        }
        if (value instanceof char[] characters) {
            return text(new String(characters));
        }
        if (value instanceof Object[] array) {
            return list(Arrays.asList(array));
        }
        return value instanceof Collection<?> collection ? list(collection) : abbreviated(String.valueOf(value));
    }

    private static String list(Collection<?> values) {
        String some = values.stream().limit(MOST).map(Shown::value).collect(Collectors.joining(", "));
        return "[" + some + (values.size() > MOST ? ", … (" + values.size() + ")" : "") + "]";
    }

    private static String text(String text) {
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String quoted = some.codePoints().mapToObj(Shown::escaped).collect(Collectors.joining("", "\"", "\""));
        return some.equals(text) ? quoted : quoted + "… (" + text.length() + " characters)";
    }

    private static String abbreviated(String text) {
        return text.length() > LONGEST * 2 ? text.substring(0, LONGEST * 2) + "…" : text;
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '"', '\\' -> "\\" + (char) point;
            default -> point == ' ' || isSeen(point) ? Character.toString(point) : String.format("\\u%04X", point);
        };
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
