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
    Optional<Term> call(Term.Maybe maybe, String name, List<? extends ExpressionTree> arguments, Tree tree, View view) {
        return switch (name + "/" + arguments.size()) {
            case "isPresent/0" -> Optional.of(present(maybe, true, tree, view));
            case "isEmpty/0" -> Optional.of(present(maybe, false, tree, view));
            case "get/0", "orElseThrow/0", "orElseThrow/1", "getAsInt/0", "getAsLong/0", "getAsDouble/0" ->
                Optional.of(maybe.value());
            case "orElse/1" -> Optional.of(otherwise(maybe, expressions.read(arguments.get(0), view), tree, view));
            case "orElseGet/1" ->
                Optional.of(otherwise(maybe, lambdas.result(arguments.get(0), List.of(), view), tree, view));
            case "map/1" -> Optional.of(mapped(maybe, arguments.get(0), tree, view));
            case "flatMap/1" -> Optional.of(mapped(maybe, arguments.get(0), tree, view));
            case "filter/1" -> Optional.of(filtered(maybe, arguments.get(0), tree, view));
            default -> Optional.empty();
        };
    }

    private static Term.Value present(Term.Maybe maybe, boolean present, Tree tree, View view) {
        if (maybe.value() instanceof Term.Nothing) {
            return Values.of(Term.Constant.of(TypeName.BOOLEAN, "$L", !present), tree, view);
        }
        return present ? Comparisons.present(maybe.value(), tree, view) : Comparisons.absent(maybe.value(), tree, view);
    }

    /** Nothing of nothing, whatever the function would make of it. */
    private Term mapped(Term.Maybe maybe, ExpressionTree function, Tree tree, View view) {
        Term mapped = lambdas.result(function, List.of(maybe.value()), view);
        Term.Value present = present(maybe, true, tree, view);
        return Values.choice(present, new Term.Maybe(mapped), new Term.Maybe(new Term.Nothing()), tree, view);
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
