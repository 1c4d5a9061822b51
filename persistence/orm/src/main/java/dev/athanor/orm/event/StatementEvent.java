// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import java.time.Duration;

/** A statement runs: of the session, or of EclipseLink in the session's unit of work. */
public sealed interface StatementEvent extends SessionEvent {
    /** The statement. */
    SqlText statement();

    /** It is about to run. */
    record BeforeStatement(EventScope scope, SqlText statement) implements StatementEvent {
        @Override
        public boolean isRefusable() {
            return true;
        }
    }

    /**
     * It has run, and its rows are read.
     *
     * @param time until the database answered
     * @param rows how many rows it gave or touched
     */
    record AfterStatement(EventScope scope, SqlText statement, Duration time, long rows) implements StatementEvent {}

    /** It failed. */
    record FailedStatement(EventScope scope, SqlText statement, Duration time, RuntimeException failure)
            implements StatementEvent {}
}
