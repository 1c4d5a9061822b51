// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of the rows of a relation: each answer is a subquery. */
final class Streams {
    private static final String OTHER_ROWS = "reads other rows than its own";

    private final Expressions expressions;
    private final Lambdas lambdas;

    Streams(Expressions expressions, Lambdas lambdas) {
        this.expressions = expressions;
        this.lambdas = lambdas;
    }

    /** A call on a collection. */
    Optional<Term> collection(
            Term.Rows rows, String name, List<? extends ExpressionTree> arguments, Tree tree, View view) {
        return switch (name + "/" + arguments.size()) {
            case "size/0" -> Optional.of(count(rows, TypeName.INT, tree, view));
            case "isEmpty/0" -> Optional.of(exists(rows, Optional.empty(), false));
            case "contains/1" -> Optional.of(contains(rows, arguments.get(0), tree, view));
            case "stream/0" -> Optional.of(rows);
            default -> Optional.empty();
        };
    }

    /** A call on a stream. */
    Optional<Term> stream(Term.Rows rows, String name, List<? extends ExpressionTree> arguments, Tree tree, View view) {
        return switch (name + "/" + arguments.size()) {
            case "filter/1" -> Optional.of(filtered(rows, arguments.get(0), tree, view));
            case "map/1" -> Optional.of(mapped(rows, arguments.get(0), view));
            case "mapToInt/1" -> Optional.of(numbers(rows, arguments.get(0), TypeName.INT, tree, view));
            case "mapToLong/1" -> Optional.of(numbers(rows, arguments.get(0), TypeName.LONG, tree, view));
            case "mapToDouble/1" -> Optional.of(numbers(rows, arguments.get(0), TypeName.DOUBLE, tree, view));
            case "distinct/0" ->
                Optional.of(new Term.Rows(
                        rows.owner(), rows.relation(), rows.table(), rows.element(), rows.conditions(), true));
            case "count/0" -> Optional.of(count(rows, TypeName.LONG, tree, view));
            case "sum/0" -> Optional.of(sum(rows, element(rows, tree, view), tree, view));
            case "average/0" -> Optional.of(average(rows, tree, view));
            case "max/0", "min/0" -> Optional.of(new Term.Maybe(aggregate(rows, name, element(rows, tree, view))));
            case "max/1", "min/1" -> extreme(rows, name, arguments.get(0), tree, view);
            case "anyMatch/1" ->
                Optional.of(exists(rows, Optional.of(match(rows, arguments.get(0), tree, view)), true));
            case "noneMatch/1" ->
                Optional.of(exists(rows, Optional.of(match(rows, arguments.get(0), tree, view)), false));
            case "allMatch/1" ->
                Optional.of(exists(rows, Optional.of(Operators.not(match(rows, arguments.get(0), tree, view))), false));
            case "reduce/1" -> reduced(rows, arguments.get(0), tree, view).map(Term.Maybe::new);
            case "reduce/2" -> reduced(rows, arguments.get(0), arguments.get(1), tree, view);
            default -> Optional.empty();
        };
    }

    private Term filtered(Term.Rows rows, ExpressionTree lambda, Tree tree, View view) {
        List<Term.Value> conditions = new ArrayList<>(rows.conditions());
        conditions.add(match(rows, lambda, tree, view));
        return new Term.Rows(rows.owner(), rows.relation(), rows.table(), rows.element(), conditions, rows.distinct());
    }

    private Term.Value match(Term.Rows rows, ExpressionTree lambda, Tree tree, View view) {
        boolean present = lambda instanceof MemberReferenceTree reference
                && reference.getName().contentEquals("nonNull");
        return present
                ? Comparisons.present(rows.element(), tree, view)
                : Values.truth(lambdas.result(lambda, List.of(rows.element()), view), tree, view);
    }

    private Term mapped(Term.Rows rows, ExpressionTree lambda, View view) {
        Term element = lambdas.result(lambda, List.of(rows.element()), view);
        return new Term.Rows(rows.owner(), rows.relation(), rows.table(), element, rows.conditions(), rows.distinct());
    }

    private Term numbers(Term.Rows rows, ExpressionTree lambda, TypeName type, Tree tree, View view) {
        Term.Value element = Values.as(lambdas.result(lambda, List.of(rows.element()), view), type, tree, view);
        return new Term.Rows(rows.owner(), rows.relation(), rows.table(), element, rows.conditions(), rows.distinct());
    }

    private static Term.Value element(Term.Rows rows, Tree tree, View view) {
        return Values.of(rows.element(), tree, view);
    }

    private Term count(Term.Rows rows, TypeName type, Tree tree, View view) {
        CodeBlock counted = rows.distinct()
                ? CodeBlock.of(
                        "$T.countDistinct($L)",
                        Classes.AGGREGATES,
                        element(rows, tree, view).code())
                : CodeBlock.of("$T.count()", Classes.AGGREGATES);
        CodeBlock code = value(rows, counted);
        return result(
                rows,
                type.equals(TypeName.INT) ? CodeBlock.of("$L.asInteger()", code) : code,
                type,
                Kind.NUMBER,
                false);
    }

    private Term contains(Term.Rows rows, ExpressionTree wanted, Tree tree, View view) {
        Term.Value element = element(rows, tree, view);
        Term.Value same = Comparisons.same(element, expressions.read(wanted, view), tree, view);
        return exists(rows, Optional.of(same), true);
    }

