// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import java.util.List;

/** Updates of whole tables in steps that commit, so that nobody waits for long. */
final class Batches {
    private static final int ROWS = 5000;

    private Batches() {}

    /** Rows that meet a condition until they are updated. */
    static Entry of(String words, String table, String assignment, String condition) {
        String block = """
                do $batch$
                declare
                  changed bigint;
                begin
                  loop
                    update %s set %s
                    where ctid = any (array(select ctid from %s where %s limit %d for update));
                    get diagnostics changed = row_count;
                    exit when changed = 0;
                    commit;
                  end loop;
                end
                $batch$""".formatted(table, assignment, table, condition, ROWS);
        return Entry.of(words, List.of(block), List.of()).withoutTransaction();
    }
}
