// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement. Immutable and thread-safe.
 *
 * @param sql the statement, without a semicolon
 * @param note what to know or do before it
 */
public record Step(String sql, Optional<String> note) {
    /** Has both. */
    public Step {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(note, "note");
    }

    /** Without a note. */
    public static Step of(String sql) {
        return new Step(sql, Optional.empty());
    }

    /** The same with a note. */
    public Step noting(String text) {
        return new Step(sql, Optional.of(text));
    }
}
