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
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Map<Integer, Answer> answers = Evaluation.of(
                connection,
                reading,
                table,
                expression,
                own.get(0).number(),
                own.get(own.size() - 1).number());
        Tally tally = new Tally(call.toString());
        tally.statement(Sql.selectValue(expression).from(table));
        List<GeneratedRow> differing = new ArrayList<>();
        for (GeneratedRow row : own) {
            Answer sql = Optional.ofNullable(answers.get(row.number())).orElse(new Answer.Failed("no such row"));
            if (tally.differs(answer(call, row), sql)) {
                differing.add(row);
            }
        }
        Explanation explanation = new Explanation(models, rows, instances, call, expression);
        differing.stream()
                .limit(LOOKED_AT)
                .map(row -> explanation.of(row, answer(call, row), Optional.ofNullable(answers.get(row.number()))))
                .sorted(Comparator.comparing(difference -> difference.toString().length()))
                .limit(SHOWN)
                .forEach(tally::show);
        return tally;
    }

    private Answer answer(HybridCall call, GeneratedRow row) {
        return Explanation.answer(models.root(), call, instances.of(row));
    }
}
