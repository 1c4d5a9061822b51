// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.MigrationEvent.Failed;
import dev.athanor.migrations.MigrationEvent.Progressed;
import dev.athanor.migrations.MigrationEvent.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the log how migrations go on: of each change set, and now and then of what takes long.
 *
 * <pre>{@code Migrations quiet = migrations.telling(MigrationLog.every(Duration.ofMinutes(5)));}</pre>
 *
 * <p>What migrations do if nothing else is said, every ten seconds. Thread-safe.
 */
public final class MigrationLog implements Consumer<MigrationEvent> {
    private static final Logger LOG = Logger.getLogger("dev.athanor.migrations");

    private final Duration pause;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    MigrationLog(Duration pause, Clock clock) {
        this.pause = Objects.requireNonNull(pause, "pause");
        this.clock = clock;
    }

    /** One that tells of what takes long no more often than this. */
    public static MigrationLog every(Duration pause) {
        return new MigrationLog(pause, Clock.systemUTC());
    }

    @Override
    public void accept(MigrationEvent event) {
        if (event instanceof Waiting || event instanceof Progressed) {
            Instant now = clock.instant();
            if (now.isBefore(quietUntil)) {
                return;
            }
            quietUntil = now.plus(pause);
        }
        LOG.log(event instanceof Failed ? Level.SEVERE : Level.INFO, event.description());
    }
}
