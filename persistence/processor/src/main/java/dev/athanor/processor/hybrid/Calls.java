// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Calls of methods. */
final class Calls {
    private static final String FORMAT = "a format";

    private final Expressions expressions;
    private final Methods methods;
    private final Paths paths;
    private final Streams streams;
    private final Optionals optionals;
    private final StaticCalls statics;

    Calls(Expressions expressions, Methods methods, Paths paths, Lambdas lambdas) {
        this.expressions = expressions;
        this.methods = methods;
        this.paths = paths;
        this.streams = new Streams(expressions, lambdas);
        this.optionals = new Optionals(expressions, lambdas);
        this.statics = new StaticCalls(expressions);
    }

    Term read(MethodInvocationTree call, View view) {
        if (call.getMethodSelect() instanceof IdentifierTree name) {
            return unqualified(name.getName().toString(), call, view);
        }
        MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
        String name = select.getIdentifier().toString();
        Optional<TypeElement> type = expressions.type(select.getExpression(), view);
        return type.isPresent()
                ? ofType(type.get(), name, call, view)
                : of(expressions.read(select.getExpression(), view), name, call.getArguments(), call, view);
    }

    private Term unqualified(String name, MethodInvocationTree call, View view) {
        boolean own = TypeNames.inherited(view.type())
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .anyMatch(method -> method.getSimpleName().contentEquals(name));
        if (own && view.self().isPresent()) {
            return methods.call(view.self().get(), name, expressions.read(call.getArguments(), view), call, view);
        }
        return expressions.names(view).holders(name).stream()
                .flatMap(type -> statics.read(type, name, call.getArguments(), call, view).stream())
                .findFirst()
                .orElseThrow(() -> view.unknown(call, name + "(…)"));
    }

    private Term ofType(TypeElement type, String name, MethodInvocationTree call, View view) {
        return statics.read(type, name, call.getArguments(), call, view)
                .orElseThrow(
                        () -> view.unknown(call, described(type.getSimpleName().toString(), name)));
    }

    private static String described(String type, String name) {
        return name.equals("format") ? FORMAT : type + "." + name + "(…)";
    }

    /** A method of a row that is referred to, or called without arguments. */
    Term row(Term row, String name, Tree tree, View view) {
        return of(row, name, List.of(), tree, view);
    }

    /** A method that is referred to, of an object or of a class. */
    Term referred(Tree tree, String name, Term argument, View view) {
        return type(argument, tree, view)
                .flatMap(type -> Forms.call(argument, type, name, List.of(), tree, view))
                .orElseThrow(() -> view.problem(tree, "write this as a lambda: x -> … "));
    }

    private Term of(Term self, String name, List<? extends ExpressionTree> arguments, Tree tree, View view) {
        Optional<Term> special = special(self, name, arguments, tree, view);
        if (special.isPresent()) {
            return special.get();
        }
        if (self instanceof Term.Row || self instanceof Term.One) {
            return methods.call(self, name, expressions.read(arguments, view), tree, view);
        }
        List<Term> values = expressions.read(arguments, view);
        if (self instanceof Term.Value value && value.converted() && !name.equals("equals")) {
            throw view.problem(tree, "what is kept by a converter, or as JSON, can only be compared");
        }
        return general(self, name, values, tree, view)
                .or(() -> type(self, tree, view).flatMap(type -> Forms.call(self, type, name, values, tree, view)))
                .orElseThrow(() -> view.unknown(tree, unreadable(self, name, tree, view)));
    }

    private static String unreadable(Term self, String name, Tree tree, View view) {
        if (name.equals("formatted")) {
            return FORMAT;
        }
        return type(self, tree, view).map(Calls::shown).orElse("…") + "." + name + "(…)";
    }

    private static String shown(TypeName type) {
        return type instanceof ClassName name ? name.simpleName() : type.toString();
    }

    private static Optional<TypeName> type(Term self, Tree tree, View view) {
        if (self instanceof Term.Constant constant) {
            return Optional.of(constant.type());
        }
        boolean other = self instanceof Term.Given
                || self instanceof Term.Many
                || self instanceof Term.Rows
                || self instanceof Term.Span;
        return other
                ? Optional.empty()
                : Optional.of(Values.of(self, tree, view).type());
    }

