// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How PostgreSQL runs a statement. Immutable and thread-safe.
 *
 * @param root the step that gives the result
 * @param planningMillis how long it took to plan, if the statement ran
 * @param executionMillis how long it took to run, if it did
 * @param json what PostgreSQL said, as it said it
 */
public record Plan(PlanNode root, OptionalDouble planningMillis, OptionalDouble executionMillis, String json) {
    /** Nothing is null. */
    public Plan {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(planningMillis, "planningMillis");
        Objects.requireNonNull(executionMillis, "executionMillis");
        Objects.requireNonNull(json, "json");
    }

    /** What {@code explain (format json)} gave. */
    public static Plan of(String json) {
        List<?> plans = (List<?>) Objects.requireNonNull(JsonReader.read(json), "json");
        Map<?, ?> whole = (Map<?, ?>) Objects.requireNonNull(plans.get(0), "plan");
        return new Plan(
                PlanNode.of((Map<?, ?>) Objects.requireNonNull(whole.get("Plan"), "Plan")),
                PlanNode.number(whole, "Planning Time"),
                PlanNode.number(whole, "Execution Time"),
                json);
    }

    /** All steps, each before those below it. */
    public List<PlanNode> nodes() {
        List<PlanNode> all = new ArrayList<>();
        Deque<PlanNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            PlanNode node = open.pop();
            all.add(node);
            for (int i = node.children().size() - 1; i >= 0; i--) {
                open.push(node.children().get(i));
            }
        }
        return all;
    }

    /** The first step of a kind, as {@code Seq Scan}. */
    public Optional<PlanNode> first(String kind) {
        return nodes().stream().filter(node -> node.kind().equals(kind)).findFirst();
    }

    /** For people, a line for each step. */
    public String text() {
        StringBuilder text = new StringBuilder();
        root.print(text, 0);
        planningMillis.ifPresent(
                millis -> text.append("Planning: ").append(millis).append(" ms\n"));
        executionMillis.ifPresent(
                millis -> text.append("Execution: ").append(millis).append(" ms\n"));
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
