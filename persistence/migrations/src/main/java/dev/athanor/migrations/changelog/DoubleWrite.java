// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * A trigger that keeps one column of a table in step with another. Immutable and thread-safe.
 *
 * @param names how statements call objects
 * @param table the table
 * @param name the name of the trigger and its function
 */
record DoubleWrite(ObjectNames names, QualifiedName table, String name) {
    private static final Set<String> WITHOUT_EQUALITY = Set.of("json", "xml", "point", "polygon");

    /** For a column. */
    static DoubleWrite of(ObjectNames names, QualifiedName table, String column) {
        return new DoubleWrite(
                names, table, Identifiers.fitting("athanor_" + table.name() + "_" + column + "_in_step"));
    }

    private String function() {
        return names.of(new QualifiedName(table.schema(), name)) + "()";
    }

    private List<String> made(String body) {
        return List.of(
                "create function " + function() + " returns trigger language plpgsql as $trigger$\nbegin\n" + body
                        + "  return new;\nend\n$trigger$",
                "create trigger " + Identifiers.quoted(name) + " before insert or update on " + names.of(table)
                        + " for each row execute function " + function());
    }

    /** What makes one column follow another, which an expression of {@code new} gives. */
    List<String> following(String column, String expression) {
        return made("  new." + Identifiers.quoted(column) + " := " + expression + ";\n");
    }

    /** What makes two columns the same, whichever is written; the new one wins, if both are. */
    List<String> both(String oldColumn, String newColumn, String type) {
        String before = Identifiers.quoted(oldColumn);
        String after = Identifiers.quoted(newColumn);
        String text = WITHOUT_EQUALITY.contains(type) ? "::text" : "";
        return made("""
                  if tg_op = 'INSERT' and new.%1$s is not null then
                    new.%2$s := new.%1$s;
                  elsif tg_op = 'UPDATE' and new.%1$s%3$s is distinct from old.%1$s%3$s
                      and new.%2$s%3$s is not distinct from old.%2$s%3$s then
                    new.%2$s := new.%1$s;
                  end if;
                  new.%1$s := new.%2$s;
                """.formatted(before, after, text));
    }

    List<String> dropped() {
        return List.of(
                "drop trigger " + Identifiers.quoted(name) + " on " + names.of(table), "drop function " + function());
    }
}
