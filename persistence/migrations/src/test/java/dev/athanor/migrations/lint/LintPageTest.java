// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the rules has them all, and says the same. */
class LintPageTest {
    @TempDir
    private Path folder;

    @Test
    void everyRuleHasItsSection() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../../docs/migration-lint.md"));
        List<String> sections = lines.stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4) + " " + lines.get(lines.indexOf(line) + 1))
                .toList();

        assertThat(sections)
                .containsExactlyElementsOf(Stream.of(Rule.values())
                        .map(rule -> rule.id() + " *"
                                + rule.severity().name().toLowerCase(Locale.ROOT) + " · PostgreSQL " + rule.versions()
                                + "*")
                        .toList());
    }

    @Test
    void findingsAreTold() throws IOException {
        Files.writeString(folder.resolve("changelog.yaml"), """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: ada
                      changes: [sql: {sql: drop table author}]
                      rollback: empty
                """);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        // region lint
        List<Finding> findings = Lint.in(folder).findings("changelog.yaml");
        for (Finding finding : findings) {
            out.println(finding.file() + ", " + finding.changeSet() + ": " + finding.message() + ". "
                    + finding.saferForm());
        }
        // endregion

        assertThat(text.toString(StandardCharsets.UTF_8))
                .startsWith("changelog.yaml, 1: all rows of author go. Release");
    }
}
