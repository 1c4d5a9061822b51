// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import com.palantir.javapoet.ClassName;
import dev.athanor.processor.model.TableName;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The names that EclipseLink gives by default, and PostgreSQL's way to read those that are given. */
public final class Names {
    private Names() {}

    /** A name as the database has it: in small letters, unless it is quoted. */
    public static String folded(String name) {
        boolean quoted = name.length() > 2
                && (name.charAt(0) == '"' || name.charAt(0) == '`')
                && name.charAt(name.length() - 1) == name.charAt(0);
        return quoted ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
    }

    /** The name of an entity: what its table is called, if nothing else is said. */
    public static String entity(TypeElement entity) {
        return Marks.of(entity).jpa("Entity").flatMap(mark -> mark.text("name")).orElseGet(() -> nested(entity));
    }

    /** With the classes around it, as EclipseLink has it. */
    private static String nested(TypeElement entity) {
        return String.join("$", ClassName.get(entity).simpleNames());
    }

    /** The table of an entity. */
    public static TableName table(TypeElement entity) {
        return table(Marks.of(entity).jpa("Table"), entity(entity));
    }

    /** A table, by an annotation or by default. */
    public static TableName table(Optional<Mark> mark, String otherwise) {
        return new TableName(
                mark.flatMap(table -> table.text("schema")).map(Names::folded),
                mark.flatMap(table -> table.text("name"))
                        .map(Names::folded)
                        .orElse(otherwise.toLowerCase(Locale.ROOT)));
    }

    /** The column of an attribute. */
    public static String column(Optional<Mark> mark, String otherwise) {
        return mark.flatMap(column -> column.text("name"))
                .map(Names::folded)
                .orElse(otherwise.toLowerCase(Locale.ROOT));
    }

    /**
     * The columns of a foreign key, by those that they refer to. A key of several columns is referred to by columns of
     * the same names, which is EclipseLink's way, not the specification's.
     */
    public static Map<String, String> join(List<Mark> columns, List<String> key, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        if (columns.isEmpty()) {
            key.forEach(name -> names.put(name, key.size() == 1 ? joined(prefix, name) : lower(name)));
        }
        for (Mark column : columns) {
            String referred =
                    column.text("referencedColumnName").map(Names::folded).orElse(key.get(0));
            names.put(referred, column.text("name").map(Names::folded).orElseGet(() -> joined(prefix, key.get(0))));
        }
        return names;
    }

    /** The columns of keys of a map that are entities, by those that they refer to. */
    public static Map<String, String> mapKey(List<Mark> columns, List<String> key, String otherwise) {
        Map<String, String> names = new LinkedHashMap<>(join(columns, key, otherwise));
        if (columns.isEmpty() && key.size() == 1) {
            names.put(key.get(0), lower(otherwise));
        }
        return names;
    }

    /** The columns of a primary key that is also a foreign key, by those that they refer to. */
    public static Map<String, String> primary(List<Mark> columns, List<String> key, List<String> own) {
        Map<String, String> names = new LinkedHashMap<>();
        if (columns.isEmpty()) {
            for (int i = 0; i < key.size(); i++) {
                names.put(key.get(i), i < own.size() ? own.get(i) : key.get(i));
            }
        }
        for (Mark column : columns) {
            String referred =
                    column.text("referencedColumnName").map(Names::folded).orElse(key.get(0));
            names.put(referred, column.text("name").map(Names::folded).orElse(own.isEmpty() ? referred : own.get(0)));
        }
        return names;
    }

    /** The generated class of a class. */
    public static ClassName generated(TypeElement type) {
        ClassName name = ClassName.get(type);
        return ClassName.get(name.packageName(), "Q" + String.join("_", name.simpleNames()));
    }

    private static String joined(String prefix, String column) {
        return lower(prefix + "_" + column);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
