// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of columns, by those of attributes. */
final class ColumnTypes {
    private static final ClassName SQL_TYPES = ClassName.get("dev.athanor.sql", "SqlTypes");
    private static final ClassName DATE_TYPES = ClassName.get("dev.athanor.sql", "DateTypes");

    private static final Map<String, String> TIMED =
            Map.of("java.util.Date", "UTIL_", "java.util.Calendar", "CALENDAR_");

    private final Compilation compilation;

    ColumnTypes(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The type of an attribute, or of the values or keys of one. */
    ColumnType of(Attribute attribute, TypeMirror type, Details details) {
        Marks marks = attribute.marks();
        if (details.own() && marks.own("Json").isPresent()) {
            return ColumnType.of(Kind.JSON, ClassName.get(String.class), CodeBlock.of("$T.JSONB", SQL_TYPES));
        }
        if (details.own() && marks.own("Array").isPresent()) {
            return array(attribute, type);
        }
        Optional<TypeElement> converter = compilation.converters().of(details.convert(), type, attribute.element());
        if (converter.isPresent()) {
            return converted(attribute, type, converter.get());
        }
        return unconverted(attribute, type, details)
                .orElseThrow(() -> attribute.problem("is of the type " + type
                        + ", which no column can hold: write a converter (@Convert), or @Json, or @Transient"));
    }

    private Optional<ColumnType> unconverted(Attribute attribute, TypeMirror type, Details details) {
        Optional<ColumnType> basic = basic(type);
        return basic.or(() -> timed(attribute, type, details)).or(() -> constants(type, details));
    }

    private static Optional<ColumnType> basic(TypeMirror type) {
        return BasicTypes.of(boxed(type));
    }

    private Optional<ColumnType> timed(Attribute attribute, TypeMirror type, Details details) {
        String prefix = TIMED.get(type.toString());
        if (prefix == null) {
            return Optional.empty();
        }
        String temporal = details.temporal()
                .flatMap(mark -> mark.constant("value"))
                .orElseThrow(() -> attribute.problem("needs @Temporal, for " + type + " can be a date or a time"));
        return Optional.of(
                ColumnType.of(Kind.TEMPORAL, TypeName.get(type), CodeBlock.of("$T.$L", DATE_TYPES, prefix + temporal)));
    }

    private Optional<ColumnType> constants(TypeMirror type, Details details) {
        Optional<TypeElement> constants =
                compilation.classes().element(type).filter(element -> element.getKind() == ElementKind.ENUM);
        return constants.map(element -> {
            TypeName name = TypeName.get(type);
            Optional<String> database = details.nativeEnum()
                    .or(() -> Marks.of(element).own("NativeEnum"))
                    .flatMap(mark -> mark.text("value"));
            boolean text = details.enumerated()
                    .flatMap(mark -> mark.constant("value"))
                    .filter("STRING"::equals)
                    .isPresent();
            CodeBlock code = database.map(known -> CodeBlock.of("$T.enumeration($S, $T.class)", SQL_TYPES, known, name))
                    .orElseGet(
                            () -> CodeBlock.of("$T.$L($T.class)", SQL_TYPES, text ? "enumText" : "enumNumber", name));
            return ColumnType.of(Kind.ENUM, name, code);
        });
    }

    private ColumnType array(Attribute attribute, TypeMirror type) {
        Optional<TypeMirror> element = elementOf(type);
        ColumnType basic = element.flatMap(ColumnTypes::basic)
                .filter(known -> known.kind() != Kind.JSON)
                .orElseThrow(
                        () -> attribute.problem("is an @Array of " + type + ": write List<E> or E[] of a basic type"));
        return new ColumnType(Kind.ARRAY, basic.javaType(), basic.sqlType(), Optional.empty());
    }

    private Optional<TypeMirror> elementOf(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return Optional.of(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                        && declared.asElement().toString().matches("java\\.util\\.(List|Collection|Set)")
                ? Optional.of(declared.getTypeArguments().get(0))
                : Optional.empty();
    }

    private ColumnType converted(Attribute attribute, TypeMirror type, TypeElement converter) {
        List<? extends TypeMirror> sides = compilation.converters().sides(converter);
        ColumnType kept = unconverted(attribute, sides.get(1), Details.NONE)
                .orElseThrow(() -> attribute.problem(
                        "is converted to " + sides.get(1) + ", which no column can hold, by " + converter));
        TypeName javaType = boxed(type);
        TypeName raw = javaType instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : javaType;
        return new ColumnType(
                Kind.VALUE,
                javaType,
                Optional.empty(),
                Optional.of(new ColumnType.Conversion(
                        ClassName.get(converter), raw, kept.sqlType().orElseThrow())));
    }

    private static TypeName boxed(TypeMirror type) {
        TypeName name = TypeName.get(type);
        return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ARRAY ? name : name.box();
    }

    /**
     * What is said about an attribute, or about the values or keys of one.
     *
     * @param own whether it is about the attribute as a whole
     */
    record Details(
            Optional<Mark> convert,
            Optional<Mark> enumerated,
            Optional<Mark> temporal,
            Optional<Mark> nativeEnum,
            boolean own) {
        static final Details NONE =
                new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

        static Details of(Marks marks) {
            return new Details(
                    convert(marks, ""), marks.jpa("Enumerated"), marks.jpa("Temporal"), marks.own("NativeEnum"), true);
        }

        static Details ofValue(Marks marks) {
            Optional<Mark> convert = convert(marks, "value").or(() -> convert(marks, ""));
            return new Details(convert, marks.jpa("Enumerated"), marks.jpa("Temporal"), marks.own("NativeEnum"), false);
        }

        static Details ofKey(Marks marks) {
            return new Details(
                    convert(marks, "key"),
                    marks.jpa("MapKeyEnumerated"),
                    marks.jpa("MapKeyTemporal"),
                    Optional.empty(),
                    false);
        }

        private static Optional<Mark> convert(Marks marks, String attribute) {
            return marks.repeated("Convert").stream()
                    .filter(mark -> mark.text("attributeName").orElse("").equals(attribute))
                    .findFirst();
        }
    }
}
