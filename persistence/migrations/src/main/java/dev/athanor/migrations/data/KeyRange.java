// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import dev.athanor.migrations.schema.Identifiers;
import java.util.Objects;
import java.util.Optional;

/**
 * Some rows of a table: those after one value of a key, to another one.
 *
 * <pre>{@code "update author set letters = length(name) where " + keys.condition()}</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param key the column
 * @param type its type, as PostgreSQL calls it
 * @param after the value before the first one, as a text; none from the beginning
 * @param last the last value, as a text
 * @param rows how many rows these are
 */
public record KeyRange(String key, String type, Optional<String> after, String last, long rows) {
    /** Has them all. */
    public KeyRange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(last, "last");
    }

    /** The condition that these rows meet, and no others, as SQL. */
    public String condition() {
        String column = Identifiers.quoted(key);
        return after.map(value -> column + " > " + constant(value) + " and ").orElse("") + column + " <= "
                + constant(last);
    }

    private String constant(String value) {
        return Identifiers.literal(value) + "::" + type;
    }
}
