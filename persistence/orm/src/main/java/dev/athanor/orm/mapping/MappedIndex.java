// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index, or a unique key, that JPA's annotations or {@code orm.xml} say. Immutable and thread-safe.
 *
 * @param name the name, if one is said
 * @param columns the columns as they are said, maybe with their order
 */
public record MappedIndex(Optional<String> name, List<String> columns) {
    /** Keeps a copy. */
    public MappedIndex {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }
}
