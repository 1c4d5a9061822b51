// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import dev.athanor.processor.naming.Compilation;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the hybrids of a class. */
final class Declarations {
    private final Compilation compilation;
    private final Consumer<RuntimeException> problems;

    Declarations(Compilation compilation, Consumer<RuntimeException> problems) {
        this.compilation = compilation;
        this.problems = problems;
    }

    /** Those that a class declares or inherits, without those that are overridden. */
    List<Declaration> of(TypeElement type) {
        Map<String, Declaration> found = new LinkedHashMap<>();
        for (TypeElement level : classes(type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(level.getEnclosedElements())) {
                Declaration.of(method).ifPresent(declared -> found.putIfAbsent(declared.signature(), declared));
            }
        }
        return List.copyOf(found.values());
    }

    /** Reports what a class itself does that hybrids do not bear. */
    void check(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            overridden(type, method).ifPresent(above -> check(type, method, above));
            lonely(type, method);
        }
    }

    private void check(TypeElement type, ExecutableElement method, Declaration above) {
        if (Marks.of(above.owner()).has("Entity")) {
            problems.accept(new Problem(
                    method,
                    type.getSimpleName() + "." + method.getSimpleName() + " overrides a hybrid of the entity "
                            + above.owner().getSimpleName() + ", whose queries could not know; let that one decide,"
                            + " by an attribute"));
        } else if (Declaration.of(method).isEmpty()) {
            problems.accept(new Problem(
                    method,
                    type.getSimpleName() + "." + method.getSimpleName() + " overrides a hybrid; mark it @Hybrid, too"));
        }
    }

    private Optional<Declaration> overridden(TypeElement type, ExecutableElement method) {
        return classes(type).stream()
                .skip(1)
                .flatMap(level -> ElementFilter.methodsIn(level.getEnclosedElements()).stream())
                .filter(above -> compilation.elements().overrides(method, above, type))
                .flatMap(above -> Declaration.of(above).stream())
                .findFirst();
    }

    /** An SQL side that belongs to no hybrid. */
    private void lonely(TypeElement type, ExecutableElement method) {
        for (String kind : List.of("Sql", "Update")) {
            boolean marked = Marks.of(method).own("Hybrid." + kind).isPresent();
            boolean known = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .flatMap(other -> Declaration.of(other).stream())
                    .anyMatch(hybrid -> hybrid.name().contentEquals(method.getSimpleName())
                            && hybrid.marked(kind).filter(method::equals).isPresent());
            if (marked && !known) {
                problems.accept(new Problem(
                        method,
                        type.getSimpleName() + "." + method.getSimpleName() + " is marked @Hybrid." + kind
                                + ", and there is no hybrid that it would fit: of the same name, with "
                                + (kind.equals("Sql")
                                        ? "the same parameters after the table"
                                        : "(Assignments, table, value) here")));
            }
        }
    }

    private List<TypeElement> classes(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        for (Optional<TypeElement> level = Optional.of(type);
                level.isPresent();
                level = compilation.classes().parent(level.get())) {
            classes.add(level.get());
        }
        return classes;
    }
}
