// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of tables and columns that are gone: which got other names, and which are dropped. Without an answer
 * for one that looks renamed, a comparison refuses.
 *
 * <pre>{@code
 * Renames answers = Renames.none()
 *         .renaming("book=volume")
 *         .renaming("book.title=volume.name")
 *         .dropping("author.age");
 * }</pre>
 *
 * <p>Names are those of before on the left, those of after on the right; a schema is named if it is not the main one,
 * and quotes are as in SQL. Immutable and thread-safe.
 *
 * @param confirmed renames that must be found
 * @param declared renames that may have happened before, and then mean nothing
 * @param dropped what is dropped in spite of its likeness to something new
 * @param allDropped whether all is dropped that has no answer
 * @param question who is asked about the rest
 */
public record Renames(
        List<Rename> confirmed,
        List<Rename> declared,
        List<String> dropped,
        boolean allDropped,
        Optional<RenameQuestion> question) {
    /** Keeps copies. */
    public Renames {
        confirmed = List.copyOf(confirmed);
        declared = List.copyOf(declared);
        dropped = List.copyOf(dropped);
        Objects.requireNonNull(question, "question");
    }

    /** No answers. */
    public static Renames none() {
        return new Renames(List.of(), List.of(), List.of(), false, Optional.empty());
    }

    /** The same, and this was renamed: {@code book=volume}, {@code book.title=volume.name}. */
    public Renames renaming(String answer) {
        for (SqlToken token : SqlTokens.of(answer)) {
            if (token.is("=")) {
                String from = answer.substring(0, token.start()).strip();
                return renaming(from, answer.substring(token.end()).strip());
            }
        }
        throw new MigrationException(
                MigrationError.RENAME_UNKNOWN,
                "\"" + answer + "\" is no answer; write old=new, as in book.title=book.name");
    }

    /** The same, and this was renamed. */
    public Renames renaming(String from, String to) {
        return new Renames(with(confirmed, new Rename(from, to)), declared, dropped, allDropped, question);
    }

    /** The same, and this is renamed wherever the old name is still there, and the new one not yet. */
    public Renames declaring(String from, String to) {
        return new Renames(confirmed, with(declared, new Rename(from, to)), dropped, allDropped, question);
    }

    /** The same, and this is dropped: {@code book}, {@code author.age}. */
    public Renames dropping(String what) {
        return new Renames(confirmed, declared, with(dropped, what), allDropped, question);
    }

    /** The same, and all else that is gone is dropped. */
    public Renames droppingAll() {
        return new Renames(confirmed, declared, dropped, true, question);
    }

    /** The same, and somebody is asked about the rest. */
    public Renames asking(RenameQuestion who) {
        return new Renames(confirmed, declared, dropped, allDropped, Optional.of(who));
    }

    private static <T> List<T> with(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    /**
     * Another name of something. Immutable and thread-safe.
     *
     * @param from the old one
     * @param to the new one
     */
    public record Rename(String from, String to) {
        /** Has both. */
        public Rename {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }
}
