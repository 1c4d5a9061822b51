// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rules that a change set's comment silences: in lines such as {@code lint: data-loss nobody uses it}. */
final class Silences {
    private static final String MARK = "lint:";

    private final Map<Rule, String> reasons = new EnumMap<>(Rule.class);
    private final Set<Rule> used = EnumSet.noneOf(Rule.class);
    private final List<Rule> withoutReason = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Silences(String comment) {
        comment.lines().map(String::strip).filter(line -> line.startsWith(MARK)).forEach(line -> {
            String[] words = line.substring(MARK.length()).strip().split("\\s+", 2);
            Rule.of(words[0])
                    .ifPresentOrElse(
                            rule -> add(rule, words.length > 1 ? words[1].strip() : ""), () -> unknown.add(words[0]));
        });
    }

    private void add(Rule rule, String reason) {
        if (reason.isEmpty()) {
            withoutReason.add(rule);
        } else {
            reasons.put(rule, reason);
        }
    }

    boolean covers(Rule rule) {
        boolean covered = reasons.containsKey(rule);
        if (covered) {
            used.add(rule);
        }
        return covered;
    }

    /** What is wrong with them, once all else has been looked at. */
    void report(BiConsumer<Rule, String> found) {
        withoutReason.forEach(
                rule -> found.accept(Rule.SILENCE_WITHOUT_REASON, rule.id() + " is silenced, and nobody says why"));
        unknown.forEach(name -> found.accept(Rule.SILENCE_WITHOUT_RULE, "there is no rule \"" + name + "\""));
        reasons.keySet().stream()
                .filter(rule -> !used.contains(rule))
                .forEach(rule ->
                        found.accept(Rule.SILENCE_WITHOUT_RULE, rule.id() + " is silenced, and finds nothing here"));
    }
}
