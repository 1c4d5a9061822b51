// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.lint.Finding;
import dev.athanor.migrations.lint.Lint;
import dev.athanor.migrations.lint.Severity;
import dev.athanor.migrations.revision.Revision;
import dev.athanor.migrations.revision.RevisionDirectory;
import dev.athanor.migrations.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which revisions are looked at for what they do to a database in use. */
final class LintOptions {
    @Option(
            names = "--lint-from",
            paramLabel = "REVISION",
            description = "Look only at what comes after this revision, as when those up to it are everywhere already.")
    private String from = "";

    /** By the list, in whose order the rules think. */
    List<Finding> findings(RevisionDirectory directory) {
        directory.problem().ifPresent(problem -> {
            throw new MigrationException(
                    MigrationError.REVISIONS_INVALID, problem + "; \"athanor check --fix-list\" writes it anew");
        });
        RevisionGraph graph = directory.graph();
        List<Revision> looked = new ArrayList<>(graph.ordered());
        if (!from.isEmpty()) {
            looked.removeAll(graph.upTo(List.of(graph.find(from))));
        }
        Set<String> ids = looked.stream().map(Revision::id).collect(Collectors.toSet());
        return Lint.in(directory.folder()).findings(RevisionDirectory.LIST).stream()
                .filter(finding -> ids.contains(finding.file()))
                .toList();
    }

    /** Whether it is more than something to know. */
    static boolean fails(Finding finding) {
        return finding.severity() != Severity.NOTE;
    }

    static String text(Finding finding) {
        return finding.file() + " " + finding.changeSet() + ": " + finding.message() + " [" + finding.rule() + "] "
                + finding.saferForm();
    }

    static void show(Output output, List<Finding> findings) {
        for (Finding finding : findings) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            output.line((fails(finding) ? output.red(severity) : output.yellow(severity)) + " " + text(finding));
        }
        output.put("findings", findings.stream().map(LintOptions::object).toList());
    }

    private static Map<String, Object> object(Finding finding) {
        return Map.of(
                "revision", finding.file(),
                "changeSet", finding.changeSet(),
                "statement", finding.statement(),
                "sql", finding.sql(),
                "rule", finding.rule(),
                "severity", finding.severity().name().toLowerCase(Locale.ROOT),
                "message", finding.message(),
                "saferForm", finding.saferForm());
    }
}
