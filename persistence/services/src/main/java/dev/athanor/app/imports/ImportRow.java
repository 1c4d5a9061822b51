// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import dev.athanor.app.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, as it is there.
 *
 * @param line which line of the file it begins on, from 1
 * @param values what it has, by names; what is empty is not there
 * @param malformed why it has nothing, if it cannot be read
 */
public record ImportRow(
        long line, Map<String, String> values, @Nullable String malformed) {
    private static final int MOST_DIGITS = 30;

    /** More would not help anybody, and a row could have many. */
    private static final int MOST_UNKNOWN = 10;

    /** Keeps a copy. */
    public ImportRow {
        values = Map.copyOf(values);
    }

    static ImportRow malformed(long line, String reason) {
        return new ImportRow(line, Map.of(), reason);
    }

    /** A text; an empty one, if there is none. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** A number; none, if there is none, or it is none. */
    public @Nullable BigDecimal decimal(String name, Violations violations) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            violations.when(
                    number.precision() > MOST_DIGITS || number.scale() < -MOST_DIGITS, name, "has too many digits");
            return number;
        } catch (NumberFormatException e) {
            violations.when(true, name, "is not a number");
            return null;
        }
    }

    /** A whole number; zero, if there is none, or it is none. */
    public int whole(String name, Violations violations) {
        String text = text(name);
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            violations.when(true, name, "is not a whole number");
            return 0;
        }
    }

    /** Refuses what nobody would read: a name with a slip in it would be lost. */
    public void onlyHas(List<String> known, Violations violations) {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .limit(MOST_UNKNOWN)
                .forEach(name -> violations.when(true, name, "is not known; known are " + String.join(", ", known)));
    }
}
