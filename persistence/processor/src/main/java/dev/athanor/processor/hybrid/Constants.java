// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Literals, and constants by their names. */
final class Constants {
    private final Language language;
    private final BiFunction<ExpressionTree, View, Term> reader;

    /** @param reader what reads a constant's initializer */
    Constants(Language language, BiFunction<ExpressionTree, View, Term> reader) {
        this.language = language;
        this.reader = reader;
    }

    static Term literal(@Nullable Object value) {
        if (value == null) {
            return new Term.Nothing();
        } else if (value instanceof String) {
            return Term.Constant.of(Classes.STRING, "$S", value);
        } else if (value instanceof Character character) {
            return Term.Constant.of(
                    TypeName.CHAR, "$L", String.format(Locale.ROOT, "'\\u%04x'", (int) character.charValue()));
        }
        TypeName type = TypeName.get(value.getClass()).unbox();
        Map<TypeName, String> suffixes = Map.of(TypeName.LONG, "L", TypeName.FLOAT, "f");
        return Term.Constant.of(type, "$L$L", value, suffixes.getOrDefault(type, ""));
    }

    /** A static field that is never changed, of a class or what it inherits from. */
    Optional<Term> field(TypeElement type, String name, Tree tree, View view) {
        return TypeNames.inherited(type)
                .flatMap(above -> ElementFilter.fieldsIn(above.getEnclosedElements()).stream())
                .filter(field -> field.getSimpleName().contentEquals(name)
                        && field.getModifiers().contains(Modifier.STATIC))
                .findFirst()
                .map(field -> field(field, tree, view));
    }

    private Term field(VariableElement field, Tree tree, View view) {
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            throw view.problem(tree, field.getSimpleName() + " can change; a statement is written only once");
        }
        if (field.getConstantValue() != null) {
            return literal(field.getConstantValue());
        }
        TypeElement owner = TypeNames.owner(field);
        if (accessible(field)) {
            TypeName type = Language.name(field.asType());
            String symbol = owner.getQualifiedName() + "." + field.getSimpleName();
            Term.Constant constant = Term.Constant.of(type, "$T.$N", ClassName.get(owner), field.getSimpleName());
            return field.getKind() == ElementKind.ENUM_CONSTANT || platform(owner)
                    ? new Term.Constant(constant.code(), type, Optional.of(symbol))
                    : constant;
        }
        return initializer(field, owner, tree, view);
    }

    private static boolean platform(TypeElement owner) {
        return owner.getQualifiedName().toString().startsWith("java.");
    }

    private static boolean accessible(Element field) {
        return !field.getModifiers().contains(Modifier.PRIVATE)
                && !TypeNames.owner(field).getModifiers().contains(Modifier.PRIVATE);
    }

    private Term initializer(VariableElement field, TypeElement owner, Tree tree, View view) {
        Tree declaration = language.trees().getTree(field);
        if (!(declaration instanceof VariableTree variable) || variable.getInitializer() == null) {
            throw view.problem(tree, field.getSimpleName() + " is private, and its value is not written at it");
        }
        View there =
                new View(owner, language.unit(field).orElse(view.unit()), Optional.empty(), Map.of(), view.draft());
        return reader.apply(variable.getInitializer(), there);
    }
}
