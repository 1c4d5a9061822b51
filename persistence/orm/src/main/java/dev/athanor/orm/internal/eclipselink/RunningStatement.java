// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SqlText;
import dev.athanor.orm.event.StatementEvent;
import java.time.Duration;

/** A statement that runs, until its end is told. For one thread. */
final class RunningStatement {
    private final Listeners listeners;
    private final TransactionScope scope;
    private final SqlText statement;
    private long begun;
    private long answered;
    private boolean ended;

    RunningStatement(Listeners listeners, TransactionScope scope, SqlText statement) {
        this.listeners = listeners;
        this.scope = scope;
        this.statement = statement;
    }

    RunningStatement start() {
        begun = System.nanoTime();
        return this;
    }

    /** The database has answered; the rows are not read yet. */
    void answered() {
        answered = System.nanoTime();
    }

    /** Its rows are read. */
    void done(long rows) {
        if (end(rows)) {
            listeners.tell(new StatementEvent.AfterStatement(scope, statement, time(), rows));
        }
    }

    void failed(RuntimeException failure) {
        if (end(0)) {
            listeners.tell(new StatementEvent.FailedStatement(scope, statement, time(), Failures.translation(failure)));
        }
    }

    private boolean end(long rows) {
        if (ended) {
            return false;
        }
        ended = true;
        if (answered == 0) {
            answered();
        }
        scope.count(rows, answered - begun);
        return true;
    }

    private Duration time() {
        return Duration.ofNanos(answered - begun);
    }
}
