// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.Work;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets other threads stop what is done with a session in one transaction: the statement that runs is cancelled, and the
 * session refuses to do more. A lock keeps cancellations from whoever has the connection next: the transaction does not
 * end while one is being sent, and none is sent once it is about to end. Thread-safe.
 */
public final class Interruption {
    private final SessionFactory others;
    private final ReentrantLock lock = new ReentrantLock();
    private Phase phase = Phase.TO_BEGIN;
    private @Nullable StatementCancel cancel;
    private volatile @Nullable RuntimeException reason;
    private @Nullable RuntimeException late;

    /**
     * Of what has not begun.
     *
     * @param others whose connections cancel where the driver's classes are not those that the application sees
     */
    public Interruption(SessionFactory others) {
        this.others = others;
    }

    /** Does something that may write; when this returns, it is written, and it is too late to stop it. */
    public <T> T writing(Session session, Work<T, ?> work) throws Exception {
        EclipseLinkSession own = (EclipseLinkSession) session;
        return stoppable(own, () -> {
            T result = work.run(own);
            own.writePending();
            return result;
        });
    }

    /** Does something whose changes are not written; when this returns, it is too late to stop it. */
    public <T> T reading(Session session, Work<T, ?> work) throws Exception {
        EclipseLinkSession own = (EclipseLinkSession) session;
        return stoppable(own, () -> work.run(own));
    }

    private <T> T stoppable(EclipseLinkSession session, Part<T> part) throws Exception {
        begin(session);
        T result;
        try {
            result = part.run();
        } catch (Throwable failure) {
            end();
            throw failure;
        }
        end();
        check();
        return result;
    }

    private void begin(EclipseLinkSession session) {
        StatementCancel own = session.interruptible(this, others);
        lock.lock();
        try {
            if (reason == null) {
                reason = late;
            }
            check();
            cancel = own;
            phase = Phase.AT_WORK;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            phase = Phase.ENDED;
            cancel = null;
        } finally {
            lock.unlock();
        }
    }

    /** Throws the reason for which it was stopped, if it was. */
    void check() {
        RuntimeException stopped = reason;
        if (stopped != null) {
            throw stopped;
        }
    }

    /** Why it was stopped, if it was. */
    public @Nullable RuntimeException reason() {
        return reason;
    }

    /**
     * Stops it, unless it was stopped before, or it is too late; if it is tried again then, that does not begin.
     *
     * @return whether it is stopped for this reason
     */
    public boolean stop(RuntimeException why) {
        lock.lock();
        try {
            if (reason != null) {
                return false;
            }
            if (phase == Phase.ENDED) {
                late = why;
                return false;
            }
            reason = why;
            send();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Cancels again, as a statement may have begun just after it was stopped. */
    public void repeat() {
        lock.lock();
        try {
            if (reason != null) {
                send();
            }
        } finally {
            lock.unlock();
        }
    }

    private void send() {
        StatementCancel running = cancel;
        if (running == null) {
            return;
        }
        try {
            running.send();
        } catch (SQLException | RuntimeException e) {
            if (reason != null) {
                reason.addSuppressed(e); // the database cannot be reached; whoever waits for it learns so
            }
        }
    }

    /** Whether it has begun and not ended. */
    public boolean isAtWork() {
        lock.lock();
        try {
            return phase == Phase.AT_WORK;
        } finally {
            lock.unlock();
        }
    }

    private enum Phase {
        TO_BEGIN,
        AT_WORK,
        ENDED
    }

    /** What is done. */
    private interface Part<T> {
        T run() throws Exception;
    }
}
