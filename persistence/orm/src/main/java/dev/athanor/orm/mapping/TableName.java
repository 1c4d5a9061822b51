// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.util.Objects;
import java.util.Optional;

/**
 * The name of a table, a sequence or a type, as PostgreSQL has it. Immutable and thread-safe.
 *
 * @param schema the schema, if one is said
 * @param name the name within it
 */
public record TableName(Optional<String> schema, String name) {
    /** Has both. */
    public TableName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }
}
