// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import static dev.athanor.sql.Sql.not;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.OrNode;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import dev.athanor.sql.ArrayExpr;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.OrderedExpr;
import dev.athanor.sql.TextExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conditions in RSQL, as {@code price=gt=10;(name==Ca*,stock=in=(1,2))}, over what a view names. Names and values never
 * become SQL: names find attributes, values are bound. For one thread.
 */
final class Filters<E> {
    private static final ComparisonOperator NULL = new ComparisonOperator("=null=");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'");
    private static final int DEEPEST = 20;
    private static final int MOST = 100;

    private final View<E> view;
    private final Problems problems;
    private int comparisons;

    private Filters(View<E> view, Problems problems) {
        this.view = view;
        this.problems = problems;
    }

    static <E> List<Condition> conditions(View<E> view, String text, Problems problems) {
        Set<ComparisonOperator> operators = new HashSet<>(RSQLOperators.defaultOperators());
        operators.add(NULL);
        if (levels(text) > DEEPEST) {
            problems.add("filter", "has more than " + DEEPEST + " levels");
            return List.of();
        }
        Filters<E> filters = new Filters<>(view, problems);
        try {
            return filters.condition(new RSQLParser(operators).parse(text)).stream()
                    .toList();
        } catch (RSQLParserException e) {
            problems.add(
                    "filter",
                    "cannot be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return List.of();
        }
    }

    /**
     * How deep parentheses are in each other; the parser calls itself for each, and would use up the stack. Those
     * within values are none.
     */
    private static int levels(String text) {
        int level = 0;
        int most = 0;
        String outside = QUOTED.matcher(text).replaceAll("");
        for (int i = 0; i < outside.length(); i++) {
            char sign = outside.charAt(i);
            level += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            most = Math.max(most, level);
        }
        return most;
    }

    private Optional<Condition> condition(Node node) {
        if (node instanceof LogicalNode several) {
            List<Condition> parts = new ArrayList<>();
            several.getChildren().forEach(child -> condition(child).ifPresent(parts::add));
            return parts.isEmpty() ? Optional.empty() : Optional.of(joined(several, parts));
        }
        return comparison((ComparisonNode) node);
    }

    private static Condition joined(LogicalNode several, List<Condition> parts) {
        return parts.stream()
                .reduce(several instanceof OrNode ? Condition::or : Condition::and)
                .orElseThrow();
    }

    private Optional<Condition> comparison(ComparisonNode node) {
        if (++comparisons == MOST + 1) {
            problems.add("filter", "has more than " + MOST + " comparisons");
        }
        Optional<Attribute<E>> attribute = view.attribute(node.getSelector());
        if (attribute.isEmpty()) {
            problems.unknown("filter", node.getSelector(), view.attributeNames());
            return Optional.empty();
        }
        return compared(attribute.get().expression(), node);
    }

    private <T> Optional<Condition> compared(Expr<T> expression, ComparisonNode node) {
        if (node.getOperator().equals(NULL)) {
            return value(Boolean.class, node, node.getArguments().get(0))
                    .map(wanted -> wanted ? expression.isNull() : expression.isNotNull());
        }
        if (expression instanceof ArrayExpr<?> array) {
            return among(array, node);
        }
        return values(expression.type().javaType(), node).map(values -> compared(expression, node, values));
    }

    /** Whether any of the values is in an array. */
    private <V> Optional<Condition> among(ArrayExpr<V> array, ComparisonNode node) {
        ComparisonOperator operator = node.getOperator();
        Optional<Condition> any = values(array.at(1).type().javaType(), node).map(array::overlaps);
        if (operator.equals(RSQLOperators.EQUAL) || operator.equals(RSQLOperators.IN)) {
            return any;
        }
        if (operator.equals(RSQLOperators.NOT_EQUAL) || operator.equals(RSQLOperators.NOT_IN)) {
            return any.map(Condition::not);
        }
        problems.add("filter", "\"" + node.getSelector() + "\" has no order");
        return Optional.empty();
    }

    private <V> Optional<List<V>> values(Class<V> type, ComparisonNode node) {
        List<V> values = new ArrayList<>();
        for (String text : node.getArguments()) {
            Optional<V> value = value(type, node, text);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private <V> Optional<V> value(Class<V> type, ComparisonNode node, String text) {
        Optional<V> value = Values.of(type, text);
        if (value.isEmpty()) {
            problems.add(
                    "filter", "\"" + node.getSelector() + "\" is " + Values.shape(type) + ", not \"" + text + "\"");
        }
        return value;
    }

    private <T> Condition compared(Expr<T> expression, ComparisonNode node, List<T> values) {
        T first = values.get(0);
        ComparisonOperator operator = node.getOperator();
        if (operator.equals(RSQLOperators.EQUAL)) {
            return equal(expression, first);
        }
        if (operator.equals(RSQLOperators.NOT_EQUAL)) {
            return not(equal(expression, first));
        }
        if (operator.equals(RSQLOperators.IN)) {
            return expression.in(values);
        }
        if (operator.equals(RSQLOperators.NOT_IN)) {
            return expression.notIn(values);
        }
        return ordered(expression, operator, node, first);
    }

    /** Stars in texts stand for anything. */
    private static <T> Condition equal(Expr<T> expression, T value) {
        return expression instanceof TextExpr text && value instanceof String pattern && pattern.contains("*")
                ? text.ilike(Wildcards.pattern(pattern))
                : expression.eq(value);
    }

    private <T> Condition ordered(Expr<T> expression, ComparisonOperator operator, ComparisonNode node, T value) {
        if (!(expression instanceof OrderedExpr<T> ordered)) {
            problems.add("filter", "\"" + node.getSelector() + "\" has no order");
            return expression.eq(value);
        }
        if (operator.equals(RSQLOperators.LESS_THAN)) {
            return ordered.lt(value);
        }
        if (operator.equals(RSQLOperators.LESS_THAN_OR_EQUAL)) {
            return ordered.le(value);
        }
        return operator.equals(RSQLOperators.GREATER_THAN) ? ordered.gt(value) : ordered.ge(value);
    }
}
