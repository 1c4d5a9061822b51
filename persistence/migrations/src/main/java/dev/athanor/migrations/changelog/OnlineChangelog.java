// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.internal.Contract;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes as changelogs for a database in use: what would keep others waiting is done in steps that do not, and what
 * servers that run still need goes last, in a file of its own.
 *
 * <pre>{@code
 * OnlineChangelog online = OnlineChangelog.of(comparison).named("0007").by("ada");
 * String before = online.expand();               // before the new version starts
 * Optional<String> later = online.contract();    // when no server of the old one runs any more
 * }</pre>
 *
 * <p>What no form makes safe stays as it is, and {@linkplain dev.athanor.migrations.lint.Lint is found}. Immutable and
 * thread-safe.
 */
public final class OnlineChangelog {
    private final Comparison comparison;
    private final String mainSchema;
    private final String name;
    private final String author;

    private OnlineChangelog(Comparison comparison, String mainSchema, String name, String author) {
        this.comparison = Objects.requireNonNull(comparison, "comparison");
        this.mainSchema = Objects.requireNonNull(mainSchema, "mainSchema");
        this.name = Objects.requireNonNull(name, "name");
        this.author = Objects.requireNonNull(author, "author");
    }

    /** Of what a comparison found. */
    public static OnlineChangelog of(Comparison comparison) {
        return new OnlineChangelog(comparison, comparison.after().mainSchema(), "", "athanor");
    }

    /** The same, with what the identifiers of its change sets begin with. */
    public OnlineChangelog named(String name) {
        return new OnlineChangelog(comparison, mainSchema, name, author);
    }

    /** The same by somebody. */
    public OnlineChangelog by(String author) {
        return new OnlineChangelog(comparison, mainSchema, name, author);
    }

    /** What servers of the old and the new version work with. */
    public String expand() {
        return new EntryWriter(name, author)
                .yaml(new OnlineEntries(comparison, mainSchema).made().expand());
    }

    /** What only servers of the new version work with, if there is such; upgrades hold it back by its label. */
    public Optional<String> contract() {
        List<Entry> entries = new OnlineEntries(comparison, mainSchema).made().contract();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new EntryWriter(name + (name.isEmpty() ? "" : "-") + "contract", author, Contract.LABEL)
                        .yaml(entries));
    }
}
