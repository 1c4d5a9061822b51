// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import java.util.List;
import java.util.Objects;

/**
 * Changes as a changelog of Liquibase's in YAML, for people to read and edit: a change set for each, in an order that
 * applies, with what takes it back.
 *
 * <pre>{@code
 * String yaml = Changelog.of(comparison.changes()).named("0007").by("ada").yaml();
 * }</pre>
 *
 * <p>Statements are PostgreSQL's own, as Liquibase's changes cannot say all of them. Where rows have to be looked
 * after, or do not come back, a comment says so. Immutable and thread-safe.
 */
public final class Changelog {
    private final List<Change> changes;
    private final String mainSchema;
    private final String name;
    private final String author;

    private Changelog(List<Change> changes, String mainSchema, String name, String author) {
        this.changes = List.copyOf(changes);
        this.mainSchema = Objects.requireNonNull(mainSchema, "mainSchema");
        this.name = Objects.requireNonNull(name, "name");
        this.author = Objects.requireNonNull(author, "author");
    }

    /** Of changes in their order. */
    public static Changelog of(List<Change> changes) {
        return new Changelog(changes, "public", "", "athanor");
    }

    /** Of what a comparison found. */
    public static Changelog of(Comparison comparison) {
        return of(comparison.changes());
    }

    /** The same, with what the identifiers of its change sets begin with. */
    public Changelog named(String name) {
        return new Changelog(changes, mainSchema, name, author);
    }

    /** The same by somebody. */
    public Changelog by(String author) {
        return new Changelog(changes, mainSchema, name, author);
    }

    /**
     * The same for a database whose main schema, which statements do not name, is this one; {@code public} if not said.
     */
    public Changelog in(String mainSchema) {
        return new Changelog(changes, mainSchema, name, author);
    }

    /** The text of the file. */
    public String yaml() {
        ChangeSql sql = ChangeSql.of(ObjectNames.within(mainSchema));
        return new EntryWriter(name, author)
                .yaml(changes.stream().map(change -> Entry.of(change, sql)).toList());
    }
}
