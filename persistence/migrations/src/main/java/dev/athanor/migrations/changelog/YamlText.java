// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes YAML as a person would: plain where it can be, in blocks where there are lines. For one thread. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][^\\p{Cntrl}]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9][-+.:_0-9a-fA-FxXoOtTzZ ]*");
    private static final Pattern UNPLAIN = Pattern.compile(": | #|:$|^\\s|\\s$|[\\x{2028}\\x{2029}\\x{FEFF}]");
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private final StringBuilder text = new StringBuilder();

    /** A line, so many steps of two blanks in. */
    void line(int indent, String line) {
        if (!line.isEmpty()) {
            text.append("  ".repeat(indent)).append(line);
        }
        text.append('\n');
    }

    /** A key and its value. */
    void scalar(int indent, String key, String value) {
        if (isPlain(value)) {
            line(indent, key + ": " + value);
        } else if (isBlock(value)) {
            line(indent, key + ": |-");
            value.lines().forEach(each -> line(indent + 1, each));
        } else {
            line(indent, key + ": " + quoted(value));
        }
    }

    private static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches()
                && !NUMBER.matcher(value).matches()
                && !UNPLAIN.matcher(value).find()
                && !WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Blank lines and blanks at ends would be changed, or not seen. */
    private static boolean isBlock(String value) {
        return value.indexOf('\n') > 0
                && !value.endsWith("\n")
                && !value.startsWith(" ")
                && value.codePoints().allMatch(each -> each == '\n' || isPlainCharacter(each))
                && value.lines().noneMatch(each -> each.isEmpty() || each.endsWith(" "));
    }

    private static boolean isPlainCharacter(int codePoint) {
        return (codePoint >= ' ' && codePoint < 0x7f) || (codePoint >= 0xa0 && Character.isLetter(codePoint));
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(each -> {
            switch (each) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPlainCharacter(each)) {
                        quoted.appendCodePoint(each);
                    } else {
                        quoted.append(each > 0xffff ? "\\U%08x".formatted(each) : "\\u%04x".formatted(each));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
