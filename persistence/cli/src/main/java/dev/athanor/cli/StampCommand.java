// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "stamp",
        description = "Have the database remember a revision, and what comes before it, as applied; run nothing.")
final class StampCommand extends Command {
    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "head, heads, base, or a revision by the begin of its id.")
    private String target = "";

    @Option(names = "--sql", description = "Write a script for psql instead, of which no database is asked.")
    private boolean sql;

    StampCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        Output output = project.output();
        if (sql) {
            output.script(project.offline().stamp(target));
            return ExitCode.OK;
        }
        List<Revision> remembered = project.database().stamp(target);
        output.put("applied", Output.objects(remembered));
        output.line(
                remembered.isEmpty()
                        ? "the database remembers no revision"
                        : "the database remembers " + remembered.size() + ", the last is "
                                + output.described(remembered.get(remembered.size() - 1)));
        return ExitCode.OK;
    }
}
