// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts rows by what became of them. For use by one thread. */
final class Tally {
    private static final int SHOWN = 6;

    private final String name;
    private int compared;
    private int differing;
    private int thrown;
    private int refused;
    private int nullTexts;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> statements = new LinkedHashSet<>();
    private final Set<String> exceptions = new LinkedHashSet<>();

    Tally(String name) {
        this.name = name;
    }

    void statement(Statement statement) {
        String values = statement.binds().stream().map(Shown::value).collect(Collectors.joining(", "));
        statements.add(statement + (values.isEmpty() ? "" : "\nwith " + values));
    }

    /** Counts a row, and says whether it differs. */
    boolean differs(Answer java, Answer sql) {
        if (java instanceof Answer.Thrown exception) {
            thrown++;
            exceptions.add(exception.cause().toString());
            return false;
        }
        if (sql instanceof Answer.Refused || java.isHalf()) {
            refused++;
            return false;
        }
        if (java instanceof Answer.Value one && sql instanceof Answer.Value other) {
            if (Agreement.isNullText(one.value(), other.value())) {
                nullTexts++;
                return false;
            }
            compared++;
            if (Agreement.same(one.value(), other.value())) {
                return false;
            }
            differing++;
            return true;
        }
        compared++;
        differing++;
        return true;
    }

    void show(Difference difference) {
        differences.add(difference);
    }

    void add(Tally other) {
        compared += other.compared;
        differing += other.differing;
        thrown += other.thrown;
        refused += other.refused;
        nullTexts += other.nullTexts;
        differences.addAll(other.differences);
        if (other.differing > 0 || differing == 0) {
            statements.addAll(other.statements);
        }
        exceptions.addAll(other.exceptions);
    }

    HybridResult result() {
        List<Difference> some = differences.stream().limit(SHOWN).toList();
        return new HybridResult(
                name, compared, differing, thrown, refused, nullTexts, some, List.copyOf(statements), note());
    }

    private String note() {
        if (compared + nullTexts > 0) {
            return "";
        }
        return "no row could be compared"
                + exceptions.stream()
                        .findFirst()
                        .map(exception -> ": Java threw " + exception)
                        .orElse("");
    }
}
