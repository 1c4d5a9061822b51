// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;

/** What can be asked of an optional value. */
final class Optionals {
    private final Lambdas lambdas;
    private final Expressions expressions;

    Optionals(Expressions expressions, Lambdas lambdas) {
        this.expressions = expressions;
        this.lambdas = lambdas;
    }

    /** A call on one. */
    Optional<Term> call(
            Term.Maybe maybe, String name, List<? extends ExpressionTree> arguments, Tree tree, View view) {
        return switch (name + "/" + arguments.size()) {
            case "isPresent/0" -> Optional.of(Operators.not(missing(maybe, tree, view)));
            case "isEmpty/0" -> Optional.of(missing(maybe, tree, view));
            case "get/0", "orElseThrow/0", "orElseThrow/1", "getAsInt/0", "getAsLong/0", "getAsDouble/0" ->
                Optional.of(maybe.value());
            case "orElse/1" ->
                Optional.of(otherwise(maybe, expressions.read(arguments.get(0), view), tree, view));
            case "orElseGet/1" ->
                Optional.of(otherwise(maybe, lambdas.result(arguments.get(0), List.of(), view), tree, view));
            case "map/1" ->
                Optional.of(new Term.Maybe(lambdas.result(arguments.get(0), List.of(maybe.value()), view)));
            case "flatMap/1" -> Optional.of(lambdas.result(arguments.get(0), List.of(maybe.value()), view));
            case "filter/1" -> Optional.of(filtered(maybe, arguments.get(0), tree, view));
            default -> Optional.empty();
        };
    }

    private static Term.Value missing(Term.Maybe maybe, Tree tree, View view) {
        return maybe.value() instanceof Term.Nothing
                ? Values.of(Term.Constant.of(TypeName.BOOLEAN, "true"), tree, view)
                : Comparisons.absent(maybe.value(), tree, view);
    }

    private Term filtered(Term.Maybe maybe, ExpressionTree lambda, Tree tree, View view) {
        Term.Value condition = Values.truth(lambdas.result(lambda, List.of(maybe.value()), view), tree, view);
        return new Term.Maybe(Values.choice(condition, maybe.value(), new Term.Nothing(), tree, view));
    }

    /** The first that is not null. */
    static Term otherwise(Term.Maybe maybe, Term other, Tree tree, View view) {
        if (other instanceof Term.Nothing) {
            return maybe.value();
        }
        if (maybe.value() instanceof Term.Nothing) {
            return other;
        }
        List<Term.Value> values = Values.alike(List.of(maybe.value(), other), tree, view);
        Term.Value first = values.get(0);
        Term.Value second = values.get(1);
        return new Term.Value(
                CodeBlock.of("$T.coalesce($L, $L)", Classes.FUNCTIONS, first.code(), second.code()),
                second.type(),
                first.kind(),
                first.traits().and(second.traits()).nullable(second.traits().nullable()));
    }
}
