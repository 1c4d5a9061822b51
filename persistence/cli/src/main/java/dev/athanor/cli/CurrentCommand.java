// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.DatabaseRevisions;
import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(name = "current", description = "Show which revisions the database has.")
final class CurrentCommand extends Command {
    CurrentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        DatabaseRevisions state = project.database().state();
        List<Revision> heads = project.directory().graph().heads();
        Output output = project.output();
        for (Revision revision : state.heads()) {
            output.line(output.described(revision) + (heads.contains(revision) ? output.green(" (head)") : ""));
        }
        if (state.heads().isEmpty()) {
            output.line("no revision is applied");
        }
        state.partly().forEach(revision -> output.line(output.described(revision) + output.red(" (partly)")));
        state.unknown().forEach(id -> output.line(output.yellow(id) + output.red(" (not in the directory)")));
        state.altered().forEach(changeSet -> output.line(changeSet + output.red(" (edited after it was applied)")));
        int toApply = state.pending().size() - state.heldBack().size();
        if (toApply > 0) {
            output.line(toApply + " to apply");
        }
        state.heldBack().forEach(revision -> output.line("held back: " + output.described(revision)));
        put(output, state);
        return ExitCode.OK;
    }

    static void put(Output output, DatabaseRevisions state) {
        output.put("current", state.isCurrent());
        output.put("heads", Output.objects(state.heads()));
        output.put("applied", Output.objects(state.applied()));
        output.put("partly", Output.objects(state.partly()));
        output.put("pending", Output.objects(state.pending()));
        output.put("heldBack", Output.objects(state.heldBack()));
        output.put("unknown", state.unknown());
        output.put("altered", state.altered());
    }
}
