// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A condition that each row meets. Immutable and thread-safe.
 *
 * @param name the name
 * @param condition the condition, as SQL has it
 * @param validated whether the rows that were there before are known to keep to it
 */
public record Check(String name, String condition, boolean validated) implements Constraint {
    /** Has both. */
    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
    }

    /** One that all rows keep to. */
    public static Check of(String name, String condition) {
        return new Check(name, condition, true);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Check named(String other) {
        return new Check(other, condition, validated);
    }

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public String definition(Function<QualifiedName, String> tables) {
        return "check (" + condition + ")" + (validated ? "" : " not valid");
    }

    @Override
    public Check following(QualifiedName table, NameChange names) {
        return new Check(name, names.expression(table, condition), validated);
    }
}
