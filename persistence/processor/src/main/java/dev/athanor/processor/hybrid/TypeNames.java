// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the names of types, and those that are imported statically, mean in a file. */
final class TypeNames {
    private final Elements elements;
    private final CompilationUnitTree unit;

    TypeNames(Elements elements, CompilationUnitTree unit) {
        this.elements = elements;
        this.unit = unit;
    }

    /** The type of a simple name, in a class. */
    Optional<TypeElement> simple(String name, TypeElement within) {
        return member(name, within)
                .or(() -> imported(name))
                .or(() -> find(prefix(String.valueOf(unit.getPackageName())) + name))
                .or(() -> find("java.lang." + name))
                .or(() -> onDemand(name));
    }

    /** The type of a qualified name. */
    Optional<TypeElement> find(String name) {
        return Optional.ofNullable(elements.getTypeElement(name));
    }

    /** The class that declares a member. */
    static TypeElement owner(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
    }

    /** A class within another. */
    static Optional<TypeElement> nested(TypeElement type, String name) {
        return inherited(type)
                .flatMap(above -> ElementFilter.typesIn(above.getEnclosedElements()).stream())
                .filter(inner -> inner.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** The classes whose members of this name are imported statically. */
    List<TypeElement> holders(String name) {
        return imports(ImportTree::isStatic)
                .filter(path -> path.endsWith("." + name) || path.endsWith(".*"))
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .flatMap(path -> find(path).stream())
                .toList();
    }

    /** A class and those it inherits from, interfaces too. */
    static Stream<TypeElement> inherited(TypeElement type) {
        Stream<? extends TypeMirror> above =
                Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
        return Stream.concat(
                Stream.of(type),
                above.filter(parent -> parent.getKind() == TypeKind.DECLARED)
                        .flatMap(parent -> inherited((TypeElement) ((DeclaredType) parent).asElement())));
    }

    private static Optional<TypeElement> member(String name, TypeElement within) {
        for (Element around = within; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> inner = nested(type, name);
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> imported(String name) {
        return imports(tree -> true)
                .filter(path -> path.endsWith("." + name))
                .flatMap(path -> find(path).stream())
                .findFirst();
    }

    private Optional<TypeElement> onDemand(String name) {
        return imports(tree -> !tree.isStatic())
                .filter(path -> path.endsWith(".*"))
                .flatMap(path -> find(path.substring(0, path.length() - 1) + name).stream())
                .findFirst();
    }

    private Stream<String> imports(Predicate<ImportTree> chosen) {
        return unit.getImports().stream().filter(chosen).map(tree -> tree.getQualifiedIdentifier()
                .toString());
    }

    private static String prefix(String name) {
        return name.equals("null") ? "" : name + ".";
    }
}
