// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.schema.Identifiers;

/** Migrations of rows as psql runs them. */
final class DataScript {
    private DataScript() {}

    /** The statement again and again, each time in a transaction, until it changes nothing. */
    static String repeated(String sql) {
        return "do $athanor$\ndeclare changed bigint;\nbegin\n  loop\n    " + sql
                + ";\n    get diagnostics changed = row_count;\n    exit when changed = 0;\n    commit;\n  end loop;\n"
                + "end $athanor$";
    }

    /** The statement for one range of keys after the other, each in a transaction. */
    static String ofKeys(String sql, String table, String key, int size) {
        String column = Identifiers.quoted(key);
        String next = "(select k from (select " + column + " as k from " + table + " where " + column
                + " is not null and (reached is null or " + column + " > reached) order by " + column + " limit " + size
                + ") batch order by k desc limit 1)";
        String condition = "((reached is null or " + column + " > reached) and " + column + " <= upto)";
        return "do $athanor$\ndeclare\n  reached " + table + "." + column + "%type;\n  upto " + table + "." + column
                + "%type;\nbegin\n  loop\n    upto := " + next + ";\n    exit when upto is null;\n    "
                + sql.replace(DataChange.KEYS, condition)
                + ";\n    commit;\n    reached := upto;\n  end loop;\nend $athanor$";
    }

    /** A migration in Java is not for psql, and must not be recorded as done. */
    static String refused(String changeSet) {
        return "do $athanor$ begin raise exception '%', "
                + Identifiers.literal(
                        changeSet + " is a migration in Java: apply it by a run that is connected to the database")
                + "; end $athanor$";
    }
}
