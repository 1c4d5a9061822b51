// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.lint.Finding;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
        name = "lint",
        description =
                "Look at what the revisions do to a database in use: what is lost, who has to wait, what breaks. Asks no"
                        + " database.")
final class LintCommand extends Command {
    @Mixin
    private LintOptions lint = new LintOptions();

    LintCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        List<Finding> findings = lint.findings(project.directory());
        LintOptions.show(project.output(), findings);
        if (findings.isEmpty()) {
            project.output().line(project.output().green("all is well"));
        }
        return findings.stream().anyMatch(LintOptions::fails) ? ExitCode.DIFFERENT : ExitCode.OK;
    }
}
