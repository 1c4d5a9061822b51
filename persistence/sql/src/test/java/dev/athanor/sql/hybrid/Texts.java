// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that are hard to take for what they are. */
final class Texts {
    private static final int[] ALPHABET = alphabet();

    private Texts() {}

    /** Random texts of characters that are of one kind or many, short, so that they have much in common. */
    static List<String> random(Random random, int number) {
        List<String> texts = new ArrayList<>(List.of("", " ", "a", "abc", "%_\\", "'", "a\\1b", "{0}", "??"));
        while (texts.size() < number) {
            texts.add(text(random, random.nextInt(12)));
        }
        return texts;
    }

    /** A text of so many characters. */
    static String text(Random random, int characters) {
        int variety = 1 + random.nextInt(ALPHABET.length);
        int from = random.nextInt(ALPHABET.length);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.appendCodePoint(ALPHABET[(from + random.nextInt(variety)) % ALPHABET.length]);
        }
        return text.toString();
    }

    /** Every character that the database can keep, of the planes that have letters, and some of others. */
    static IntStream characters() {
        return IntStream.concat(IntStream.range(1, 0x20000), IntStream.of(0x20000, 0x2A6D6, 0xE0020, 0x10FFFD))
                .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private static int[] alphabet() {
        IntStream plain = "abcABC019 -_%\\'\"$".codePoints();
        IntStream whitespace =
                characters().filter(character -> Character.isWhitespace(character) || Character.isSpaceChar(character));
        IntStream controls = IntStream.of(1, 2, 8, 0x1B, 0x1F, 0x7F, 0x85, 0x200B, 0xFEFF);
        IntStream letters = "äÄßẞıİiIŞşğΣσςΑᾳΌόǅǆǄŉéß".codePoints();
        IntStream marks = IntStream.of(0x300, 0x301, 0x307, 0x308, 0x345, 0x20DD);
        IntStream pairs = IntStream.of(0x10000, 0x1F600, 0x10400, 0x10428, 0x1F1E9, 0x10FFFD, 0xFFFD, 0xE000);
        return Stream.of(plain, whitespace, controls, letters, marks, pairs)
                .flatMapToInt(Function.identity())
                .toArray();
    }
}
