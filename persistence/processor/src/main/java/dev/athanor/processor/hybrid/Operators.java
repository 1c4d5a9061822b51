// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType.Kind;
import java.util.List;
import java.util.Map;

/** What Java's operators do. */
final class Operators {
    private static final Map<String, String> ARITHMETIC =
            Map.of("+", "plus", "-", "minus", "*", "times", "/", "dividedBy", "%", "mod");
    private static final Map<String, String> ORDER = Map.of("<", "lt", "<=", "le", ">", "gt", ">=", "ge");

    private Operators() {}

    /** An operator between two. */
    static Term binary(String operator, Term left, Term right, Tree tree, View view) {
        if (left instanceof Term.Constant one && right instanceof Term.Constant other) {
            return constant(operator, one, other);
        }
        return switch (operator) {
            case "==", "!=" -> Comparisons.identical(left, right, operator.equals("=="), tree, view);
            case "&&" -> both(left, right, true, tree, view);
            case "||" -> both(left, right, false, tree, view);
            case "&", "|", "^" -> logical(operator, left, right, tree, view);
            case "<", "<=", ">", ">=" -> ordered(ORDER.getOrDefault(operator, ""), left, right, tree, view);
            case "+" ->
                texts(left, right) ? Texts.concat(left, right, tree, view) : arithmetic("+", left, right, tree, view);
            case "-", "*", "/", "%" -> arithmetic(operator, left, right, tree, view);
            default -> throw view.unknown(tree, "the operator " + operator);
        };
    }

    private static Term constant(String operator, Term.Constant left, Term.Constant right) {
        TypeName type = ARITHMETIC.containsKey(operator)
                ? (texts(left, right) ? Classes.STRING : Promotion.of(left.type(), right.type()))
                : TypeName.BOOLEAN;
        return Term.Constant.of(type, "($L $L $L)", left.code(), operator, right.code());
    }

    private static boolean texts(Term left, Term right) {
        return text(left) || text(right);
    }

    private static boolean text(Term term) {
        return (term instanceof Term.Constant constant && Classes.text(constant.type()))
                || (term instanceof Term.Value value && Classes.text(value.type()));
    }

    private static Term ordered(String method, Term left, Term right, Tree tree, View view) {
        if (left instanceof Term.Order order) {
            return Comparisons.ordered(order, right, method, tree, view);
        }
        numbers(left, right, tree, view);
        return Comparisons.compare(method, left, right, tree, view);
    }

    private static void numbers(Term left, Term right, Tree tree, View view) {
        for (Term term : List.of(left, right)) {
            Term.Value value = Values.of(term, tree, view);
            if (!Classes.arithmetic(value.type()) || value.converted()) {
                throw view.problem(tree, "a number is expected here, and there is a " + value.type());
            }
        }
    }

    private static Term arithmetic(String operator, Term left, Term right, Tree tree, View view) {
        numbers(left, right, tree, view);
        TypeName type = Promotion.of(
                Values.of(left, tree, view).type(), Values.of(right, tree, view).type());
        boolean floating = type.equals(TypeName.DOUBLE) || type.equals(TypeName.FLOAT);
        if (operator.equals("%") && floating) {
            throw view.unknown(tree, "what a division of floating-point numbers leaves");
        }
        Term.Value one = Values.as(left, type, tree, view);
        Term.Value other = Values.as(right, type, tree, view);
        Traits traits = one.traits().and(other.traits());
        boolean divides = operator.equals("/") || operator.equals("%");
        return new Term.Value(
                CodeBlock.of("$L.$L($L)", one.code(), ARITHMETIC.get(operator), other.code()),
                type,
                Kind.NUMBER,
                divides && !(right instanceof Term.Constant) ? traits.failing() : traits);
    }

