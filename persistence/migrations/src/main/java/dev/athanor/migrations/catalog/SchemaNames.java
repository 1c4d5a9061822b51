// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.schema.Identifiers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Schemas that are read, by the names that they have there, and are known by. Immutable and thread-safe.
 *
 * @param mainSchema what the main one is known by
 * @param knownNames by the names that they have
 */
record SchemaNames(String mainSchema, Map<String, String> knownNames) {
    /** They are known by the names that they have. */
    static SchemaNames same(String mainSchema, Set<String> schemas) {
        Map<String, String> names = new LinkedHashMap<>();
        schemas.forEach(schema -> names.put(schema, schema));
        return new SchemaNames(mainSchema, names);
    }

    String[] there() {
        return knownNames.keySet().toArray(String[]::new);
    }

    String known(String there) {
        return knownNames.getOrDefault(there, there);
    }

    /** A text in which schemas have the names that they are known by; the others are such that nothing else has. */
    String text(String there) {
        String text = there;
        for (Map.Entry<String, String> name : knownNames.entrySet()) {
            if (!name.getKey().equals(name.getValue())) {
                text = text.replace(name.getKey() + ".", Identifiers.quoted(name.getValue()) + ".");
            }
        }
        return text;
    }
}
