// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.model.LinkTable;
import dev.athanor.processor.model.TableName;
import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The tables between owners and targets. */
final class Links {
    private final Compilation compilation;
    private final Relations relations;
    private final PrimaryKeys keys;

    Links(Compilation compilation, Relations relations, PrimaryKeys keys) {
        this.compilation = compilation;
        this.relations = relations;
        this.keys = keys;
    }

    /** That of an attribute of an entity, or of what is embedded in it. */
    LinkTable of(Hierarchy hierarchy, Attribute attribute) {
        TypeElement owner = owner(hierarchy, attribute);
        TypeElement target = relations.target(attribute);
        Optional<Mark> mark = relations
                .override(hierarchy, attribute.name())
                .flatMap(override -> override.mark("joinTable"))
                .or(() -> attribute.marks().jpa("JoinTable"));
        EntityTables tables = new EntityTables(compilation, keys);
        TableName table = Names.table(
                mark, tables.own(owner).name() + "_" + tables.own(target).name());
        Map<String, String> own = keys.foreignKeys()
                .names(owner, columns(mark, "joinColumns"), ownPrefix(hierarchy, owner, target, attribute));
        Map<String, String> theirs =
                keys.foreignKeys().names(target, columns(mark, "inverseJoinColumns"), attribute.name());
        return new LinkTable(
                table,
                List.copyOf(own.values()),
                List.copyOf(own.keySet()),
                List.copyOf(theirs.values()),
                List.copyOf(theirs.keySet()));
    }

    /** The entity whose names a link has: the one that declares the attribute, if it has a table of its own. */
    static TypeElement owner(Hierarchy hierarchy, Attribute attribute) {
        boolean separate = hierarchy.inheritance() == Hierarchy.Inheritance.TABLE_PER_CLASS
                || !hierarchy.levels().contains(attribute.level());
        return separate ? hierarchy.entity() : hierarchy.owner(attribute.level());
    }

    private static List<Mark> columns(Optional<Mark> table, String name) {
        return table.map(mark -> mark.marks(name)).orElse(List.of());
    }

    /** Many-to-many relations with another side are called as that side is. */
    private String ownPrefix(Hierarchy hierarchy, TypeElement owner, TypeElement target, Attribute attribute) {
        return compilation.classes().attributes(target).stream()
                .filter(other -> other.has("ManyToMany")
                        && relations
                                .mappedBy(other)
                                .filter(attribute.name()::equals)
                                .isPresent()
                        && hierarchy.levels().contains(relations.target(other)))
                .findFirst()
                .map(Attribute::name)
                .orElse(Names.entity(owner));
    }
}
