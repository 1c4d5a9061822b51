// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import dev.athanor.migrations.revision.RevisionGraph;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "show", description = "Show what a revision is and where it is written.")
final class ShowCommand extends Command {
    @Parameters(
            index = "0",
            defaultValue = "head",
            paramLabel = "REVISION",
            description = "head (if not said), or a revision by the begin of its id.")
    private String target = "head";

    @Option(names = "--sql", description = "Write what it does as a script for psql.")
    private boolean sql;

    ShowCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        RevisionGraph graph = project.directory().graph();
        Revision revision = target.equals("head") ? graph.head() : graph.find(target);
        Output output = project.output();
        if (sql) {
            output.script(project.offline().only(revision));
            return ExitCode.OK;
        }
        Path file = project.directory().file(revision);
        List<String> children =
                graph.children(revision).stream().map(Revision::id).toList();
        output.line(output.described(revision));
        output.line("parents:  " + (revision.parents().isEmpty() ? "none" : String.join(", ", revision.parents())));
        output.line("children: " + (children.isEmpty() ? "none" : String.join(", ", children)));
        output.line("created:  " + revision.created());
        output.line("file:     " + file);
        output.put("revision", Output.object(revision));
        output.put("children", children);
        output.put("file", file.toString());
        return ExitCode.OK;
    }
}
