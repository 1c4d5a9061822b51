// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.util.List;
import java.util.Objects;

/**
 * An enumeration of the database's own. Immutable and thread-safe.
 *
 * @param name the name as it is said, maybe with a schema, and in quotes if it needs them
 * @param values the values, in order
 */
public record MappedEnum(String name, List<String> values) {
    /** Keeps a copy. */
    public MappedEnum {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
    }
}
