// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.OfflineMigrations;
import dev.athanor.migrations.revision.RevisedDatabase;
import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "downgrade", description = "Take revisions back, the last ones first.")
final class DowngradeCommand extends MovingCommand {
    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description =
                    "-N, base, or the revision that becomes the last, by the begin of its id; FROM:TO with --sql.")
    private String target = "";

    DowngradeCommand(Surroundings surroundings) {
        super(surroundings, "taking back", "takenBack");
    }

    @Override
    String target() {
        return target;
    }

    @Override
    List<Revision> move(RevisedDatabase database, String target) {
        return database.downgrade(target);
    }

    @Override
    List<Revision> heldBack(RevisedDatabase database, String target) {
        return List.of();
    }

    @Override
    String script(RevisedDatabase database, String target) {
        return database.downgradeScript(target);
    }

    @Override
    String script(OfflineMigrations migrations, String from, String to) {
        return migrations.downgrade(from, to);
    }
}
