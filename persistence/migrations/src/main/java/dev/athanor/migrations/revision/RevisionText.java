// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

/** The text of a new revision's file. */
final class RevisionText {
    private static final String BEGIN = "databaseChangeLog:\n";

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
