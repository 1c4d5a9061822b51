// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.model.TableName;
import dev.athanor.processor.model.TablePart;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Hierarchy.Inheritance;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The tables of entities. */
final class EntityTables {
    private final Compilation compilation;
    private final PrimaryKeys keys;

    EntityTables(Compilation compilation, PrimaryKeys keys) {
        this.compilation = compilation;
        this.keys = keys;
    }

    /** The table with the key. */
    TableName first(Hierarchy hierarchy) {
        return switch (hierarchy.inheritance()) {
            case NONE, TABLE_PER_CLASS -> Names.table(hierarchy.entity());
            case SINGLE_TABLE, JOINED -> Names.table(hierarchy.root());
        };
    }

    /** The table that an entity names its own: the one that links and foreign keys are called by. */
    TableName own(TypeElement entity) {
        Hierarchy hierarchy = compilation.classes().hierarchy(entity);
        return hierarchy.inheritance() == Inheritance.SINGLE_TABLE
                ? Names.table(hierarchy.root())
                : Names.table(entity);
    }

    /** The further tables: of the classes below the root, and secondary ones. */
    List<TablePart> parts(Hierarchy hierarchy) {
        List<String> key = keys.names(hierarchy.entity());
        List<TablePart> parts = new ArrayList<>();
        for (TypeElement level : hierarchy.entities()) {
            Marks marks = Marks.of(level);
            if (joined(hierarchy, level)) {
                TableName table = Names.table(level);
                parts.add(part(table, false, marks.repeated("PrimaryKeyJoinColumn"), key));
            }
            for (Mark secondary : marks.repeated("SecondaryTable")) {
                TableName table = Names.table(Optional.of(secondary), "");
                parts.add(part(table, true, secondary.marks("pkJoinColumns"), key));
            }
        }
        return parts;
    }

    private static boolean joined(Hierarchy hierarchy, TypeElement level) {
        return hierarchy.inheritance() == Inheritance.JOINED && level != hierarchy.root();
    }

    private static TablePart part(TableName table, boolean optional, List<Mark> columns, List<String> key) {
        Map<String, String> names = Names.primary(columns, key, key);
        return new TablePart(table.name(), table, optional, List.copyOf(names.keySet()), List.copyOf(names.values()));
    }

    /** The part that has what a class declares, if it is not the first table. */
    Optional<String> part(Hierarchy hierarchy, TypeElement level) {
        TypeElement owner = hierarchy.owner(level);
        return joined(hierarchy, owner) ? Optional.of(Names.table(owner).name()) : Optional.empty();
    }

    /** The part that has a column that says in which table it is. */
    Optional<String> part(Hierarchy hierarchy, TypeElement level, Optional<String> said) {
        if (said.isEmpty()) {
            return part(hierarchy, level);
        }
        return said.filter(
                name -> parts(hierarchy).stream().anyMatch(part -> part.name().equals(name)));
    }
}
