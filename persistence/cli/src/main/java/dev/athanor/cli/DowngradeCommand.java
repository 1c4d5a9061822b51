// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "downgrade", description = "Take revisions back, the last ones first.")
final class DowngradeCommand extends Command {
    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description =
                    "-N, base, or the revision that becomes the last, by the begin of its id; FROM:TO with --sql.")
    private String target = "";

    @Option(names = "--sql", description = "Write a script for psql instead.")
    private boolean sql;

    DowngradeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        Targets targets = Targets.of(target, sql);
        Output output = project.output();
        if (targets.isOffline()) {
            output.script(project.offline().downgrade(targets.from(), targets.to()));
            return ExitCode.OK;
        }
        if (sql) {
            output.script(project.database().downgradeScript(targets.to()));
            return ExitCode.OK;
        }
        Progressing progress = new Progressing(
                surroundings(), output, "taking back", project.directory().graph());
        List<Revision> takenBack;
        try {
            takenBack = project.database().telling(progress).downgrade(targets.to());
        } finally {
            progress.clear();
        }
        output.put("takenBack", Output.objects(takenBack));
        output.line(takenBack.isEmpty() ? "nothing to do" : output.green("done"));
        return ExitCode.OK;
    }
}