    private static Term.Value exists(Term.Rows rows, Optional<Term.Value> condition, boolean any) {
        CodeBlock code = CodeBlock.of(
                "$T.$L($L, $N$L)",
                Classes.RELATED,
                any ? "exists" : "notExists",
                rows.relation(),
                rows.table(),
                conditions(rows, condition));
        return result(rows, code, TypeName.BOOLEAN, Kind.BOOLEAN, false);
    }

    private static CodeBlock conditions(Term.Rows rows, Optional<Term.Value> last) {
        return Stream.concat(rows.conditions().stream(), last.stream())
                .map(condition -> CodeBlock.of(", $L", condition.code()))
                .collect(CodeBlock.joining(""));
    }

    /** A value of all rows. */
    private static CodeBlock value(Term.Rows rows, CodeBlock aggregate) {
        return CodeBlock.of(
                "$T.value($L, $N, $L$L)",
                Classes.RELATED,
                rows.relation(),
                rows.table(),
                aggregate,
                conditions(rows, Optional.empty()));
    }

    private static Term.Value result(Term.Rows rows, CodeBlock code, TypeName type, Kind kind, boolean nullable) {
        Traits traits = Traits.of(rows.conditions()).nullable(nullable).changing(OTHER_ROWS);
        return new Term.Value(rows.owner().reached(code), type, kind, traits);
    }

    private static Term.Value aggregate(Term.Rows rows, String name, Term.Value element) {
        CodeBlock code = value(rows, CodeBlock.of("$T.$L($L)", Classes.AGGREGATES, name, element.code()));
        Term.Value result = result(rows, code, element.type(), element.kind(), true);
        return result.with(result.traits().and(element.traits()));
    }

    private Term sum(Term.Rows rows, Term.Value element, Tree tree, View view) {
        if (rows.distinct()) {
            throw view.unknown(tree, "a sum of different values");
        }
        Term.Value sum = aggregate(rows, "sum", element);
        Term.Value zero = Values.as(Term.Constant.of(TypeName.INT, "0"), element.type(), tree, view);
        return otherwise(sum, zero.code());
    }

    private static Term.Value otherwise(Term.Value value, CodeBlock none) {
        CodeBlock code = CodeBlock.of("$T.coalesce($L, $L)", Classes.FUNCTIONS, value.code(), none);
        return new Term.Value(code, value.type(), value.kind(), value.traits().nullable(false));
    }

    private Term average(Term.Rows rows, Tree tree, View view) {
        Term.Value element = element(rows, tree, view);
        CodeBlock code = value(
                rows,
                CodeBlock.of(
                        "$T.sum($L).asDouble().dividedBy($T.count($L).asDouble())",
                        Classes.AGGREGATES,
                        element.code(),
                        Classes.AGGREGATES,
                        element.code()));
        return new Term.Maybe(result(rows, code, TypeName.DOUBLE, Kind.NUMBER, true));
    }

    private Optional<Term> extreme(Term.Rows rows, String name, ExpressionTree comparator, Tree tree, View view) {
        return comparator.toString().matches("(Comparator\\.)?naturalOrder\\(\\)")
                ? Optional.of(new Term.Maybe(ordered(rows, name, tree, view)))
                : Optional.empty();
    }

    private static Term.Value ordered(Term.Rows rows, String name, Tree tree, View view) {
        Term.Value element = element(rows, tree, view);
        return Classes.text(element.type())
                ? aggregate(
                        rows,
                        name,
                        new Term.Value(
                                CodeBlock.of("$T.inOrder($L)", Classes.JAVA_TEXT, element.code()),
                                element.type(),
                                element.kind(),
                                element.traits()))
                : aggregate(rows, name, element);
    }

    private Optional<Term> reduced(Term.Rows rows, ExpressionTree operation, Tree tree, View view) {
        return lambdas.operation(operation).flatMap(name -> switch (name) {
            case "add", "sum" -> Optional.of(aggregate(rows, "sum", element(rows, tree, view)));
            case "max", "min" -> Optional.of(ordered(rows, name, tree, view));
            default -> Optional.empty();
        });
    }

    /** From a first value on. */
    private Optional<Term> reduced(
            Term.Rows rows, ExpressionTree identity, ExpressionTree operation, Tree tree, View view) {
        Term first = expressions.read(identity, view);
        return reduced(rows, operation, tree, view).map(value -> {
            Term.Value sum = (Term.Value) value;
            Term.Value start = Values.as(first, sum.type(), tree, view);
            boolean adds = lambdas.operation(operation)
                    .filter(name -> name.matches("add|sum"))
                    .isPresent();
            if (!adds) {
                throw view.unknown(tree, "a greatest or least value from a first one on");
            }
            boolean zero = first instanceof Term.Constant constant
                    && (constant.is("java.math.BigDecimal.ZERO")
                            || constant.code().toString().matches("0[LdfDF]?|0\\.0"));
            if (zero) {
                return otherwise(sum, start.code());
            }
            Term.Value none = Values.as(Term.Constant.of(TypeName.INT, "0"), sum.type(), tree, view);
            Term.Value safe = otherwise(
                    sum,
                    sum.type().equals(Classes.DECIMAL)
                            ? CodeBlock.of("$T.inline($T.ZERO)", Classes.SQL, Classes.DECIMAL)
                            : none.code());
            return new Term.Value(
                    CodeBlock.of("$L.plus($L)", start.code(), safe.code()),
                    sum.type(),
                    Kind.NUMBER,
                    start.traits().and(safe.traits()));
        });
    }
}
