// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.OfflineMigrations;
import dev.athanor.migrations.revision.RevisedDatabase;
import dev.athanor.migrations.revision.Revision;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "upgrade", description = "Apply revisions to the database.")
final class UpgradeCommand extends MovingCommand {
    @Parameters(
            index = "0",
            defaultValue = "head",
            paramLabel = "TARGET",
            description = "head (if not said), heads, +N, or a revision by the begin of its id; FROM:TO with --sql.")
    private String target = "head";

    @Option(names = "--contract", description = "Hold nothing back: no server of the old version runs any more.")
    private boolean contract;

    UpgradeCommand(Surroundings surroundings) {
        super(surroundings, "applying", "applied");
    }

    @Override
    String target() {
        return target;
    }

    @Override
    List<Revision> move(RevisedDatabase database, String target) {
        return holding(database).upgrade(target);
    }

    @Override
    List<Revision> heldBack(RevisedDatabase database, String target) {
        return holding(database).heldBack(target);
    }

    private RevisedDatabase holding(RevisedDatabase database) {
        return contract ? database.contracting() : database;
    }

    @Override
    String script(RevisedDatabase database, String target) {
        return holding(database).upgradeScript(target);
    }

    @Override
    String script(OfflineMigrations migrations, String from, String to) {
        return migrations.upgrade(from, to);
    }
}
