// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.Objects;

/**
 * A table or a column that is gone, and a new one that it may have become. Names are as answers have them: {@code book}
 * or {@code film.book} for a table, {@code book.title} for a column. Immutable and thread-safe.
 *
 * @param from what is gone
 * @param to what is new
 * @param percent how much they are alike
 */
public record RenameCandidate(String from, String to, int percent) {
    /** Has both. */
    public RenameCandidate {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** As an answer: {@code book.title=book.name}. */
    public String answer() {
        return from + "=" + to;
    }
}
