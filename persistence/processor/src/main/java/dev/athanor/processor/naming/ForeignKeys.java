// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** The columns of relations to one. */
final class ForeignKeys {
    private final Compilation compilation;
    private final Relations relations;
    private final PrimaryKeys keys;

    ForeignKeys(Compilation compilation, Relations relations, PrimaryKeys keys) {
        this.compilation = compilation;
        this.relations = relations;
        this.keys = keys;
    }

    /** The columns of a relation, by those they refer to. */
    Map<String, String> names(Attribute attribute) {
        List<Mark> primary = attribute.marks().repeated("PrimaryKeyJoinColumn");
        TypeElement target = relations.target(attribute);
        if (attribute.has("OneToOne") && !primary.isEmpty()) {
            List<String> own = keys.names(
                    compilation.classes().hierarchy(attribute.level()).entity());
            return Names.primary(primary, keys.names(target), own);
        }
        return names(target, attribute.marks().repeated("JoinColumn"), attribute.name());
    }

    /** The columns that refer to a table, by those they refer to. */
    Map<String, String> names(TypeElement target, List<Mark> columns, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        Names.join(columns, keys.names(target), prefix)
                .forEach((referred, name) -> names.put(first(target, referred), name));
        return names;
    }

    /** The column of the first table that one of an entity's own table equals, if it does. */
    private String first(TypeElement target, String column) {
        if (keys.names(target).contains(column)) {
            return column;
        }
        return new EntityTables(compilation, keys)
                .parts(compilation.classes().hierarchy(target)).stream()
                        .filter(part -> part.theirs().contains(column))
                        .map(part -> part.own().get(part.theirs().indexOf(column)))
                        .findFirst()
                        .orElse(column);
    }

    /** Whether columns refer to the whole of a key, so that they are the target's key, too. */
    boolean whole(TypeElement target, Map<String, String> names) {
        return names.keySet().equals(Set.copyOf(keys.names(target)));
    }

    /** The table a column is said to be in. */
    Optional<String> table(Attribute attribute) {
        return attribute.marks().repeated("JoinColumn").stream()
                .map(column -> column.text("table").map(Names::folded))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
