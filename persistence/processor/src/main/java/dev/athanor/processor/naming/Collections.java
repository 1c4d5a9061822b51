// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.Member;
import dev.athanor.processor.model.Target;
import dev.athanor.processor.model.ValueTable;
import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The tables of collections of values. */
final class Collections {
    private static final ColumnType POSITION = ColumnType.of(
            ColumnType.Kind.NUMBER,
            ClassName.get(Integer.class),
            CodeBlock.of("$T.INTEGER", ClassName.get("dev.athanor.sql", "SqlTypes")));

    private final Relations relations;
    private final PrimaryKeys keys;
    private final ColumnTypes types;

    Collections(Relations relations, PrimaryKeys keys, ColumnTypes types) {
        this.relations = relations;
        this.keys = keys;
        this.types = types;
    }

    Member of(Hierarchy hierarchy, Attribute attribute) {
        TypeElement owner = Links.owner(hierarchy, attribute);
        Optional<Mark> table = attribute.marks().jpa("CollectionTable");
        List<Mark> columns = relations
                .override(hierarchy, attribute.name())
                .map(override -> override.marks("joinColumns"))
                .filter(said -> !said.isEmpty())
                .orElse(table.map(mark -> mark.marks("joinColumns")).orElse(List.of()));
        Map<String, String> names = keys.foreignKeys().names(owner, columns, Names.entity(owner));
        ValueTable values = new ValueTable(
                Character.toUpperCase(attribute.name().charAt(0))
                        + attribute.name().substring(1),
                Names.table(table, Names.entity(owner) + "_" + attribute.name()),
                members(hierarchy, attribute, names));
        return new Member.Elements(attribute.name(), values, List.copyOf(names.keySet()), List.copyOf(names.values()));
    }

    private List<Member> members(Hierarchy hierarchy, Attribute attribute, Map<String, String> names) {
        List<Member> members = new ArrayList<>();
        TypeElement entity = hierarchy.entity();
        if (keys.foreignKeys().whole(entity, names)) {
            Target owner = new Target(ClassName.get(entity), Names.generated(entity));
            members.add(new Member.Reference("owner", owner, Optional.empty(), names, false));
        }
        if (relations.map(attribute)) {
            members.add(key(attribute));
        }
        attribute.marks().jpa("OrderColumn").ifPresent(mark -> members.add(order(attribute, mark)));
        members.add(value(attribute));
        return members;
    }

    private static Member order(Attribute attribute, Mark mark) {
        String name = Names.column(Optional.of(mark), attribute.name() + "_ORDER");
        return new Member.Column("order", name, Optional.empty(), POSITION, false);
    }

    private Member key(Attribute attribute) {
        TypeMirror type = relations.element(attribute, true);
        String name = attribute.name() + "_KEY";
        if (relations.is(type, "Entity")) {
            return entity(attribute, type, name);
        }
        if (relations.is(type, "Embeddable")) {
            return embedded("key", attribute, type);
        }
        return new Member.Column(
                "key",
                Names.column(attribute.marks().jpa("MapKeyColumn"), name),
                Optional.empty(),
                types.of(attribute, type, ColumnTypes.Details.ofKey(attribute.marks())),
                false);
    }

    private Member entity(Attribute attribute, TypeMirror type, String name) {
        TypeElement target = (TypeElement) ((DeclaredType) type).asElement();
        List<Mark> columns = attribute.marks().repeated("MapKeyJoinColumn");
        Map<String, String> names = Names.mapKey(columns, keys.names(target), name);
        return new Member.Reference(
                "key", new Target(ClassName.get(target), Names.generated(target)), Optional.empty(), names, false);
    }

    private Member value(Attribute attribute) {
        TypeMirror type = relations.element(attribute, false);
        if (relations.is(type, "Embeddable")) {
            return embedded("value", attribute, type);
        }
        return new Member.Column(
                "value",
                Names.column(attribute.marks().jpa("Column"), attribute.name()),
                Optional.empty(),
                types.of(attribute, type, ColumnTypes.Details.ofValue(attribute.marks())),
                false);
    }

    private Member embedded(String name, Attribute attribute, TypeMirror type) {
        TypeElement embeddable = relations.embeddable(attribute, type);
        Map<String, String> overrides =
                keys.overrides().of(attribute, embeddable, relations.map(attribute), name.equals("key"));
        return new Member.Embedded(name, Names.generated(embeddable), Optional.empty(), overrides, false);
    }
}
