// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import picocli.CommandLine;

@CommandLine.Command(
        name = "athanor",
        description = "Migrations of a PostgreSQL database's schema: revisions that are written from entities, kept as"
                + " changelogs of Liquibase's, applied and taken back.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:there are differences, or something that was checked is not as it should be",
            "2:wrong arguments or settings",
            "3:the database cannot be reached",
            "4:somebody else is migrating the database",
            "5:a migration failed; the change set that did left nothing behind",
            "6:the revisions do not allow it",
            "7:a schema or the entities cannot be read"
        })
final class AthanorCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
    }
}
