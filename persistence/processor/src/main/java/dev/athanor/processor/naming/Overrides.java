// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** Names of columns that are said elsewhere than at the attributes: by paths from there. */
final class Overrides {
    private final Compilation compilation;
    private final Relations relations;
    private final ForeignKeys foreignKeys;
    private final PrimaryKeys keys;

    Overrides(Compilation compilation, Relations relations, ForeignKeys foreignKeys, PrimaryKeys keys) {
        this.compilation = compilation;
        this.relations = relations;
        this.foreignKeys = foreignKeys;
        this.keys = keys;
    }

    /** Those of an entity: what it says about what it inherits, and keys that are foreign keys. */
    Map<String, String> of(Hierarchy hierarchy) {
        return of(hierarchy, path -> true);
    }

    /** Those that the key of an entity has: others may refer to that key. */
    Map<String, String> ofKey(Hierarchy hierarchy) {
        List<Attribute> key = keys.attributes(hierarchy.entity());
        return of(hierarchy, path -> key.stream().anyMatch(attribute -> attribute.leads(path)));
    }

    private Map<String, String> of(Hierarchy hierarchy, Predicate<String> chosen) {
        TypeElement entity = hierarchy.entity();
        Map<String, String> names = new TreeMap<>();
        for (Attribute attribute : compilation.classes().attributes(entity)) {
            if (attribute.has("MapsId")) {
                names.putAll(derived(entity, attribute));
            }
        }
        hierarchy.levels().forEach(level -> names.putAll(said(Marks.of(level), entity, "", chosen)));
        return names;
    }

    /** Those that an embedded attribute says. */
    Map<String, String> of(Attribute attribute) {
        return said(attribute.marks(), relations.embeddable(attribute), "");
    }

    /** Those that a collection says about its values, or about its keys. */
    Map<String, String> of(Attribute attribute, TypeElement embeddable, boolean map, boolean key) {
        Map<String, String> names = new TreeMap<>();
        if (!key) {
            names.putAll(said(attribute.marks(), embeddable, ""));
        }
        if (map) {
            names.putAll(said(attribute.marks(), embeddable, key ? "key." : "value."));
        }
        return names;
    }

    private Map<String, String> said(Marks marks, TypeElement type, String prefix) {
        return said(marks, type, prefix, path -> true);
    }

    private Map<String, String> said(Marks marks, TypeElement type, String prefix, Predicate<String> chosen) {
        Map<String, String> names = new TreeMap<>();
        for (Mark override : marks.repeated("AttributeOverride")) {
            String path = override.text("name").orElse("");
            Optional<String> column =
                    override.mark("column").flatMap(mark -> mark.text("name")).map(Names::folded);
            if (path.startsWith(prefix) && column.isPresent()) {
                names.put(path.substring(prefix.length()), column.get());
            }
        }
        for (Mark override : marks.repeated("AssociationOverride")) {
            if (chosen.test(override.text("name").orElse(""))) {
                names.putAll(association(override, type, prefix));
            }
        }
        return names;
    }

    private Map<String, String> association(Mark override, TypeElement type, String prefix) {
        Map<String, String> names = new TreeMap<>();
        String said = override.text("name").orElse("");
        List<Mark> columns = override.marks("joinColumns");
        if (said.startsWith(prefix) && !columns.isEmpty()) {
            String path = said.substring(prefix.length());
            relations
                    .find(type, path)
                    .filter(attribute -> relations.kind(attribute) == Relations.Kind.TO_ONE)
                    .ifPresent(attribute -> foreignKeys
                            .names(relations.target(attribute), columns, attribute.name())
                            .forEach((referred, name) -> names.put(path + "." + referred, name)));
        }
        return names;
    }

    /** The columns of a key that are those of a relation. */
    private Map<String, String> derived(TypeElement entity, Attribute relation) {
        Map<String, String> names = foreignKeys.names(relation);
        Attribute id = keys.attributes(entity).stream()
                .findFirst()
                .orElseThrow(() -> relation.problem("has @MapsId, but " + entity.getSimpleName() + " has no key"));
        if (relations.kind(id) != Relations.Kind.EMBEDDED) {
            return Map.of(id.name(), names.values().iterator().next());
        }
        Map<String, String> result = new TreeMap<>();
        TypeElement target = relations.target(relation);
        String said = relation.marks()
                .jpa("MapsId")
                .flatMap(mark -> mark.text("value"))
                .orElse(relation.name());
        Optional<Attribute> part = relations.find(relations.embeddable(id), said);
        boolean basic = part.filter(found -> relations.kind(found) == Relations.Kind.BASIC)
                .isPresent();
        String path = id.name() + (part.isPresent() ? "." + said : "");
        for (KeyColumn column : keys.of(target)) {
            String last = column.path().substring(column.path().indexOf('.') + 1);
            Optional.ofNullable(names.get(column.name()))
                    .ifPresent(name -> result.put(basic ? path : path + "." + last, name));
        }
        return result;
    }
}
