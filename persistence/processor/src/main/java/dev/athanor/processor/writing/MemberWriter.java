// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.Member;
import dev.athanor.processor.model.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes fields: what they are, and what makes them. */
final class MemberWriter {
    private final TypeSpec.Builder type;
    private final MethodSpec.Builder constructor;
    private final Place place;

    MemberWriter(TypeSpec.Builder type, MethodSpec.Builder constructor, Place place) {
        this.type = type;
        this.constructor = constructor;
        this.place = place;
    }

    void write(Member member) {
        String field = Code.field(member.attribute());
        type.addField(FieldSpec.builder(type(member), field, Modifier.PUBLIC, Modifier.FINAL)
                .build());
        constructor.addStatement("this.$N = $L", field, value(member));
        if (member instanceof Member.Elements elements) {
            type.addType(new ValueTableWriter(place.owner()).write(elements.table()));
        }
    }

    private TypeName type(Member member) {
        if (member instanceof Member.Column column) {
            ClassName kind = SqlNames.sql(column.type().kind().column());
            return column.type().kind().typed()
                    ? ParameterizedTypeName.get(kind, column.type().javaType())
                    : kind;
        } else if (member instanceof Member.Embedded embedded) {
            return embedded.holder();
        } else if (member instanceof Member.Reference reference) {
            return ParameterizedTypeName.get(reference.target().table().nestedClass("Reference"), place.owner());
        } else if (member instanceof Member.Foreign foreign) {
            return relation(false, foreign.target());
        } else if (member instanceof Member.Inverse inverse) {
            return relation(inverse.many(), inverse.target());
        } else if (member instanceof Member.Linked linked) {
            return relation(linked.many(), linked.target());
        } else if (member instanceof Member.Referred referred) {
            return relation(true, referred.target());
        }
        Member.Elements elements = (Member.Elements) member;
        return ParameterizedTypeName.get(
                SqlNames.ELEMENT_COLLECTION,
                place.owner(),
                ClassName.get("", elements.table().name()));
    }

    private TypeName relation(boolean many, Target target) {
        return ParameterizedTypeName.get(
                many ? SqlNames.TO_MANY : SqlNames.TO_ONE, place.owner(), target.entity(), target.table());
    }

    private CodeBlock value(Member member) {
        if (member instanceof Member.Column column) {
            return column(column);
        } else if (member instanceof Member.Embedded embedded) {
            return embedded(embedded);
        } else if (member instanceof Member.Reference reference) {
            return CodeBlock.of(
                    "new $T<>($L, $S, $L, $L)",
                    reference.target().table().nestedClass("Reference"),
                    place.ownerType(),
                    reference.attribute(),
                    columns(reference.part(), reference.key()),
                    Code.names(reference.names()));
        }
        return CodeBlock.of(
                "new $T<>($L, $S, $L)",
                ((ParameterizedTypeName) type(member)).rawType(),
                place.ownerType(),
                member.attribute(),
                path(member));
    }

    private CodeBlock path(Member member) {
        if (member instanceof Member.Foreign foreign) {
            return CodeBlock.of(
                    "$L.refers($S, $L)",
                    columns(foreign.part(), false),
                    foreign.attribute(),
                    Code.names(foreign.names()));
        } else if (member instanceof Member.Inverse inverse) {
            String path = Arrays.stream(inverse.mappedBy().split("\\."))
                    .map(Code::field)
                    .collect(Collectors.joining("."));
            return CodeBlock.of("target -> target.$L.leadsTo($L)", path, place.table());
        } else if (member instanceof Member.Linked linked) {
            return CodeBlock.of("$L.linked($S, $L)", place.columns(), linked.attribute(), Code.link(linked.link()));
        } else if (member instanceof Member.Referred referred) {
            return CodeBlock.of(
                    "$L.referred($L, $L)",
                    place.columns(),
                    Code.keys(Optional.empty(), referred.own()),
                    Code.keys(referred.part(), referred.theirs()));
        }
        Member.Elements elements = (Member.Elements) member;
        return CodeBlock.of(
                "$L.referred($L, $L)",
                place.columns(),
                Code.keys(Optional.empty(), elements.own()),
                Code.keys(Optional.empty(), elements.theirs()));
    }

    private CodeBlock column(Member.Column column) {
        ColumnType kind = column.type();
        return kind.kind().typed()
                ? CodeBlock.of(
                        "$L.$L($S, $S, $L)",
                        columns(column.part(), column.key()),
                        kind.kind().method(),
                        column.attribute(),
                        column.name(),
                        kind.sqlType().orElseGet(() -> constant(column)))
                : CodeBlock.of(
                        "$L.$L($S, $S)",
                        columns(column.part(), column.key()),
                        kind.kind().method(),
                        column.attribute(),
                        column.name());
    }

    private CodeBlock embedded(Member.Embedded embedded) {
        CodeBlock columns = columns(embedded.part(), embedded.key());
        return embedded.overrides().isEmpty()
                ? CodeBlock.of("new $T($L.embedded($S))", embedded.holder(), columns, embedded.attribute())
                : CodeBlock.of(
                        "new $T($L.embedded($S, $L))",
                        embedded.holder(),
                        columns,
                        embedded.attribute(),
                        Code.names(embedded.overrides()));
    }

    private CodeBlock columns(Optional<String> part, boolean key) {
        CodeBlock columns = CodeBlock.of(key ? "$L.asKey()" : "$L", place.columns());
        return part.map(name -> CodeBlock.of("$L.in($S)", columns, name)).orElse(columns);
    }

    /** A type that converts, which is made once. */
    private CodeBlock constant(Member.Column column) {
        ColumnType.Conversion conversion = column.type().converter().orElseThrow();
        TypeName javaType = column.type().javaType();
        String name =
                column.attribute().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        boolean generic = javaType instanceof ParameterizedTypeName;
        FieldSpec.Builder constant = FieldSpec.builder(
                        ParameterizedTypeName.get(
                                SqlNames.TYPE, javaType, ParameterizedTypeName.get(SqlNames.VALUE_EXPR, javaType)),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$T.converted($L, $L, new $T()::convertToDatabaseColumn, new $T()::convertToEntityAttribute)",
                        SqlNames.TYPE,
                        generic
                                ? CodeBlock.of(
                                        "($T) ($T<?>) $T.class",
                                        ParameterizedTypeName.get(ClassName.get(Class.class), javaType),
                                        Class.class,
                                        conversion.rawType())
                                : CodeBlock.of("$T.class", javaType),
                        conversion.kept(),
                        conversion.converter(),
                        conversion.converter());
        if (generic) {
            constant.addAnnotation(TableWriter.suppressed("unchecked"));
        }
        type.addField(constant.build());
        return CodeBlock.of("$N", name);
    }
}
