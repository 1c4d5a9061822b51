// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.OfflineMigrations;
import dev.athanor.migrations.revision.RevisedDatabase;
import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine.Option;

/** Brings a database to a revision, or writes a script that does. */
abstract class MovingCommand extends Command {
    private final String verb;
    private final String key;

    @Option(names = "--sql", description = "Write a script for psql instead.")
    private boolean sql;

    /**
     * A command.
     *
     * @param verb what it says of each revision
     * @param key under what programs find the revisions
     */
    MovingCommand(Surroundings surroundings, String verb, String key) {
        super(surroundings);
        this.verb = verb;
        this.key = key;
    }

    abstract String target();

    abstract List<Revision> move(RevisedDatabase database, String target);

    abstract String script(RevisedDatabase database, String target);

    abstract String script(OfflineMigrations migrations, String from, String to);

    /** What is left for later. */
    abstract List<Revision> heldBack(RevisedDatabase database, String target);

    @Override
    final int run(Project project) {
        Targets targets = Targets.of(target(), sql);
        if (targets.isOffline()) {
            project.output().script(script(project.offline(), targets.from(), targets.to()));
        } else if (sql) {
            project.output().script(script(project.database(), targets.to()));
        } else {
            moved(project, targets.to());
        }
        return ExitCode.OK;
    }

    private void moved(Project project, String target) {
        Output output = project.output();
        Progressing progress = new Progressing(
                surroundings(), output, verb, project.directory().graph());
        List<Revision> moved;
        try {
            moved = move(project.database().telling(progress), target);
        } finally {
            progress.clear();
        }
        output.put(key, Output.objects(moved));
        output.line(moved.isEmpty() ? "nothing to do" : output.green("done"));
        tell(output, heldBack(project.database(), target));
    }

    private static void tell(Output output, List<Revision> heldBack) {
        if (!heldBack.isEmpty()) {
            output.put("heldBack", Output.objects(heldBack));
            heldBack.forEach(revision -> output.line("held back: " + output.described(revision)));
            output.line("\"athanor upgrade --contract\" applies it, when no server of the old version runs any more");
        }
    }
}
