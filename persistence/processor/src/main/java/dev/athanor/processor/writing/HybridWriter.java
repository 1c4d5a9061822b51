// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.model.HybridMethod;
import dev.athanor.processor.model.TableModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes hybrids: methods of the same names. */
final class HybridWriter {
    private final TypeSpec.Builder type;
    private final TableModel model;

    HybridWriter(TypeSpec.Builder type, TableModel model) {
        this.type = type;
        this.model = model;
    }

    void write(List<HybridMethod> hybrids) {
        hybrids.forEach(this::write);
        List<HybridMethod> kept =
                hybrids.stream().filter(hybrid -> hybrid.schema().isPresent()).toList();
        if (!kept.isEmpty()) {
            type.addMethod(computed(kept));
        }
    }

    private void write(HybridMethod hybrid) {
        boolean takesValues = !hybrid.parameters().isEmpty() || !hybrid.typed();
        if (hybrid.typed()) {
            type.addMethod(expression(hybrid));
        }
        if (takesValues) {
            type.addMethod(values(hybrid));
        }
        hybrid.schema()
                .ifPresent(schema -> type.addMethod(MethodSpec.methodBuilder(computed(hybrid))
                        .addModifiers(Modifier.PRIVATE)
                        .returns(face(hybrid.result()))
                        .addCode(hybrid.body().orElseThrow())
                        .build()));
        hybrid.update().ifPresent(update -> setter(hybrid, update));
    }

    private static String computed(HybridMethod hybrid) {
        return hybrid.name() + "Computed";
    }

    /** The method that takes expressions. */
    private MethodSpec expression(HybridMethod hybrid) {
        MethodSpec.Builder method = method(hybrid);
        hybrid.parameters()
                .forEach(parameter -> method.addParameter(face(parameter.sql().orElseThrow()), parameter.name()));
        if (hybrid.body().isEmpty()) {
            return method.addModifiers(Modifier.ABSTRACT).build();
        }
        return method.addCode(body(hybrid)).build();
    }

    private static CodeBlock body(HybridMethod hybrid) {
        boolean stored = hybrid.schema().filter(HybridMethod.Schema::stored).isPresent();
        if (stored) {
            return CodeBlock.builder()
                    .addStatement(
                            "return made().computed($S, $L)",
                            hybrid.schema().orElseThrow().column(),
                            hybrid.result().sqlType().orElseThrow())
                    .build();
        }
        return hybrid.schema().isPresent()
                ? CodeBlock.builder()
                        .addStatement("return $N()", computed(hybrid))
                        .build()
                : hybrid.body().orElseThrow();
    }

    /** The method that takes values: it binds them, if the other is there to use them. */
    private MethodSpec values(HybridMethod hybrid) {
        MethodSpec.Builder method = method(hybrid);
        hybrid.parameters().forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        if (!hybrid.typed()) {
            return method.addCode(hybrid.body().orElseThrow()).build();
        }
        CodeBlock arguments = hybrid.parameters().stream()
                .map(parameter -> CodeBlock.of(
                        "$T.value($L, $N)",
                        SqlNames.SQL,
                        parameter.sql().flatMap(ColumnType::sqlType).orElseThrow(),
                        parameter.name()))
                .collect(CodeBlock.joining(", "));
        return method.addStatement("return $N($L)", hybrid.name(), arguments).build();
    }

    private MethodSpec.Builder method(HybridMethod hybrid) {
        return MethodSpec.methodBuilder(hybrid.name())
                .addJavadoc("What {@link $T#$L} is in SQL.\n", ClassName.get(model.origin()), hybrid.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(face(hybrid.result()));
    }

    private void setter(HybridMethod hybrid, CodeBlock update) {
        TypeName javaType = hybrid.result().javaType();
        TypeName setter = ParameterizedTypeName.get(SqlNames.SETTER, javaType, face(hybrid.result()));
        type.addField(FieldSpec.builder(setter, hybrid.name(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("What an update sets for {@link $T#$L}.\n", ClassName.get(model.origin()), hybrid.name())
                .initializer(
                        "$T.of($L, (row, value) -> $L)",
                        SqlNames.SETTER,
                        hybrid.result().sqlType().orElseThrow(),
                        update)
                .build());
    }

    /** What the database keeps of them. */
    private static MethodSpec computed(List<HybridMethod> kept) {
        CodeBlock list = kept.stream()
                .map(hybrid -> CodeBlock.of(
                        "\n$T.$L($S, $S, $N())",
                        SqlNames.COMPUTED,
                        hybrid.schema().orElseThrow().stored() ? "stored" : "indexed",
                        hybrid.name(),
                        hybrid.schema().orElseThrow().column(),
                        computed(hybrid)))
                .collect(CodeBlock.joining(","));
        return MethodSpec.methodBuilder("computed")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(
                        ClassName.get(List.class),
                        ParameterizedTypeName.get(SqlNames.COMPUTED, WildcardTypeName.subtypeOf(Object.class))))
                .addStatement("return $T.after(super.computed(), $L)", SqlNames.COMPUTED, list)
                .build();
    }

    private static TypeName face(ColumnType column) {
        ClassName face = SqlNames.sql(column.kind().expression());
        boolean plain = column.kind() == Kind.TEXT || column.kind() == Kind.BOOLEAN;
        return plain ? face : ParameterizedTypeName.get(face, column.javaType());
    }
}
