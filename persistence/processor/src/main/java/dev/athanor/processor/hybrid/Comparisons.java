// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType.Kind;
import java.util.List;
import java.util.Set;

/** Equality and order. Where Java would throw for a null, SQL may say nothing; elsewhere both say the same. */
final class Comparisons {
    private static final Set<String> ORDERING = Set.of("lt", "le", "gt", "ge");

    private Comparisons() {}

    /** By {@code ==}, or by {@code !=}. */
    static Term.Value identical(Term left, Term right, boolean equal, Tree tree, View view) {
        if (left instanceof Term.Nothing || right instanceof Term.Nothing) {
            Term other = left instanceof Term.Nothing ? right : left;
            return equal ? absent(other, tree, view) : present(other, tree, view);
        }
        String method = equal ? "eq" : "ne";
        if (left instanceof Term.Order order) {
            return ordered(order, right, method, tree, view);
        }
        TypeName type = type(left, right, tree, view);
        if (Classes.arithmetic(type)
                || Classes.truth(type)
                || Classes.unboxed(type).equals(TypeName.CHAR)) {
            if (!primitive(left) && !primitive(right)) {
                throw view.problem(tree, "== compares objects here, not their values; write Objects.equals(…)");
            }
            return compare(method, left, right, tree, view);
        }
        boolean constants = left instanceof Term.Given
                || right instanceof Term.Given
                || kindOf(left, right, tree, view) == Kind.ENUM
                || Classes.numbered(type)
                || enumeration(left)
                || enumeration(right);
        if (!constants) {
            throw view.problem(tree, "== compares objects, not their values; write equals(…) or Objects.equals(…)");
        }
        return equal ? same(left, right, tree, view) : distinct(left, right, tree, view);
    }

    private static Term.Value distinct(Term left, Term right, Tree tree, View view) {
        boolean sure = !nullable(left) && !nullable(right);
        Term.Value value = compare(sure ? "ne" : "isDistinctFrom", left, right, tree, view);
        return value.with(value.traits().nullable(false));
    }

    private static boolean enumeration(Term term) {
        return term instanceof Term.Constant constant && constant.symbol().isPresent();
    }

    private static Kind kindOf(Term left, Term right, Tree tree, View view) {
        return Values.of(left instanceof Term.Value ? left : right, tree, view).kind();
    }

    private static boolean primitive(Term term) {
        return term instanceof Term.Value value
                ? value.type().isPrimitive()
                : term instanceof Term.Constant constant && constant.type().isPrimitive();
    }

    private static TypeName type(Term left, Term right, Tree tree, View view) {
        Term term = left instanceof Term.Value || right instanceof Term.Given ? left : right;
        return term instanceof Term.Given given
                ? given.type()
                : Values.of(term, tree, view).type();
    }

    /** Whether there is nothing. */
    static Term.Value absent(Term term, Tree tree, View view) {
        return present(term, false, tree, view);
    }

    /** Whether there is something. */
    static Term.Value present(Term term, Tree tree, View view) {
        return present(term, true, tree, view);
    }

    private static Term.Value present(Term term, boolean present, Tree tree, View view) {
        if (term instanceof Term.One one) {
            return condition(Paths.present(one, present, view), one.owner().traits());
        }
        if (term instanceof Term.Row row && !row.columns().isEmpty()) {
            return embedded(row, present);
        }
        if (term instanceof Term.Row || term instanceof Term.Nothing || term instanceof Term.Many) {
            throw view.problem(tree, "this is never null, or always; there is nothing to ask");
        }
        Term.Value value = Values.of(term, tree, view);
        return condition(
                CodeBlock.of("$L.$L()", value.code(), present ? "isNotNull" : "isNull"),
                value.traits().nullable(false));
    }

    /** An embedded object is there, if any of its columns has a value. */
    private static Term.Value embedded(Term.Row row, boolean present) {
        CodeBlock conditions = row.columns().stream()
                .map(column -> CodeBlock.of("$L.$L()", column, present ? "isNotNull" : "isNull"))
                .collect(CodeBlock.joining(", "));
        CodeBlock code =
                CodeBlock.of("$T.$L($T.of($L))", Classes.SQL, present ? "anyOf" : "allOf", List.class, conditions);
        return condition(row.spot().reached(code), row.spot().traits());
    }

    /** By {@code equals}, which throws if the first is null. */
    static Term.Value equal(Term left, Term right, Tree tree, View view) {
        if (right instanceof Term.Nothing) {
            throw view.problem(tree, "nothing equals null; write == null");
        }
        if (decimals(left, right, tree, view)) {
            return decimal(left, right, tree, view);
        }
        Term.Value equal = compare("eq", left, right, tree, view);
        return guarded(equal, List.of(right), tree, view);
    }

