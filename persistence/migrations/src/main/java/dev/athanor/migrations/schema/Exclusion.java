// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A comparison that holds between no two rows. Immutable and thread-safe.
 *
 * @param name the name
 * @param text all of it, as SQL has it, from {@code exclude} on
 */
public record Exclusion(String name, String text) implements Constraint {
    /** Has both. */
    public Exclusion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Exclusion named(String other) {
        return new Exclusion(other, text);
    }

    @Override
    public String kind() {
        return "exclusion";
    }

    @Override
    public String definition(Function<QualifiedName, String> tables) {
        return text;
    }

    @Override
    public Exclusion following(QualifiedName table, NameChange names) {
        return new Exclusion(name, names.expression(table, text));
    }
}
