// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * How a column numbers rows. Immutable and thread-safe.
 *
 * @param always whether numbers of one's own are refused
 * @param options how it counts
 */
public record Identity(boolean always, SequenceOptions options) {
    /** Has the options. */
    public Identity {
        Objects.requireNonNull(options, "options");
    }

    /** Numbers from 1 on, where an insert gives none. */
    public static Identity byDefault(String type) {
        return new Identity(false, SequenceOptions.of(type, 1, 1));
    }
}