    /** By {@code Objects.equals}, where null equals null. */
    static Term.Value same(Term left, Term right, Tree tree, View view) {
        if (left instanceof Term.Nothing || right instanceof Term.Nothing) {
            return absent(left instanceof Term.Nothing ? right : left, tree, view);
        }
        boolean both = nullable(left) && nullable(right);
        if (decimals(left, right, tree, view)) {
            Term.Value equal = decimal(left, right, tree, view);
            return both
                    ? condition(
                            CodeBlock.of(
                                    "$L.or($L.and($L))",
                                    equal.code(),
                                    absent(left, tree, view).code(),
                                    absent(right, tree, view).code()),
                            Traits.SURE)
                    : equal;
        }
        if (both) {
            Term.Value value = compare("isNotDistinctFrom", left, right, tree, view);
            return value.with(value.traits().nullable(false));
        }
        return guarded(compare("eq", left, right, tree, view), List.of(left, right), tree, view);
    }

    private static boolean nullable(Term term) {
        return term instanceof Term.Maybe
                || (term instanceof Term.Value value && value.traits().nullable());
    }

    /** False instead of unknown, where one of these is null. */
    private static Term.Value guarded(Term.Value equal, List<Term> guarded, Tree tree, View view) {
        CodeBlock code = equal.code();
        for (Term term : guarded) {
            if (nullable(term)) {
                code = CodeBlock.of(
                        "$L.and($L.isNotNull())",
                        code,
                        Values.of(term, tree, view).code());
            }
        }
        return condition(code, equal.traits());
    }

    private static boolean decimals(Term left, Term right, Tree tree, View view) {
        return type(left, right, tree, view).equals(Classes.DECIMAL);
    }

    /** Equal in scale, too. */
    private static Term.Value decimal(Term left, Term right, Tree tree, View view) {
        Term.Value one = Values.of(left, tree, view);
        Term.Value other = Values.of(right, tree, view);
        Term.Value equal = condition(
                CodeBlock.of("$T.equal($L, $L)", Classes.JAVA_NUMBER, one.code(), other.code()),
                one.traits().and(other.traits()));
        return guarded(equal, List.of(right), tree, view);
    }

    /** A comparison of what may have to be widened first. */
    static Term.Value compare(String method, Term left, Term right, Tree tree, View view) {
        if (right instanceof Term.Given given) {
            Term.Value value = Values.of(left, tree, view);
            return condition(CodeBlock.of("$L.$L($L)", value.code(), method, given.code()), value.traits());
        }
        if (left instanceof Term.Given || (left instanceof Term.Constant && !(right instanceof Term.Constant))) {
            return compare(reversed(method), right, left, tree, view);
        }
        List<Term.Value> values = Values.alike(List.of(left, right), tree, view);
        require(values, method, tree, view);
        return condition(
                CodeBlock.of(
                        "$L.$L($L)", values.get(0).code(), method, values.get(1).code()),
                Traits.of(values));
    }

    private static void require(List<Term.Value> values, String method, Tree tree, View view) {
        TypeName one = values.get(0).type();
        TypeName other = values.get(1).type();
        boolean comparable = Classes.boxed(one).equals(Classes.boxed(other));
        if (!comparable) {
            throw view.problem(tree, "a value of the type " + one + " is compared with one of the type " + other);
        }
        if (ORDERING.contains(method) && values.get(0).kind() == Kind.BOOLEAN) {
            throw view.problem(tree, "truth values have no order");
        }
    }

    private static String reversed(String method) {
        return switch (method) {
            case "lt" -> "gt";
            case "le" -> "ge";
            case "gt" -> "lt";
            case "ge" -> "le";
            default -> method;
        };
    }

    /** What {@code compareTo} gives, compared with zero. */
    static Term.Value ordered(Term.Order order, Term with, String method, Tree tree, View view) {
        if (!(with instanceof Term.Constant zero && zero.code().toString().equals("0"))) {
            throw view.problem(tree, "what compareTo(…) gives can only be compared with 0");
        }
        Term.Value left = Values.of(order.left(), tree, view);
        if (!Classes.text(left.type())) {
            return compare(method, order.left(), order.right(), tree, view);
        }
        Term.Value right = Values.of(order.right(), tree, view);
        return condition(
                CodeBlock.of(
                        "$T.inOrder($L).$L($T.inOrder($L))",
                        Classes.JAVA_TEXT,
                        left.code(),
                        method,
                        Classes.JAVA_TEXT,
                        right.code()),
                left.traits().and(right.traits()));
    }

    /** What {@code compareTo} gives, where Java says which number that is. */
    static Term.Value order(Term.Order order, Tree tree, View view) {
        List<Term.Value> values = Values.alike(List.of(order.left(), order.right()), tree, view);
        TypeName type = values.get(0).type();
        if (values.get(0).kind() != Kind.NUMBER) {
            throw view.problem(tree, "what compareTo(…) gives for the type " + type + " can only be compared with 0");
        }
        return new Term.Value(
                CodeBlock.of(
                        "$T.compare($L, $L)",
                        Classes.JAVA_NUMBER,
                        values.get(0).code(),
                        values.get(1).code()),
                TypeName.INT,
                Kind.NUMBER,
                Traits.of(values));
    }

    static Term.Value condition(CodeBlock code, Traits traits) {
        return new Term.Value(code, TypeName.BOOLEAN, Kind.BOOLEAN, traits);
    }
}
