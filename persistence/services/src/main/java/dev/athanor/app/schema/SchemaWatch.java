// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.MigrationMode;
import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.SchemaState;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the schema, as often as it is told. A database that was away is upgraded once it is there; an upgrade that
 * failed would fail again and is not repeated, but its reason is told until the schema is current by other means. Used
 * by one thread at a time; what it found may be read by all.
 */
final class SchemaWatch {
    private static final Logger LOG = Logger.getLogger(SchemaWatch.class.getName());

    private final Migrations migrations;
    private final MigrationMode mode;
    private boolean wasReady;
    private Optional<String> failedUpgrade = Optional.empty();
    private volatile SchemaReadiness readiness = SchemaReadiness.notReady("the schema was not looked at yet");

    SchemaWatch(Migrations migrations, MigrationMode mode) {
        this.migrations = migrations;
        this.mode = mode;
    }

    /** What the last look found. */
    SchemaReadiness readiness() {
        return readiness;
    }

    /** Looks, upgrades if that is wanted, and logs what is new. */
    SchemaReadiness look() {
        SchemaReadiness now = reached();
        if (!now.equals(readiness)) {
            LOG.log(now.ready() ? Level.INFO : Level.WARNING, now.description());
            readiness = now;
        }
        wasReady |= now.ready();
        return now;
    }

    private SchemaReadiness reached() {
        boolean upgrades = mode == MigrationMode.UPGRADE && failedUpgrade.isEmpty() && !wasReady;
        try {
            SchemaState state = upgrades ? migrations.upgrade() : migrations.state();
            return state.isCurrent()
                    ? new SchemaReadiness(true, state.description())
                    : SchemaReadiness.notReady(failedUpgrade.orElse(state.description()));
        } catch (MigrationException e) {
            if (upgrades && e.code() == MigrationError.MIGRATION_FAILED) {
                LOG.log(Level.SEVERE, "the schema could not be upgraded", e);
                failedUpgrade = Optional.of(e.getMessage());
            }
            return SchemaReadiness.notReady(e.getMessage());
        }
    }
}
