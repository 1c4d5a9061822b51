// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The statements that ran during something, {@link Statements#during}, and what a test asserts of them. Immutable and
 * thread-safe.
 */
public final class Ran {
    private final List<String> texts;

    Ran(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** Their texts, in the order in which they ran. */
    public List<String> texts() {
        return texts;
    }

    /** Asserts how many there were. */
    public Ran hasCount(int expected) {
        return asserting(texts.size() == expected, "expected " + expected + " statements");
    }

    /** Asserts that there were not more. */
    public Ran hasAtMost(int expected) {
        return asserting(texts.size() <= expected, "expected " + expected + " statements at most");
    }

    /** Asserts that there was none. */
    public Ran hasNone() {
        return hasCount(0);
    }

    /**
     * Asserts that no query ran more than once: what loads relations one row after the other runs the same text again
     * and again, with other values. Inserts, updates and deletes may be repeated.
     */
    public Ran repeatsNone() {
        Map<String, Integer> times = new LinkedHashMap<>();
        texts.stream().filter(Ran::isQuery).forEach(text -> times.merge(text, 1, Integer::sum));
        times.values().removeIf(number -> number == 1);
        return asserting(times.isEmpty(), "expected no query to run more than once, but of these some did: " + times);
    }

    private static boolean isQuery(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("with") || start.startsWith("(");
    }

    private Ran asserting(boolean holds, String expectation) {
        if (!holds) {
            throw new AssertionError(expectation + ", and there were " + texts.size() + ":" + listed());
        }
        return this;
    }

    private String listed() {
        return texts.isEmpty() ? " none" : "\n  " + String.join("\n  ", texts);
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