    /** Where the right side could fail, it is computed only if the left does not say all. */
    private static Term both(Term left, Term right, boolean and, Tree tree, View view) {
        Term.Value one = Values.truth(left, tree, view);
        Term.Value other = Values.truth(right, tree, view);
        Traits traits = one.traits().and(other.traits());
        if (!other.traits().fails()) {
            return Comparisons.condition(
                    CodeBlock.of("$L.$L($L)", one.code(), and ? "and" : "or", other.code()), traits);
        }
        return Comparisons.condition(
                and
                        ? CodeBlock.of(
                                "$T.when($L, $L).otherwise($T.inline(false))",
                                Classes.FUNCTIONS,
                                one.code(),
                                other.code(),
                                Classes.SQL)
                        : CodeBlock.of(
                                "$T.when($L, $T.inline(true)).otherwise($L)",
                                Classes.FUNCTIONS,
                                one.code(),
                                Classes.SQL,
                                other.code()),
                traits);
    }

    private static Term logical(String operator, Term left, Term right, Tree tree, View view) {
        Term.Value one = Values.truth(left, tree, view);
        Term.Value other = Values.truth(right, tree, view);
        String method = operator.equals("&") ? "and" : operator.equals("|") ? "or" : "ne";
        return Comparisons.condition(
                CodeBlock.of("$L.$L($L)", one.code(), method, other.code()),
                one.traits().and(other.traits()));
    }

    static Term.Value not(Term.Value condition) {
        return Comparisons.condition(CodeBlock.of("$L.not()", condition.code()), condition.traits());
    }

    /** An operator before one. */
    static Term unary(String operator, Term operand, Tree tree, View view) {
        if (operand instanceof Term.Constant constant && !operator.equals("++") && !operator.equals("--")) {
            TypeName type = operator.equals("!") ? TypeName.BOOLEAN : Promotion.of(constant.type());
            return Term.Constant.of(type, "($L$L)", operator, constant.code());
        }
        return switch (operator) {
            case "!" -> not(Values.truth(operand, tree, view));
            case "-", "+" -> signed(operator, operand, tree, view);
            default -> throw view.unknown(tree, "the operator " + operator);
        };
    }

    private static Term signed(String operator, Term operand, Tree tree, View view) {
        numbers(operand, operand, tree, view);
        TypeName type = Promotion.of(Values.of(operand, tree, view).type());
        Term.Value value = Values.as(operand, type, tree, view);
        return operator.equals("+")
                ? value
                : new Term.Value(CodeBlock.of("$L.negated()", value.code()), type, Kind.NUMBER, value.traits());
    }

    /** A cast: to a number, or to what it is anyway. */
    static Term cast(TypeName type, Term operand, Tree tree, View view) {
        if (operand instanceof Term.Constant constant && Classes.arithmetic(type)) {
            return Values.cast(constant, Classes.unboxed(type));
        }
        Term.Value value = Values.of(operand, tree, view);
        if (Classes.boxed(value.type()).equals(Classes.boxed(type))) {
            return value;
        }
        if (!Classes.arithmetic(type) || !Classes.arithmetic(value.type())) {
            throw view.unknown(tree, "a cast from " + value.type() + " to " + type);
        }
        if (Promotion.widens(value.type(), type) && !floating(value.type())) {
            return Values.number(value, Classes.unboxed(type));
        }
        return narrowed(type, value, tree, view);
    }

    private static boolean floating(TypeName type) {
        TypeName plain = Classes.unboxed(type);
        return plain.equals(TypeName.DOUBLE) || plain.equals(TypeName.FLOAT);
    }

    private static Term narrowed(TypeName type, Term.Value value, Tree tree, View view) {
        String method =
                switch (Classes.unboxed(type).toString()) {
                    case "int" -> "toInteger";
                    case "long" -> "toLong";
                    case "double" -> "toDouble";
                    default -> throw view.unknown(tree, "a cast from " + value.type() + " to " + type);
                };
        return new Term.Value(
                CodeBlock.of("$T.$L($L)", Classes.JAVA_NUMBER, method, value.code()),
                Classes.unboxed(type),
                Kind.NUMBER,
                value.traits().failing());
    }
}
