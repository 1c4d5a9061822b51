// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.util.Objects;

/**
 * A sequence that keys come from. Immutable and thread-safe.
 *
 * @param name the name
 * @param start the first number that the database is to give
 * @param increment the step
 */
public record MappedSequence(TableName name, long start, long increment) {
    /** Has a name. */
    public MappedSequence {
        Objects.requireNonNull(name, "name");
    }
}
