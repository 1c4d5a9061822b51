// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what hybrids say in Java and in SQL. */
final class Comparison {
    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 25;

    private final Connection connection;
    private final Reading reading;
    private final EntityModels models;
    private final Rows rows;
    private final Instances instances;
    private final Table table;

    Comparison(Connection connection, Reading reading, EntityModels models, Rows rows, Instances instances) {
        this.connection = connection;
        this.reading = reading;
        this.models = models;
        this.rows = rows;
        this.instances = instances;
        this.table = models.root().table();
    }

    /** What all calls of a hybrid give. */
    HybridResult result(HybridMethod hybrid, List<HybridCall> calls) throws SQLException {
        Tally tally = new Tally(hybrid.toString());
        for (HybridCall call : calls) {
            tally.add(compared(call));
        }
        return tally.result();
    }

    /** Again, if the day changed meanwhile. */
    private Tally compared(HybridCall call) throws SQLException {
        while (true) {
            LocalDate before = LocalDate.now(ZoneId.systemDefault());
            Tally tally = comparedOnce(call);
            if (LocalDate.now(ZoneId.systemDefault()).equals(before)) {
                return tally;
            }
        }
    }

    private Tally comparedOnce(HybridCall call) throws SQLException {
        Expr<?> expression = call.expression().get();
        List<GeneratedRow> own = rows.of(models.root());
        Map<Integer, Answer> answers = answers(expression, own);
        Tally tally = new Tally(call.toString());
        tally.statement(Sql.selectValue(expression).from(table));
        List<GeneratedRow> differing = new ArrayList<>();
        for (GeneratedRow row : own) {
            if (tally.differs(answer(call, row), answer(answers, row))) {
                differing.add(row);
            }
        }
        show(tally, new Explanation(models, rows, instances, call, expression), differing, answers);
        return tally;
    }

    private Map<Integer, Answer> answers(Expr<?> expression, List<GeneratedRow> own) throws SQLException {
        int first = own.get(0).number();
        int last = own.get(own.size() - 1).number();
        return Evaluation.of(connection, reading, table, expression, first, last);
    }

    /** The shortest, and no two that look the same. */
    private void show(
            Tally tally, Explanation explanation, List<GeneratedRow> differing, Map<Integer, Answer> answers) {
        Map<Map<String, String>, Difference> different = new LinkedHashMap<>();
        for (GeneratedRow row : differing.subList(0, Math.min(LOOKED_AT, differing.size()))) {
            Difference difference = explanation.of(row, answer(explanation.call(), row), answer(answers, row));
            different.putIfAbsent(difference.values(), difference);
        }
        different.values().stream()
                .sorted(Comparator.comparing(difference -> difference.toString().length()))
                .limit(SHOWN)
                .forEach(tally::show);
    }

    private static Answer answer(Map<Integer, Answer> answers, GeneratedRow row) {
        Answer answer = answers.get(row.number());
        return answer == null ? new Answer.Failed("the statement gives no such row") : answer;
    }

    private Answer answer(HybridCall call, GeneratedRow row) {
        return call.answer(models.root().shape(), instances.of(row));
    }
}
