// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the schema of a server's database, at its start and as often as it is told: verifies it, or upgrades it
 * first.
 *
 * <pre>{@code
 * SchemaWatch watch = SchemaWatch.of(Migrations.of(dataSource, "db/changelog.yaml"), MigrationMode.of(mode));
 * watch.look();                               // at the start, and again after each watch.pause()
 * boolean ready = watch.readiness().ready();  // for a health check
 * }</pre>
 *
 * <p>A database that was away is upgraded once it is there. One that was lost while a change set ran is upgraded again,
 * and so is one where locks of others were in the way, with pauses that grow to a minute. An upgrade of which a change
 * set failed by itself would fail again and is not repeated, but its reason is told until the schema is current by
 * other means. One thread at a time looks; what was found may be read by all, meanwhile, too.
 */
public final class SchemaWatch {
    private static final Logger LOG = Logger.getLogger(SchemaWatch.class.getName());
    private static final Duration WHILE_NOT_READY = Duration.ofSeconds(2);
    private static final Duration WHILE_READY = Duration.ofMinutes(1);

    /** How often the pause is doubled at most. */
    private static final int DOUBLED = 5;

    private final Migrations migrations;
    private final MigrationMode mode;
    private boolean wasReady;
    private Optional<String> failedUpgrade = Optional.empty();
    private boolean begun;
    private int attempts;
    private SchemaReadiness told = SchemaReadiness.notReady("the schema was not looked at yet");
    private volatile SchemaReadiness readiness = told;

    private SchemaWatch(Migrations migrations, MigrationMode mode) {
        this.migrations = migrations.tellingToo(this::goesOn);
        this.mode = Objects.requireNonNull(mode, "mode");
    }

    /** A watch on the schema that migrations lead to. */
    public static SchemaWatch of(Migrations migrations, MigrationMode mode) {
        return new SchemaWatch(migrations, mode);
    }

    /** What the last look found, or how far an upgrade is. */
    public SchemaReadiness readiness() {
        return readiness;
    }

    /** How long to wait before the next look. */
    public Duration pause() {
        return readiness.ready() ? WHILE_READY : WHILE_NOT_READY.multipliedBy(1L << Math.min(attempts, DOUBLED));
    }

    /** Looks, upgrades if that is wanted, and logs what is new. */
    public SchemaReadiness look() {
        SchemaReadiness now = reached();
        readiness = now;
        if (!now.equals(told)) {
            LOG.log(now.ready() ? Level.INFO : Level.WARNING, now.description());
            told = now;
        }
        wasReady |= now.ready();
        return now;
    }

    private void goesOn(MigrationEvent event) {
        begun |= event instanceof MigrationEvent.Started;
        readiness = SchemaReadiness.notReady(event.description());
    }

    private SchemaReadiness reached() {
        boolean upgrades = mode == MigrationMode.UPGRADE && failedUpgrade.isEmpty() && !wasReady;
        begun = false;
        try {
            SchemaState state = upgrades ? migrations.upgrade() : migrations.state();
            attempts = 0;
            return state.isCurrent()
                    ? new SchemaReadiness(true, state.description())
                    : SchemaReadiness.notReady(failedUpgrade.orElse(state.description()));
        } catch (MigrationException e) {
            if (upgrades && e.code() == MigrationError.MIGRATION_FAILED) {
                LOG.log(Level.SEVERE, "the schema could not be upgraded", e);
                failedUpgrade = Optional.of(e.getMessage());
            } else if (e.code() == MigrationError.MIGRATION_HINDERED
                    || (begun && e.code() == MigrationError.DATABASE_UNREACHABLE)) {
                attempts++;
            }
            return SchemaReadiness.notReady(e.getMessage());
        }
    }
}