    /** Of what is no single value. */
    private Optional<Term> special(
            Term self, String name, List<? extends ExpressionTree> arguments, Tree tree, View view) {
        if (self instanceof Term.Many many) {
            return streams.collection(paths.rows(many, view), name, arguments, tree, view);
        } else if (self instanceof Term.Rows rows) {
            return streams.stream(rows, name, arguments, tree, view);
        } else if (self instanceof Term.Maybe maybe) {
            return optionals.call(maybe, name, arguments, tree, view);
        } else if (self instanceof Term.Span span) {
            return span(span, name, tree, view);
        } else if (self instanceof Term.Given given && name.equals("contains") && arguments.size() == 1) {
            return Optional.of(given(given, expressions.read(arguments.get(0), view), tree, view));
        } else if (self instanceof Term.Nothing) {
            throw view.problem(tree, "this is null here; nothing can be asked of it");
        }
        return Optional.empty();
    }

    private static Term given(Term.Given given, Term wanted, Tree tree, View view) {
        Term.Value value = Values.of(wanted, tree, view);
        CodeBlock code = CodeBlock.of("$L.in($L)", value.code(), given.code());
        return Comparisons.condition(
                value.traits().nullable() ? CodeBlock.of("$L.and($L.isNotNull())", code, value.code()) : code,
                value.traits());
    }

    private static Optional<Term> span(Term.Span span, String name, Tree tree, View view) {
        Optional<String> method =
                switch (name) {
                    case "getYears" -> Optional.of("periodYears");
                    case "getMonths" -> Optional.of("periodMonths");
                    case "getDays" -> Optional.of("periodDays");
                    case "toTotalMonths" -> Optional.of("totalMonths");
                    default -> Optional.empty();
                };
        Term.Value from = Values.of(span.from(), tree, view);
        Term.Value to = Values.of(span.to(), tree, view);
        return method.map(known -> new Term.Value(
                CodeBlock.of("$T.$L($L, $L)", Classes.JAVA_TIME, known, from.code(), to.code()),
                known.equals("totalMonths") ? TypeName.LONG : TypeName.INT,
                Kind.NUMBER,
                from.traits().and(to.traits())));
    }

    /** Of any value. */
    private static Optional<Term> general(Term self, String name, List<Term> arguments, Tree tree, View view) {
        if (name.equals("equals") && arguments.size() == 1) {
            return Optional.of(Comparisons.equal(self, arguments.get(0), tree, view));
        }
        if (name.equals("compareTo") && arguments.size() == 1) {
            return Optional.of(new Term.Order(self, arguments.get(0)));
        }
        if (!(self instanceof Term.Value value)) {
            return Optional.empty();
        }
        if (name.equals("until") && arguments.size() == 1) {
            return Optional.of(new Term.Span(self, arguments.get(0)));
        }
        return switch (value.kind()) {
            case ENUM -> constant(value, name, arguments);
            case ARRAY -> array(value, name, arguments, tree, view);
            default -> Optional.empty();
        };
    }

    private static Optional<Term> constant(Term.Value value, String name, List<Term> arguments) {
        boolean text = name.equals("name");
        return arguments.isEmpty() && (text || name.equals("ordinal"))
                ? Optional.of(new Term.Value(
                        CodeBlock.of("$T.$L($L)", Classes.JAVA_TEXT, name, value.code()),
                        text ? Classes.STRING : TypeName.INT,
                        text ? Kind.TEXT : Kind.NUMBER,
                        value.traits()))
                : Optional.empty();
    }

    private static Optional<Term> array(Term.Value array, String name, List<Term> arguments, Tree tree, View view) {
        CodeBlock length = CodeBlock.of("$L.length()", array.code());
        return switch (name + "/" + arguments.size()) {
            case "size/0" -> Optional.of(new Term.Value(length, TypeName.INT, Kind.NUMBER, array.traits()));
            case "isEmpty/0" ->
                Optional.of(Comparisons.condition(
                        CodeBlock.of("$L.eq($T.inline(0))", length, Classes.SQL), array.traits()));
            case "contains/1" -> Optional.of(contains(array, arguments.get(0), tree, view));
            default -> Optional.empty();
        };
    }

    private static Term contains(Term.Value array, Term wanted, Tree tree, View view) {
        TypeName element = array.type() instanceof ParameterizedTypeName list
                ? list.typeArguments().get(0)
                : array.type();
        Term.Value value = Values.as(wanted, element, tree, view);
        CodeBlock code = CodeBlock.of("$L.has($L)", array.code(), value.code());
        return Comparisons.condition(code, array.traits().and(value.traits()));
    }
}
