// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a new revision's file. */
final class RevisionText {
    private static final String BEGIN = "databaseChangeLog:\n";

    /** A list of change sets, with comments before it. */
    private static final Pattern CHANGELOG = Pattern.compile(
            "\\A(?<comments>(?:[ \\t]*(?:#[^\\n]*)?\\n)*)" + BEGIN
                    + "(?<list>(?:[ \\t]*(?:#[^\\n]*)?\\n)*[ ]*- changeSet:.*)",
            Pattern.DOTALL);

    private RevisionText() {}

    /**
     * Of a changelog. The path that Liquibase remembers is the id, so that the revision is the same wherever its file
     * is found: by a server on its class path, by others in a folder.
     */
    static String of(Revision revision, String changelog) {
        if (!changelog.startsWith(BEGIN)) {
            throw new IllegalArgumentException("a revision needs change sets");
        }
        return RevisionHeader.of(revision)
                + BEGIN
                + "  - logicalFilePath: \"" + revision.id() + "\"\n\n"
                + changelog.substring(BEGIN.length());
    }

    /** Of a changelog that is no revision yet: its change sets, with what comments say above them. */
    static String adopted(Path file, String text) {
        Matcher changelog = CHANGELOG.matcher(text.replace("\r\n", "\n"));
        if (!changelog.matches() || text.contains("logicalFilePath")) {
            throw new MigrationException(
                    MigrationError.REVISIONS_INVALID,
                    file + " is no changelog in YAML that has nothing but change sets, without a logicalFilePath; only"
                            + " such a one becomes a revision");
        }
        String comments = changelog.group("comments").strip();
        return BEGIN + (comments.isEmpty() ? "" : comments.indent(2)) + changelog.group("list");
    }

    /** One with a place for changes. */
    static String toBeWritten(String author) {
        return """
                databaseChangeLog:
                  - changeSet:
                      id: "1"
                      author: %s
                      changes:
                        # What is to be done, instead of this.
                        - empty: {}
                      rollback:
                        # How it is taken back, instead of this.
                        - empty: {}
                """.formatted(quoted(author));
    }

    /** One that only joins branches. */
    static String joining(String author) {
        return """
                databaseChangeLog:
                  - changeSet:
                      id: merge
                      author: %s
                      changes:
                        - empty: {}
                      rollback:
                        - empty: {}
                """.formatted(quoted(author));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
