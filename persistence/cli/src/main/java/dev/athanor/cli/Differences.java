// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows what a comparison found. */
final class Differences {
    private Differences() {}

    static void show(Output output, Comparison comparison, String mainSchema) {
        ChangeSql sql = ChangeSql.of(ObjectNames.within(mainSchema));
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Change change : comparison.changes()) {
            output.line(coloured(output, change));
            objects.add(Map.of(
                    "description", change.description(),
                    "sql", sql.steps(change).stream().map(Step::sql).toList()));
        }
        output.put("changes", objects);
        notCompared(output, comparison.notCompared());
    }

    static void notCompared(Output output, List<String> notCompared) {
        notCompared.forEach(each -> output.remark("not compared: " + each));
        output.put("notCompared", notCompared);
    }

    static void notLookedAt(Output output, Set<String> schemas) {
        schemas.forEach(schema -> output.remark("not looked at: schema " + schema + "; name it by --schemas"));
        output.put("notLookedAt", schemas);
    }

    /** The statements, for those who want to read no more. */
    static String sql(Comparison comparison, String mainSchema) {
        ChangeSql sql = ChangeSql.of(ObjectNames.within(mainSchema));
        StringBuilder text = new StringBuilder();
        for (Change change : comparison.changes()) {
            text.append("-- ").append(change.description()).append('\n');
            for (Step step : sql.steps(change)) {
                step.note().ifPresent(note -> text.append("-- ")
                        .append(note.replaceAll("\\s+", " "))
                        .append('\n'));
                text.append(step.sql()).append(";\n");
            }
        }
        return text.toString();
    }

    private static String coloured(Output output, Change change) {
        if (change instanceof Added) {
            return output.green("+ " + change.description());
        }
        return change instanceof Removed
                ? output.red("- " + change.description())
                : output.yellow("~ " + change.description());
    }
}
