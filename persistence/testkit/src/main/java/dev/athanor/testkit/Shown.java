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
        String quoted = some.chars().mapToObj(c -> escaped((char) c)).collect(Collectors.joining("", "\"", "\""));
        return some.equals(text) ? quoted : quoted + "… (" + text.length() + " characters)";
    }

    private static String abbreviated(String text) {
        return text.length() > LONGEST * 2 ? text.substring(0, LONGEST * 2) + "…" : text;
    }

    private static String escaped(char sign) {
        return switch (sign) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '"', '\\' -> "\\" + sign;
            default -> sign == ' ' || isSeen(sign) ? String.valueOf(sign) : String.format("\\u%04X", (int) sign);
        };
    }

    private static boolean isSeen(char sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
