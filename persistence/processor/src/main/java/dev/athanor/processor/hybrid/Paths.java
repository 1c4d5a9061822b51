// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.Member;
import dev.athanor.processor.model.Target;
import dev.athanor.processor.naming.Attributes;
import dev.athanor.processor.naming.Names;
import dev.athanor.processor.reading.Marks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The attributes of rows, and the rows that relations lead to. */
final class Paths {
    private final Language language;

    Paths(Language language) {
        this.language = language;
    }

    /** An attribute of an entity or an embedded object, if it has one of this name. */
    Optional<Term> attribute(Term owner, String name, View view) {
        if (owner instanceof Term.Row row) {
            return known(row.type(), name).map(known -> attribute(row.spot(), row.type(), known));
        }
        if (owner instanceof Term.One one) {
            return known(one.type(), name).map(known -> attribute(spot(one, known, view), one.type(), known));
        }
        return Optional.empty();
    }

    /** Whether there is an attribute of this name. */
    boolean has(Term owner, String name) {
        return (owner instanceof Term.Row row && known(row.type(), name).isPresent())
                || (owner instanceof Term.One one && known(one.type(), name).isPresent());
    }

    private Optional<Attributes.Known> known(TypeElement type, String name) {
        Optional<Attributes.Known> known = language.attributes().of(type, name);
        if (known.isEmpty() && Marks.of(type).has("MappedSuperclass") && mapped(type, name)) {
            throw new Unreadable.Elsewhere();
        }
        return known;
    }

    private boolean mapped(TypeElement type, String name) {
        return language.compilation().classes().attributes(type).stream()
                .anyMatch(attribute -> attribute.name().equals(name));
    }

    /** Its key is here already. */
    private static Spot spot(Term.One one, Attributes.Known known, View view) {
        return one.member() instanceof Member.Reference && known.attribute().id()
                ? one.owner().key(relation(one))
                : opened(one, view).spot();
    }

    private static CodeBlock relation(Term.One one) {
        return one.owner().field(field(one.member().attribute()));
    }

    /** The row that a relation leads to. */
    static Term.Row opened(Term.One one, View view) {
        String attribute = one.member().attribute();
        String target =
                view.draft().one(one.owner(), attribute, target(one.member()).table());
        return new Term.Row(one.owner().through(relation(one), target), one.type());
    }

    /** Whether there is such a row, or none. */
    static CodeBlock present(Term.One one, boolean present, View view) {
        if (one.member() instanceof Member.Reference || one.member() instanceof Member.Foreign) {
            return one.owner().reached(CodeBlock.of("$L.$L()", relation(one), present ? "isNotNull" : "isNull"));
        }
        String attribute = one.member().attribute();
        String table =
                view.draft().many(one.owner(), attribute, target(one.member()).table());
        return one.owner()
                .reached(CodeBlock.of(
                        "$T.$L($L, $N)", Classes.RELATED, present ? "exists" : "notExists", relation(one), table));
    }

    private Term attribute(Spot spot, TypeElement owner, Attributes.Known known) {
        Member member = known.member();
        if (member instanceof Member.Column column) {
            return column(spot, known, column);
        } else if (member instanceof Member.Embedded embedded) {
            TypeElement type = language.compilation()
                    .classes()
                    .element(known.attribute().type())
                    .orElseThrow();
            Spot inner = spot.embedded(spot.field(field(embedded.attribute())));
            return new Term.Row(inner, type, columns(inner, type));
        } else if (many(member)) {
            return new Term.Many(spot, owner, known);
        }
        return new Term.One(spot, member, language.type(target(member).entity()));
    }

    private List<CodeBlock> columns(Spot spot, TypeElement type) {
        return language.compilation().classes().attributes(type).stream()
                .flatMap(attribute -> known(type, attribute.name()).stream())
                .flatMap(known -> columns(spot, known))
                .toList();
    }

    private Stream<CodeBlock> columns(Spot spot, Attributes.Known known) {
        CodeBlock field = spot.field(field(known.attribute().name()));
        if (known.member() instanceof Member.Embedded) {
            return language.compilation().classes().element(known.attribute().type()).stream()
                    .flatMap(type -> columns(spot.embedded(field), type).stream());
        }
        return known.member() instanceof Member.Column || known.member() instanceof Member.Reference
                ? Stream.of(field)
                : Stream.empty();
    }

    private static boolean many(Member member) {
        return member instanceof Member.Elements
                || member instanceof Member.Referred
                || (member instanceof Member.Inverse inverse && inverse.many())
                || (member instanceof Member.Linked linked && linked.many());
    }

    static Target target(Member member) {
        if (member instanceof Member.Reference reference) {
            return reference.target();
        } else if (member instanceof Member.Foreign foreign) {
            return foreign.target();
        } else if (member instanceof Member.Inverse inverse) {
            return inverse.target();
        } else if (member instanceof Member.Linked linked) {
            return linked.target();
        }
        return ((Member.Referred) member).target();
    }

    private Term column(Spot spot, Attributes.Known known, Member.Column column) {
        boolean nullable = known.nullable() || spot.optional() || column.part().isPresent();
        return column(spot, column.attribute(), Language.name(known.attribute().type()), column.type(), nullable);
    }

    static Term.Value column(Spot spot, String name, TypeName type, ColumnType column, boolean nullable) {
        CodeBlock code = spot.reached(spot.field(field(name)));
        return new Term.Value(code, type, column.kind(), spot.traits().nullable(nullable));
    }

    /** The rows of a relation to many. */
    Term.Rows rows(Term.Many many, View view) {
        Member member = many.known().member();
        CodeBlock relation = many.owner().field(field(member.attribute()));
        TypeName type = member instanceof Member.Elements elements
                ? Names.generated(many.type()).nestedClass(elements.table().name())
                : target(member).table();
        String table = view.draft().many(many.owner(), member.attribute(), type);
        Spot spot = Spot.of(CodeBlock.of("$N", table));
        Term element = member instanceof Member.Elements elements
                ? element(spot, elements, many.known())
                : new Term.Row(spot, language.type(target(member).entity()));
        return new Term.Rows(many.owner(), relation, table, element, List.of(), false);
    }

    private Term element(Spot spot, Member.Elements elements, Attributes.Known known) {
        Member value = elements.table().members().stream()
                .filter(member -> member.attribute().equals("value"))
                .findFirst()
                .orElseThrow();
        if (value instanceof Member.Column column) {
            return column(spot, "value", column.type().javaType(), column.type(), true);
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) known.attribute().type()).getTypeArguments();
        TypeElement type = language.compilation()
                .classes()
                .element(arguments.get(arguments.size() - 1))
                .orElseThrow();
        return new Term.Row(spot.embedded(spot.field("value")), type);
    }

    /** The field of an attribute. */
    static String field(String attribute) {
        return SourceVersion.isKeyword(attribute) ? attribute + "_" : attribute;
    }
}
