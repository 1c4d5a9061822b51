// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import com.palantir.javapoet.ClassName;
import dev.athanor.processor.model.Member;
import dev.athanor.processor.model.TableModel;
import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Says what is generated for classes. */
public final class TableModels {
    private final Compilation compilation;
    private final PrimaryKeys keys;
    private final Members members;
    private final EntityTables tables;
    private final Discriminators discriminators;
    private final Attributes attributes;

    /** For what is compiled in one round. */
    public TableModels(Compilation compilation) {
        Relations relations = new Relations(compilation);
        this.compilation = compilation;
        this.keys = new PrimaryKeys(compilation, relations);
        this.members = new Members(compilation, relations, keys);
        this.tables = new EntityTables(compilation, keys);
        this.discriminators = new Discriminators(compilation);
        this.attributes = new Attributes(compilation, members);
    }

    /** What attributes are there. */
    public Attributes attributes() {
        return attributes;
    }

    /** What is generated for a class, if anything is. */
    public Optional<TableModel> of(TypeElement type) {
        Marks marks = Marks.of(type);
        if (marks.has("Entity")) {
            return Optional.of(entity(type));
        }
        if (marks.has("Embeddable")) {
            return Optional.of(embeddable(type));
        }
        // What is between entities belongs to a table of one of them.
        boolean above = compilation.classes().hierarchy(type).entities().isEmpty();
        return above ? Optional.of(superclass(type)) : Optional.empty();
    }

    private TableModel embeddable(TypeElement type) {
        List<Member> fields = compilation.classes().attributes(type).stream()
                .map(members::embeddable)
                .flatMap(Optional::stream)
                .toList();
        return new TableModel.Embeddable(type, Names.generated(type), ClassName.get(type), fields);
    }

    private TableModel superclass(TypeElement type) {
        List<Attribute> own = compilation.classes().own(type);
        List<Member> fields = own.stream()
                .filter(attribute -> !attribute.generic())
                .map(members::shared)
                .flatMap(Optional::stream)
                .toList();
        return new TableModel.Superclass(type, Names.generated(type), superclassOf(type), fields);
    }

    /** The mapped superclass right above, if it has for all what it has for this class. */
    private Optional<TypeElement> superclassOf(TypeElement type) {
        Hierarchy hierarchy = compilation.classes().hierarchy(type);
        List<TypeElement> above =
                hierarchy.levels().subList(0, hierarchy.levels().size() - 1);
        boolean shared = !above.isEmpty()
                && above.stream().noneMatch(level -> Marks.of(level).has("Entity"))
                && agrees(hierarchy, above);
        return shared ? Optional.of(above.get(above.size() - 1)) : Optional.empty();
    }

    /** Whether the superclasses have for themselves the attributes that they have for a class below. */
    private boolean agrees(Hierarchy hierarchy, List<TypeElement> above) {
        List<Attribute> seen = compilation.classes().attributes(hierarchy.entity());
        return above.stream().allMatch(level -> names(seen, level)
                .equals(names(compilation.classes().own(level), level)));
    }

    private static Set<String> names(List<Attribute> attributes, TypeElement level) {
        return attributes.stream()
                .filter(attribute -> attribute.level() == level)
                .map(attribute -> attribute.element().toString())
                .collect(Collectors.toSet());
    }

    private TableModel entity(TypeElement type) {
        Hierarchy hierarchy = compilation.classes().hierarchy(type);
        if (!type.getTypeParameters().isEmpty()) {
            throw new Problem(type, "the entity " + type.getSimpleName() + " has type parameters");
        }
        keys.of(type);
        Map<String, String> overrides = keys.overrides().of(hierarchy);
        return new TableModel.Entity(
                type,
                Names.generated(type),
                ClassName.get(type),
                tables.first(hierarchy),
                tables.own(type),
                tables.parts(hierarchy),
                discriminators.of(hierarchy),
                overrides,
                superclassOf(type),
                fields(hierarchy),
                reference(hierarchy, overrides));
    }

    private List<Member> fields(Hierarchy hierarchy) {
        boolean inherits = superclassOf(hierarchy.entity()).isPresent();
        List<Member> fields = new ArrayList<>();
        for (Attribute attribute : compilation.classes().attributes(hierarchy.entity())) {
            boolean above = inherits
                    && attribute.level() != hierarchy.entity()
                    && !attribute.generic()
                    && members.shared(attribute).isPresent();
            if (!above) {
                fields.add(members.of(hierarchy, attribute));
            }
        }
        return fields;
    }

    private TableModel.Reference reference(Hierarchy hierarchy, Map<String, String> overrides) {
        List<Attribute> attributes = keys.attributes(hierarchy.entity());
        List<Member> fields = attributes.stream()
                .map(attribute -> plain(members.of(hierarchy, attribute)))
                .toList();
        Map<String, String> said = new TreeMap<>();
        overrides.forEach((path, name) -> {
            if (attributes.stream().anyMatch(attribute -> attribute.leads(path))) {
                said.put(path, name);
            }
        });
        return new TableModel.Reference(fields, said);
    }

    /** A part of a key, which is none where it is referred from. */
    private static Member plain(Member member) {
        if (member instanceof Member.Column column) {
            return new Member.Column(column.attribute(), column.name(), column.part(), column.type(), false);
        }
        if (member instanceof Member.Embedded embedded) {
            return new Member.Embedded(
                    embedded.attribute(), embedded.holder(), embedded.part(), embedded.overrides(), false);
        }
        if (member instanceof Member.Reference reference) {
            return new Member.Reference(
                    reference.attribute(), reference.target(), reference.part(), reference.names(), false);
        }
        return member;
    }
}
