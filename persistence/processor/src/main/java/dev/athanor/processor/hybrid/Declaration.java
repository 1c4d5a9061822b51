// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.TypeName;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * A hybrid, as it is declared.
 *
 * @param method the method
 * @param owner the class that declares it
 * @param mark its annotation
 */
record Declaration(ExecutableElement method, TypeElement owner, Mark mark) {
    /** Methods that tables have. */
    private static final Set<String> TAKEN = Set.of(
            "source",
            "columns",
            "key",
            "entityType",
            "made",
            "computed",
            "table",
            "toString",
            "hashCode",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "finalize",
            "clone");

    static Optional<Declaration> of(ExecutableElement method) {
        return Marks.of(method).own("Hybrid").map(mark -> new Declaration(method, TypeNames.owner(method), mark));
    }

    String name() {
        return method.getSimpleName().toString();
    }

    /** What distinguishes it from others of a class. */
    String signature() {
        return name() + "/"
                + method.getParameters().stream()
                        .map(parameter -> TypeName.get(parameter.asType()).toString())
                        .toList();
    }

    boolean isAbstract() {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    boolean stored() {
        return mark.is("stored");
    }

    boolean kept() {
        return stored() || mark.is("indexed");
    }

    Problem problem(String message) {
        return new Problem(method, mark, owner.getSimpleName() + "." + name() + " " + message);
    }

    /** Fails, if it cannot be a hybrid at all. */
    void check() {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) {
            throw problem("is a hybrid, which is neither private nor static");
        }
        if (method.getReturnType().getKind() == TypeKind.VOID) {
            throw problem("is a hybrid, and gives nothing");
        }
        if (method.isVarArgs() || !method.getTypeParameters().isEmpty()) {
            throw problem("is a hybrid, which has no type parameters and takes no lists of arguments (…)");
        }
        if (method.getParameters().isEmpty() && TAKEN.contains(name())) {
            throw problem("is a hybrid of a name that tables have for something else; choose another");
        }
        if (kept() && !method.getParameters().isEmpty()) {
            throw problem("is kept by the database, and takes parameters; there would be a value for each");
        }
    }

    /** The static method of the same name that is marked so. */
    Optional<ExecutableElement> beside(String kind) {
        Optional<ExecutableElement> found = marked(kind);
        found.ifPresent(other -> {
            if (!other.getModifiers().contains(Modifier.STATIC)
                    || other.getModifiers().contains(Modifier.PRIVATE)) {
                throw new Problem(
                        other,
                        owner.getSimpleName() + "." + name() + " is marked @Hybrid." + kind
                                + ", and has to be static and not private");
            }
        });
        return found;
    }

    /** The method of the same name that is marked so, be it right or wrong. */
    Optional<ExecutableElement> marked(String kind) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(other -> other.getSimpleName().contentEquals(name())
                        && Marks.of(other).own("Hybrid." + kind).isPresent()
                        && fits(other, kind))
                .findFirst();
    }

    /** The table comes before the parameters; with an update, also the row, and then the value. */
    private boolean fits(ExecutableElement other, String kind) {
        int more = kind.equals("Sql") ? 1 + method.getParameters().size() : 3;
        return other.getParameters().size() == more;
    }

    List<String> parameters() {
        return method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
    }
}
