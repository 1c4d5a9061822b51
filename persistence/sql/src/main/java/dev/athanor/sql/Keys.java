// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import java.util.List;
import java.util.Optional;

/**
 * Columns of a table by their names: of a foreign key, or of what one refers to.
 *
 * @param part which of its tables has them, if it is not the first
 * @param names their names
 */
public record Keys(Optional<String> part, List<String> names) {
    /** Keeps copies. */
    public Keys {
        names = List.copyOf(names);
    }

    /** Columns of a table, or of the first of several. */
    public static Keys of(String... names) {
        return new Keys(Optional.empty(), List.of(names));
    }

    /** Columns of another of its tables. */
    public static Keys in(String part, String... names) {
        return new Keys(Optional.of(part), List.of(names));
    }

    static Keys of(List<String> names) {
        return new Keys(Optional.empty(), names);
    }

    List<Expression> of(Table table) {
        Source source = source(table.source());
        return names.stream()
                .<Expression>map(name -> new ColumnReference(source, name))
                .toList();
    }

    private Source source(Source whole) {
        return part.isPresent() && whole instanceof JoinedSource joined
                ? new PartSource(joined, Kept.alias(whole.alias(), part.get()))
                : whole;
    }
}
