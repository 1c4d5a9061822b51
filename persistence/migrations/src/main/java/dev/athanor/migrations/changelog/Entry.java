// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Step;
import java.util.List;
import java.util.Objects;

/**
 * A change set. Immutable and thread-safe.
 *
 * @param words what it does, which its identifier is made of
 * @param comments what its comment says, in lines
 * @param inTransaction whether it is one transaction
 * @param notes what to know before it is done
 * @param steps the statements
 * @param notesBack what to know before it is taken back
 * @param stepsBack the statements that take it back; if there are none, nothing needs to be
 */
record Entry(
        String words,
        List<String> comments,
        boolean inTransaction,
        List<String> notes,
        List<Step> steps,
        List<String> notesBack,
        List<Step> stepsBack) {
    Entry {
        Objects.requireNonNull(words, "words");
        comments = List.copyOf(comments);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        notesBack = List.copyOf(notesBack);
        stepsBack = List.copyOf(stepsBack);
    }

    /** A change in one transaction. */
    static Entry of(Change change, ChangeSql sql) {
        return new Entry(
                change.description(),
                List.of(),
                true,
                Losses.of(change),
                sql.steps(change),
                Losses.ofTakingBack(change),
                sql.steps(change.inverse()));
    }

    /** Statements in one transaction. */
    static Entry of(String words, List<String> statements, List<String> back) {
        return new Entry(words, List.of(), true, List.of(), steps(statements), List.of(), steps(back));
    }

    private static List<Step> steps(List<String> statements) {
        return statements.stream().map(Step::of).toList();
    }

    /** The same, each statement by itself. */
    Entry withoutTransaction() {
        return new Entry(words, comments, false, notes, steps, notesBack, stepsBack);
    }

    /** The same with a comment. */
    Entry commented(String comment) {
        return new Entry(words, List.of(comment), inTransaction, notes, steps, notesBack, stepsBack);
    }

    /** The same with what to know before. */
    Entry noting(String note) {
        return new Entry(words, comments, inTransaction, List.of(note), steps, notesBack, stepsBack);
    }
}
