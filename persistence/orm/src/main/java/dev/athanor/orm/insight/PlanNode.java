// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A step of a plan.
 *
 * @param kind what it does, as {@code Seq Scan}
 * @param relation the table it reads or writes
 * @param index the index it uses
 * @param cost what the planner thinks it costs, with what is below it
 * @param rows how many rows the planner expects
 * @param actualRows how many rows it gave each time, if the statement ran
 * @param actualMillis how long it took each time, if the statement ran
 * @param loops how often it ran, if the statement ran
 * @param details all else that PostgreSQL says of it, by PostgreSQL's names
 * @param children the steps whose rows it takes
 */
public record PlanNode(
        String kind,
        Optional<String> relation,
        Optional<String> index,
        double cost,
        double rows,
        OptionalDouble actualRows,
        OptionalDouble actualMillis,
        OptionalDouble loops,
        Map<String, Object> details,
        List<PlanNode> children) {
    /** Keeps copies. */
    public PlanNode {
        Objects.requireNonNull(kind, "kind");
        details = Map.copyOf(details);
        children = List.copyOf(children);
    }

    static PlanNode of(Map<?, ?> node) {
        return new PlanNode(
                text(node, "Node Type").orElseThrow(),
                text(node, "Relation Name"),
                text(node, "Index Name"),
                number(node, "Total Cost").orElse(0),
                number(node, "Plan Rows").orElse(0),
                number(node, "Actual Rows"),
                number(node, "Actual Total Time"),
                number(node, "Actual Loops"),
                details(node),
                children(node));
    }

    private static Optional<String> text(Map<?, ?> node, String name) {
        return Optional.ofNullable(node.get(name)).map(Object::toString);
    }

    static OptionalDouble number(Map<?, ?> node, String name) {
        return node.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static Map<String, Object> details(Map<?, ?> node) {
        Map<String, Object> details = new LinkedHashMap<>();
        node.forEach((name, value) -> {
            if (value != null && !name.equals("Plans")) {
                details.put((String) name, value);
            }
        });
        return details;
    }

    private static List<PlanNode> children(Map<?, ?> node) {
        return node.get("Plans") instanceof List<?> plans
                ? plans.stream().map(plan -> of((Map<?, ?>) plan)).toList()
                : List.of();
    }

    void print(StringBuilder text, int depth) {
        text.append("  ".repeat(depth)).append(kind);
        index.ifPresent(name -> text.append(" using ").append(name));
        relation.ifPresent(name -> text.append(" on ").append(name));
        text.append(String.format(Locale.ROOT, "  (cost=%.2f rows=%.0f)", cost, rows));
        if (actualRows.isPresent()) {
            text.append(String.format(
                    Locale.ROOT,
                    " (actual rows=%.0f loops=%.0f ms=%.3f)",
                    actualRows.getAsDouble(),
                    loops.orElse(1),
                    actualMillis.orElse(0)));
        }
        for (String detail : List.of("Index Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter", "Sort Key")) {
            if (details.containsKey(detail)) {
                text.append('\n')
                        .append("  ".repeat(depth + 2))
                        .append(detail)
                        .append(": ")
                        .append(details.get(detail));
            }
        }
        text.append('\n');
        children.forEach(child -> child.print(text, depth + 1));
    }
}
