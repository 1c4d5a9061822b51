// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

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
        YamlText text = new YamlText();
        if (changes.isEmpty()) {
            text.line(0, "databaseChangeLog: []");
            return text.toString();
        }
        text.line(0, "databaseChangeLog:");
        Set<String> ids = new HashSet<>();
        for (Change change : changes) {
            text.line(1, "- changeSet:");
            text.scalar(3, "id", id(change, ids));
            text.scalar(3, "author", author);
            text.line(3, "changes:");
            steps(text, 4, sql.steps(change), Losses.of(change));
            text.line(3, "rollback:");
            steps(text, 4, sql.steps(change.inverse()), Losses.ofTakingBack(change));
            text.line(0, "");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void steps(YamlText text, int indent, List<Step> steps, List<String> notes) {
        notes.forEach(note -> text.line(indent, "# " + note));
        for (Step step : steps) {
            step.note().ifPresent(note -> text.line(indent, "# " + oneLine(note)));
            text.line(indent, "- sql:");
            text.scalar(indent + 2, "sql", step.sql());
            if (step.sql().contains(";")) {
                text.line(indent + 2, "splitStatements: false");
            }
        }
    }

    private static String oneLine(String note) {
        return note.replaceAll("\\s+", " ");
    }

    private String id(Change change, Set<String> ids) {
        String words = change.description()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_]+", "-")
                .replaceAll("^-|-$", "");
        String wanted = name.isEmpty() ? words : name + "-" + words;
        String id = wanted;
        for (int number = 2; !ids.add(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }
}
