// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "upgrade", description = "Apply revisions to the database.")
final class UpgradeCommand extends Command {
    @Parameters(
            index = "0",
            defaultValue = "head",
            paramLabel = "TARGET",
            description = "head (if not said), heads, +N, or a revision by the begin of its id; FROM:TO with --sql.")
    private String target = "head";

    @Option(names = "--sql", description = "Write a script for psql instead.")
    private boolean sql;

    UpgradeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        Targets targets = Targets.of(target, sql);
        Output output = project.output();
        if (targets.isOffline()) {
            output.script(project.offline().upgrade(targets.from(), targets.to()));
            return ExitCode.OK;
        }
        if (sql) {
            output.script(project.database().upgradeScript(targets.to()));
            return ExitCode.OK;
        }
        Progressing progress = new Progressing(
                surroundings(), output, "applying", project.directory().graph());
        List<Revision> applied;
        try {
            applied = project.database().telling(progress).upgrade(targets.to());
        } finally {
            progress.clear();
        }
        output.put("applied", Output.objects(applied));
        output.line(applied.isEmpty() ? "nothing to do" : output.green("done"));
        return ExitCode.OK;
    }
}
