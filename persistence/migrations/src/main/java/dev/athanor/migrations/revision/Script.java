// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.LiquibaseScope;
import java.util.List;
import liquibase.changelog.ChangeSet;

/** The text of a script for psql: a transaction for each change set. For one thread. */
final class Script {
    private final StringBuilder text = new StringBuilder();

    Script(String title) {
        line("-- " + oneLine(title));
        line("\\set ON_ERROR_STOP on");
        statement("do $$ begin if not pg_try_advisory_lock(" + LiquibaseScope.LOCK
                + ") then raise exception 'somebody else is migrating this database'; end if; end $$");
    }

    void revision(Revision revision) {
        line("");
        line("-- Revision " + oneLine(revision.description()));
    }

    void changeSet(ChangeSet changeSet, List<String> statements, List<String> bookkeeping) {
        line("");
        line("-- Change set " + oneLine(changeSet.getId()) + " by " + oneLine(changeSet.getAuthor()));
        if (!changeSet.isRunInTransaction()) {
            line("-- Not in a transaction: if something fails, what was done before it stays.");
            statements.forEach(this::statement);
            bookkeeping.forEach(this::statement);
            return;
        }
        statement("begin");
        statements.forEach(this::statement);
        bookkeeping.forEach(this::statement);
        statement("commit");
    }

    void statement(String sql) {
        String bare = sql.strip();
        while (bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1).stripTrailing();
        }
        String last = bare.substring(bare.lastIndexOf('\n') + 1);
        line(bare + (last.contains("--") ? "\n;" : ";"));
    }

    String finished() {
        line("");
        statement("do $$ begin perform pg_advisory_unlock(" + LiquibaseScope.LOCK + "); end $$");
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
