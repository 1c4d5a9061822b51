// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Texts: spaces of all kinds, letters that change when their case does, and what SQL gives a meaning to. */
final class Texts extends Domain<String> {
    private static final List<String> NOTABLE = List.of(
            "",
            " ",
            "   ",
            "\t",
            "\n",
            "\r\n",
            "\u000B\f",
            "\u001C\u001F",
            "\u0085",
            "\u00A0",
            "\u2003",
            "\u2007",
            "\u3000",
            "\u200B",
            "a",
            "A",
            "b",
            "Ann",
            "ann",
            "ANN",
            " Ann",
            "Ann ",
            " Ann ",
            "\tAnn\n",
            "\u2003Ann\u3000",
            "\u00A0Ann\u00A0",
            "Ann Bell",
            "Ann  Bell",
            "O'Hara",
            "''",
            "\"",
            "\"quoted\"",
            "100%",
            "%",
            "_",
            "a_b",
            "a%b",
            "\\",
            "\\n",
            "a\\b",
            "?",
            "$1",
            "{}",
            ":x",
            "--",
            "/* x */",
            "stra\u00DFe",
            "STRASSE",
            "\u1E9E",
            "\u0130stanbul",
            "istanbul",
            "\u0131s\u0131",
            "I\u0307",
            "\u1F48\u03B4\u03C5\u03C3\u03C3\u03B5\u03CD\u03C2",
            "\u039F\u0394\u039F\u03A3",
            "\u03BF\u03B4\u03BF\u03C3",
            "\u00E9",
            "e\u0301",
            "\u00C9",
            "na\u00EFve",
            "\u01C4",
            "\u01C5",
            "\uFB03",
            "\u00C5ngstr\u00F6m",
            "\u017Ds",
            "\u0436\u0416",
            "\u05E9\u05DC\u05D5\u05DD",
            "\u4F60\u597D",
            "\uD83D\uDE00",
            "a\uD83D\uDE00b",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uD835\uDD38",
            "\uD801\uDC00",
            "\uFFFD\uFF21",
            "0",
            "007",
            "42",
            "-5",
            "1.50",
            "1e3",
            "true",
            "2024-02-29",
            "ann@example.org",
            "Ann.Bell@Example.ORG",
            "a,b,,c",
            "a;b",
            "aaa",
            "abcabc",
            "line one\nline two",
            "long ".repeat(60),
            "x".repeat(255),
            "\u00FC".repeat(300),
            "\uD83D\uDE00".repeat(120));

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "Ann",
            "ann",
            "Z",
            "z",
            " ",
            "  ",
            "\t",
            "\u00A0",
            "\u3000",
            "-",
            "'",
            "%",
            "_",
            "\\",
            ".",
            "@",
            "1",
            "0",
            "\u00DF",
            "\u0130",
            "\u0131",
            "\u03A3",
            "\u03C3",
            "\u03C2",
            "\u00E9",
            "e\u0301",
            "\uD83D\uDE00",
            "\uD801\uDC00",
            "the",
            "Bell",
            "\u00D6");

    private static final List<String> TYPICAL =
            List.of("a", "", "Ann", " ", "%", "_", "\\", "\u00DF", "\uD83D\uDE00", "aaa");

    private final List<String> notable;
    private final List<String> pieces;

    /** With characters that are two to Java, or without. */
    Texts(boolean surrogates) {
        super(String.class);
        this.notable = some(NOTABLE, surrogates);
        this.pieces = some(PIECES, surrogates);
    }

    private static List<String> some(List<String> texts, boolean surrogates) {
        return texts.stream()
                .filter(text -> surrogates || text.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .toList();
    }

    @Override
    List<String> notable() {
        return notable;
    }

    @Override
    List<String> typical() {
        return some(TYPICAL, notable.size() == NOTABLE.size());
    }

    @Override
    String random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    @Override
    List<String> near(String value) {
        return Stream.of(
                        value.toLowerCase(Locale.ROOT),
                        value.toUpperCase(Locale.ROOT),
                        value + " ",
                        " " + value,
                        value + "\t",
                        value + "x",
                        value.strip(),
                        cut(value, value.length() - 1),
                        Normalizer.normalize(value, Normalizer.Form.NFD),
                        Normalizer.normalize(value, Normalizer.Form.NFC))
                .filter(near -> !near.equals(value))
                .toList();
    }

    @Override
    Optional<String> fitted(String value, Limits limits) {
        return Optional.of(cut(value, limits.length())).filter(text -> limits.blank() || !text.isBlank());
    }

    /** Never between the two halves of a character. */
    private static String cut(String value, int length) {
        if (value.length() <= length) {
            return value;
        }
        int end = Math.max(length, 0);
        return value.substring(0, end > 0 && Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
    }

    @Override
    Optional<String> from(Object other) {
        return other instanceof CharSequence || other instanceof Character
                ? Optional.of(other.toString())
                : Optional.empty();
    }

    @Override
    Optional<String> distinct(int place) {
        return Optional.of(Integer.toString(place, Character.MAX_RADIX)
                + List.of("", " \u00DF", "A", "%").get(place % 4));
    }
}
