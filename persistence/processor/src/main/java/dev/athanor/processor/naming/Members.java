// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import com.palantir.javapoet.ClassName;
import dev.athanor.processor.model.Member;
import dev.athanor.processor.model.Target;
import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The fields that attributes become. */
final class Members {
    private final Compilation compilation;
    private final Relations relations;
    private final PrimaryKeys keys;
    private final ColumnTypes types;
    private final Links links;
    private final EntityTables tables;

    Members(Compilation compilation, Relations relations, PrimaryKeys keys) {
        this.compilation = compilation;
        this.relations = relations;
        this.keys = keys;
        this.types = new ColumnTypes(compilation);
        this.links = new Links(compilation, relations, keys);
        this.tables = new EntityTables(compilation, keys);
    }

    /** The field of an attribute that is the same for all that have it; empty, if it depends on the entity. */
    Optional<Member> shared(Attribute attribute) {
        if (relations.mappedBy(attribute).isPresent() || attribute.has("JoinTable")) {
            return Optional.empty();
        }
        return switch (relations.kind(attribute)) {
            case BASIC -> Optional.of(column(attribute, table(attribute)));
            case EMBEDDED -> Optional.of(embedded(attribute, Optional.empty()));
            case TO_ONE -> Optional.of(toOne(attribute, keys.foreignKeys().table(attribute)));
            case TO_MANY, ELEMENTS -> Optional.empty();
        };
    }

    /** The field of an attribute of an embeddable: collections are those of the entity. */
    Optional<Member> embeddable(Attribute attribute) {
        return relations
                .mappedBy(attribute)
                .map(mappedBy -> inverse(attribute, mappedBy))
                .filter(Member.Inverse.class::isInstance)
                .or(() -> shared(attribute));
    }

    /** The field of an attribute of an entity. */
    Member of(Hierarchy hierarchy, Attribute attribute) {
        Optional<String> mappedBy = relations.mappedBy(attribute);
        if (mappedBy.isPresent()) {
            return inverse(attribute, mappedBy.get());
        }
        return switch (relations.kind(attribute)) {
            case BASIC -> column(attribute, tables.part(hierarchy, attribute.level(), table(attribute)));
            case EMBEDDED -> embedded(attribute, tables.part(hierarchy, attribute.level()));
            case TO_ONE ->
                attribute.has("JoinTable")
                        ? new Member.Linked(attribute.name(), target(attribute), false, links.of(hierarchy, attribute))
                        : toOne(
                                attribute,
                                tables.part(
                                        hierarchy,
                                        attribute.level(),
                                        keys.foreignKeys().table(attribute)));
            case TO_MANY -> toMany(hierarchy, attribute);
            case ELEMENTS -> new Collections(relations, keys, types).of(hierarchy, attribute);
        };
    }

    private static Optional<String> table(Attribute attribute) {
        return attribute
                .marks()
                .jpa("Column")
                .flatMap(mark -> mark.text("table"))
                .map(Names::folded);
    }

    private Member column(Attribute attribute, Optional<String> part) {
        return new Member.Column(
                attribute.name(),
                Names.column(attribute.marks().jpa("Column"), attribute.name()),
                attribute.id() ? Optional.empty() : part,
                types.of(attribute, attribute.type(), ColumnTypes.Details.of(attribute.marks())),
                attribute.id());
    }

    private Member embedded(Attribute attribute, Optional<String> part) {
        return new Member.Embedded(
                attribute.name(),
                Names.generated(relations.embeddable(attribute)),
                attribute.id() ? Optional.empty() : part,
                keys.overrides().of(attribute),
                attribute.id());
    }

    private Member toOne(Attribute attribute, Optional<String> part) {
        Map<String, String> names = keys.foreignKeys().names(attribute);
        Target target = target(attribute);
        Optional<String> where = attribute.id() ? Optional.empty() : part;
        return keys.foreignKeys().whole(relations.target(attribute), names)
                ? new Member.Reference(attribute.name(), target, where, names, attribute.id())
                : new Member.Foreign(attribute.name(), target, where, names);
    }

    private Target target(Attribute attribute) {
        TypeElement target = relations.target(attribute);
        return new Target(ClassName.get(target), Names.generated(target));
    }

    private Member toMany(Hierarchy hierarchy, Attribute attribute) {
        List<Mark> columns = relations
                .override(hierarchy, attribute.name())
                .map(override -> override.marks("joinColumns"))
                .filter(said -> !said.isEmpty())
                .orElse(attribute.marks().repeated("JoinColumn"));
        if (columns.isEmpty() || attribute.has("ManyToMany") || attribute.has("JoinTable")) {
            return new Member.Linked(attribute.name(), target(attribute), true, links.of(hierarchy, attribute));
        }
        Map<String, String> names = keys.foreignKeys().names(hierarchy.entity(), columns, attribute.name());
        TypeElement target = relations.target(attribute);
        return new Member.Referred(
                attribute.name(),
                target(attribute),
                List.copyOf(names.keySet()),
                tables.part(compilation.classes().hierarchy(target), target),
                List.copyOf(names.values()));
    }

    private Member inverse(Attribute attribute, String mappedBy) {
        TypeElement target = relations.target(attribute);
        Attribute owning = relations
                .find(target, mappedBy)
                .orElseThrow(() -> attribute.problem(
                        "is mapped by " + target.getSimpleName() + "." + mappedBy + ", which is no attribute there"));
        boolean many = relations.kind(attribute) == Relations.Kind.TO_MANY;
        Relations.Kind kind = relations.kind(owning);
        if (relations.mappedBy(owning).isPresent()
                || (kind != Relations.Kind.TO_ONE && kind != Relations.Kind.TO_MANY)) {
            throw wrong(
                    attribute,
                    "is mapped by " + target.getSimpleName() + "." + mappedBy
                            + ", which is no relation that has columns");
        }
        if (kind == Relations.Kind.TO_ONE && !owning.has("JoinTable")) {
            return new Member.Inverse(attribute.name(), target(attribute), many, mappedBy);
        }
        Hierarchy hierarchy = compilation.classes().hierarchy(target);
        return new Member.Linked(
                attribute.name(),
                target(attribute),
                many,
                links.of(hierarchy, owning).reversed());
    }

    private Problem wrong(Attribute attribute, String message) {
        return relations
                .mark(attribute)
                .map(mark -> attribute.problem(mark, message))
                .orElseGet(() -> attribute.problem(message));
    }
}
