// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The changelog that includes the revisions, for Liquibase and for servers. Each has a line of its own, so that version
 * control can join the lists of two branches line by line. Immutable.
 */
final class MasterChangelog {
    static final String NAME = "changelog.yaml";

    private static final String HEAD = """
            # The revisions, each after those that come before it. Written by "athanor"; what else there is belongs into
            # a changelog that includes this one.
            """;
    private static final Pattern INCLUDE =
            Pattern.compile("  - include: \\{file: \"?(?<file>[^\"{}]+?)\"?, relativeToChangelogFile: true}\\s*");
    private static final Pattern OTHER = Pattern.compile("\\s*(#.*)?|databaseChangeLog:\\s*(\\[])?\\s*");

    private final List<String> files;
    private final long lists;

    private MasterChangelog(List<String> files, long lists) {
        this.files = List.copyOf(files);
        this.lists = lists;
    }

    static MasterChangelog of(List<String> files) {
        return new MasterChangelog(files, 1);
    }

    /** What the text of one lists; it must be no more than a list. */
    static MasterChangelog parse(String text) {
        List<String> files = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher include = INCLUDE.matcher(line);
            if (include.matches()) {
                files.add(include.group("file"));
            } else if (!OTHER.matcher(line).matches()) {
                throw new MigrationException(
                        MigrationError.REVISIONS_INVALID,
                        NAME + " has a line that is not a revision's, and would be lost: \"" + line.strip()
                                + "\". Move it to a changelog that includes this one.");
            }
        });
        return new MasterChangelog(
                files,
                text.lines()
                        .filter(line -> line.startsWith("databaseChangeLog:"))
                        .count());
    }

    String text() {
        if (files.isEmpty()) {
            return HEAD + "databaseChangeLog: []\n";
        }
        return files.stream()
                .map(file -> "  - include: {file: \"" + file + "\", relativeToChangelogFile: true}\n")
                .collect(Collectors.joining("", HEAD + "databaseChangeLog:\n", ""));
    }

    /** What is wrong with it, if something is. */
    Optional<String> problem(RevisionGraph graph, Map<String, Revision> byFile) {
        if (lists != 1) {
            return Optional.of(NAME + " has " + lists + " lists instead of one");
        }
        Set<String> there = new HashSet<>();
        for (String file : files) {
            Revision revision = byFile.get(file);
            if (revision == null) {
                return Optional.of(NAME + " lists " + file + ", which is not there");
            }
            if (!there.containsAll(revision.parents())) {
                return Optional.of(NAME + " lists " + file + " before what it comes after");
            }
            if (!there.add(revision.id())) {
                return Optional.of(NAME + " lists " + file + " twice");
            }
        }
        return graph.ordered().stream()
                .filter(revision -> !there.contains(revision.id()))
                .findFirst()
                .map(revision -> NAME + " does not list revision " + revision.description());
    }
}
