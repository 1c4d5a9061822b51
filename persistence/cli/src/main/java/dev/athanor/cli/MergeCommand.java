// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import dev.athanor.migrations.revision.RevisionDirectory;
import dev.athanor.migrations.revision.RevisionGraph;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "merge", description = "Write a revision that joins branches, and changes nothing.")
final class MergeCommand extends Command {
    @Parameters(arity = "0..*", paramLabel = "REVISION", description = "The heads to join; all if not said.")
    private List<String> names = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it is for.")
    private String message = "";

    MergeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        RevisionDirectory directory = project.directory();
        RevisionGraph graph = directory.graph();
        List<Revision> parents = names.isEmpty()
                ? graph.heads()
                : names.stream().map(graph::find).distinct().toList();
        for (Revision parent : parents) {
            if (!graph.heads().contains(parent)) {
                throw new UsageException("revision " + parent.description() + " is no head: others come after it");
            }
        }
        if (parents.size() < 2) {
            throw new UsageException("there is nothing to join: there must be several heads");
        }
        String said = message.isBlank()
                ? "Merge " + parents.stream().map(Revision::id).collect(Collectors.joining(" and "))
                : message;
        Revision revision = directory.addMerge(said, parents, project.settings().author());
        RevisionCommand.written(project, revision);
        return ExitCode.OK;
    }
}
