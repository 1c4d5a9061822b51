// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes change sets as a file. For one use. */
final class EntryWriter {
    private final String name;
    private final String author;
    private final String label;
    private final Set<String> ids = new HashSet<>();
    private final YamlText text = new YamlText();

    EntryWriter(String name, String author) {
        this(name, author, "");
    }

    EntryWriter(String name, String author, String label) {
        this.name = name;
        this.author = author;
        this.label = label;
    }

    String yaml(List<Entry> entries) {
        if (entries.isEmpty()) {
            text.line(0, "databaseChangeLog: []");
            return text.toString();
        }
        text.line(0, "databaseChangeLog:");
        entries.forEach(this::write);
        return text.toString().stripTrailing() + "\n";
    }

    private void write(Entry entry) {
        text.line(1, "- changeSet:");
        text.scalar(3, "id", id(entry.words()));
        text.scalar(3, "author", author);
        if (!label.isEmpty()) {
            text.scalar(3, "labels", label);
        }
        if (!entry.comments().isEmpty()) {
            text.scalar(3, "comment", String.join("\n", entry.comments()));
        }
        if (!entry.inTransaction()) {
            text.line(3, "runInTransaction: false");
        }
        text.line(3, "changes:");
        steps(entry.steps(), entry.notes());
        if (entry.stepsBack().isEmpty()) {
            text.line(3, "rollback: empty");
        } else {
            text.line(3, "rollback:");
            steps(entry.stepsBack(), entry.notesBack());
        }
        text.line(0, "");
    }

    private void steps(List<Step> steps, List<String> notes) {
        int indent = 4;
        notes.forEach(note -> text.line(indent, "# " + oneLine(note)));
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

    private String id(String description) {
        String words = description
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
