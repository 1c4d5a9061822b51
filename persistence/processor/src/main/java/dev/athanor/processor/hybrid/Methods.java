// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.naming.BasicTypes;
import dev.athanor.processor.reading.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Calls of the methods of entities and embedded objects: hybrids, and what only gives an attribute. */
final class Methods {
    private final Language language;
    private final Paths paths;
    private final HybridTraits traits;
    private final BiFunction<ExpressionTree, View, Term> reader;

    Methods(Language language, Paths paths, HybridTraits traits, BiFunction<ExpressionTree, View, Term> reader) {
        this.language = language;
        this.paths = paths;
        this.traits = traits;
        this.reader = reader;
    }

    /** A call of a method of this name. */
    Term call(Term self, String name, List<Term> arguments, Tree tree, View view) {
        TypeElement type = self instanceof Term.One one ? one.type() : ((Term.Row) self).type();
        List<ExecutableElement> found = TypeNames.inherited(type)
                .flatMap(above -> ElementFilter.methodsIn(above.getEnclosedElements()).stream())
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() == arguments.size())
                .toList();
        Optional<ExecutableElement> hybrid =
                found.stream().filter(Methods::hybrid).findFirst();
        if (hybrid.isPresent()) {
            return hybrid(self, type, hybrid.get(), arguments, tree, view);
        }
        if (found.isEmpty() || !arguments.isEmpty()) {
            throw view.problem(
                    tree,
                    name + "(…) is no hybrid of " + type.getSimpleName()
                            + "; mark it @Hybrid there, or write what it does here");
        }
        return getter(self, found.get(0), tree, view);
    }

    private static boolean hybrid(ExecutableElement method) {
        return Marks.of(method).own("Hybrid").isPresent();
    }

    private Term hybrid(
            Term self, TypeElement type, ExecutableElement method, List<Term> arguments, Tree tree, View view) {
        Spot spot = self instanceof Term.One one ? Paths.opened(one, view).spot() : ((Term.Row) self).spot();
        List<TypeName> parameters =
                language.compilation().classes().signature(method, type).getParameterTypes().stream()
                        .map(Language::name)
                        .toList();
        boolean typed = parameters.stream()
                .allMatch(parameter -> BasicTypes.of(Classes.boxed(parameter)).isPresent());
        List<CodeBlock> codes = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            codes.add(argument(arguments.get(i), parameters.get(i), typed, tree, view));
        }
        CodeBlock code = spot.reached(
                CodeBlock.of("$L.$N($L)", spot.code(), method.getSimpleName(), CodeBlock.join(codes, ", ")));
        TypeName result = Language.name(
                language.compilation().classes().signature(method, type).getReturnType());
        boolean optional = optional(result);
        TypeName plain = plain(result);
        Traits known =
                traits.of(method, type, tree, view).and(Traits.of(arguments)).and(spot.traits());
        boolean nullable = spot.optional() || !result.isPrimitive();
        Term.Value value = new Term.Value(code, plain, kind(plain), known.nullable(nullable));
        return optional ? new Term.Maybe(value) : value;
    }

    private static CodeBlock argument(Term argument, TypeName parameter, boolean typed, Tree tree, View view) {
        if (typed) {
            return Values.as(argument, parameter, tree, view).code();
        }
        if (argument instanceof Term.Constant constant) {
            return constant.code();
        } else if (argument instanceof Term.Given given) {
            return given.code();
        }
        throw view.problem(
                tree, "a hybrid with a parameter of the type " + parameter + " takes values, not attributes");
    }

    static boolean optional(TypeName type) {
        return type instanceof ParameterizedTypeName parameterized
                && parameterized.rawType().equals(Classes.OPTIONAL);
    }

    /** The type without what makes it optional. */
    static TypeName plain(TypeName type) {
        return optional(type) ? ((ParameterizedTypeName) type).typeArguments().get(0) : type;
    }

    private Kind kind(TypeName type) {
        return language.column(type).map(ColumnType::kind).orElse(Kind.VALUE);
    }

    private Term getter(Term self, ExecutableElement method, Tree tree, View view) {
        MethodTree written = language.trees().getTree(method);
        return written == null ? named(self, method, tree, view) : read(self, method, written, tree, view);
    }

    /** Its body, if it only gives something. */
    private Term read(Term self, ExecutableElement method, MethodTree written, Tree tree, View view) {
        List<? extends StatementTree> statements =
                written.getBody() == null ? List.of() : written.getBody().getStatements();
        if (statements.size() != 1
                || !(statements.get(0) instanceof ReturnTree result)
                || result.getExpression() == null
                || !view.draft().step()) {
            throw view.problem(
                    tree,
                    method.getSimpleName() + "() does more than give an attribute; mark it @Hybrid to have it read");
        }
        TypeElement owner = TypeNames.owner(method);
        return reader.apply(
                result.getExpression(),
                new View(owner, language.unit(method).orElse(view.unit()), Optional.of(self), Map.of(), view.draft()));
    }

    /** The attribute that it is called after, where its body is not there to be read. */
    private Term named(Term self, ExecutableElement method, Tree tree, View view) {
        String name = method.getSimpleName().toString();
        return Stream.of(name, property(name, "get"), property(name, "is"))
                .flatMap(attribute -> paths.attribute(self, attribute, view).stream())
                .findFirst()
                .orElseThrow(() -> view.problem(
                        tree, name + "() is of a class that is compiled already, and called after no attribute"));
    }

    private static String property(String name, String prefix) {
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? Character.toLowerCase(name.charAt(prefix.length())) + name.substring(prefix.length() + 1)
                : name;
    }
}
