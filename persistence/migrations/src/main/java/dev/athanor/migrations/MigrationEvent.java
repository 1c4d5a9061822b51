// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How migrations go on, for a log or a person at a terminal.
 *
 * <pre>{@code
 * migrations.telling(event -> System.out.println(event.description())).upgrade();
 * }</pre>
 *
 * <p>Told by the thread that migrates, in order. Immutable and thread-safe.
 */
public sealed interface MigrationEvent {
    /** What happens, in a sentence. */
    String description();

    /**
     * Somebody else migrates; told again and again, as often as the lock is asked for.
     *
     * @param holder the session that holds the lock, in words
     * @param time how long it has been waited for
     */
    record Waiting(String holder, Duration time) implements MigrationEvent {
        /** Has both. */
        public Waiting {
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(time, "time");
        }

        @Override
        public String description() {
            return "waiting for another migration of this database, by " + holder + ", for " + time.toSeconds()
                    + " s so far";
        }
    }

    /**
     * A change set begins.
     *
     * @param changeSet as {@code file::id::author}
     * @param number its number among those that are missing, from 1 on
     * @param count how many were missing
     */
    record Started(String changeSet, int number, int count) implements MigrationEvent {
        /** Has them all. */
        public Started {
            Objects.requireNonNull(changeSet, "changeSet");
        }

        @Override
        public String description() {
            return "applying change set " + number + " of " + count + ", " + changeSet;
        }
    }

    /**
     * A migration of rows has done some more of them.
     *
     * @param changeSet the change set that it belongs to
     * @param done how many rows are done, in earlier runs, too
     * @param total how many there are to do, about, if that is known
     */
    record Progressed(String changeSet, long done, OptionalLong total) implements MigrationEvent {
        /** Has them all. */
        public Progressed {
            Objects.requireNonNull(changeSet, "changeSet");
            Objects.requireNonNull(total, "total");
        }

        @Override
        public String description() {
            String of = total.isPresent() ? " of about " + Math.max(done, total.getAsLong()) : "";
            return changeSet + ": " + done + of + " rows done";
        }
    }

    /**
     * A change set is done.
     *
     * @param changeSet which
     * @param time how long it took
     */
    record Finished(String changeSet, Duration time) implements MigrationEvent {
        /** Has both. */
        public Finished {
            Objects.requireNonNull(changeSet, "changeSet");
            Objects.requireNonNull(time, "time");
        }

        @Override
        public String description() {
            return "applied change set " + changeSet + " in " + time.toMillis() + " ms";
        }
    }

    /**
     * A change set failed.
     *
     * @param changeSet which
     * @param reason why
     */
    record Failed(String changeSet, String reason) implements MigrationEvent {
        /** Has both. */
        public Failed {
            Objects.requireNonNull(changeSet, "changeSet");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String description() {
            return "change set " + changeSet + " failed: " + reason;
        }
    }
}
