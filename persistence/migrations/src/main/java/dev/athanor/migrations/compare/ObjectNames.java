// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;

/**
 * How statements call what is in schemas: the main one is not named. Immutable and thread-safe.
 *
 * @param mainSchema the schema that is not named
 * @param others schemas that are called by other names
 */
public record ObjectNames(Optional<String> mainSchema, Map<String, String> others) {
    /** Keeps a copy. */
    public ObjectNames {
        others = Map.copyOf(others);
    }

    /** As people write them. */
    public static ObjectNames within(String mainSchema) {
        return new ObjectNames(Optional.of(mainSchema), Map.of());
    }

    /** Each schema by the name that it has for the time being. */
    public static ObjectNames replacing(Map<String, String> schemas) {
        return new ObjectNames(Optional.empty(), schemas);
    }

    /** What a table, a sequence or a type is called. */
    public String of(QualifiedName name) {
        return mainSchema.filter(name.schema()::equals).isPresent()
                ? Identifiers.quoted(name.name())
                : schema(name.schema()) + "." + Identifiers.quoted(name.name());
    }

    String schema(String name) {
        return Identifiers.quoted(others.getOrDefault(name, name));
    }
}
