// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
        name = "heads",
        description = "Show the revisions that nothing comes after: several if branches are to be joined.")
final class HeadsCommand extends Command {
    HeadsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        List<Revision> heads = project.directory().graph().heads();
        heads.forEach(revision -> project.output().line(project.output().described(revision)));
        project.output().put("heads", Output.objects(heads));
        return ExitCode.OK;
    }
}
