// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import dev.athanor.migrations.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(name = "history", description = "Show the revisions, the last ones first.")
final class HistoryCommand extends Command {
    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database which of them it has.")
    private boolean indicate;

    HistoryCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        RevisionGraph graph = project.directory().graph();
        Set<Revision> current =
                indicate ? new HashSet<>(project.database().state().heads()) : Set.of();
        List<Revision> revisions = new ArrayList<>(graph.ordered());
        Collections.reverse(revisions);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Revision revision : revisions) {
            project.output().line(line(project.output(), graph, revision, current.contains(revision)));
            Map<String, Object> object = Output.object(revision);
            object.put("head", graph.children(revision).isEmpty());
            if (indicate) {
                object.put("current", current.contains(revision));
            }
            objects.add(object);
        }
        project.output().put("revisions", objects);
        return ExitCode.OK;
    }

    private static String line(Output output, RevisionGraph graph, Revision revision, boolean isCurrent) {
        String parents = revision.parents().isEmpty() ? "base" : String.join(", ", revision.parents());
        int after = graph.children(revision).size();
        return parents + " -> " + output.yellow(revision.id())
                + (isCurrent ? output.green(" (current)") : "")
                + (after == 0 ? output.green(" (head)") : "")
                + (after > 1 ? " (branches)" : "")
                + (revision.parents().size() > 1 ? " (merge)" : "")
                + ", " + revision.message();
    }
}
