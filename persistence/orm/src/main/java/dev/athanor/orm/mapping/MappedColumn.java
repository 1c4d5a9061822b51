// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.lang.reflect.AnnotatedElement;
import java.util.Objects;
import java.util.Optional;

/**
 * A column that an attribute is kept in. Immutable and thread-safe.
 *
 * @param name the name
 * @param type the type, as SQL has it; all that {@code columnDefinition} says, if it does
 * @param nullable whether it may be null
 * @param unique whether no two rows may have the same value
 * @param identity whether the database numbers the rows
 * @param attribute the field or the method of the attribute; none for what no attribute shows
 */
public record MappedColumn(
        String name,
        String type,
        boolean nullable,
        boolean unique,
        boolean identity,
        Optional<AnnotatedElement> attribute) {
    /** Has them all. */
    public MappedColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(attribute, "attribute");
    }
}
