// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets only so many jobs be at work, and only so many wait for that. Thread-safe. */
final class Turns {
    private final Workers workers;
    private final Supplier<AsyncSettings> settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Set<Job<?>> atWork = new HashSet<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private boolean closed;

    /** @param settings what is the same however often it is asked for */
    Turns(Workers workers, Supplier<AsyncSettings> settings) {
        this.workers = workers;
        this.settings = settings;
    }

    /** Lets a job begin, or wait for others, or refuses it. */
    void take(Job<?> job) {
        Runnable task = job.inContext();
        AsyncSettings most = settings.get();
        switch (place(job, task, most)) {
            case AT_WORK -> begin(new Waiting(job, task));
            case FULL ->
                job.fail(refusal("as many units of work are at work (" + most.atOnce() + ") and wait (" + most.waiting()
                        + ") as may be; try again later, or allow for more by AsyncSettings"));
            case CLOSED -> job.fail(refusal("the application ends, or whoever owns the sessions has closed them"));
            case WAITING, NONE -> {}
        }
    }

    private Place place(Job<?> job, Runnable task, AsyncSettings most) {
        lock.lock();
        try {
            if (closed) {
                return Place.CLOSED;
            }
            if (job.isOver()) {
                return Place.NONE;
            }
            if (atWork.size() < most.atOnce()) {
                atWork.add(job);
                return Place.AT_WORK;
            }
            if (waiting.size() < most.waiting()) {
                waiting.add(new Waiting(job, task));
                return Place.WAITING;
            }
            return Place.FULL;
        } finally {
            lock.unlock();
        }
    }

    private static OrmException refusal(String reason) {
        return new OrmException(OrmError.WORK_REFUSED, "a unit of work was refused: " + reason);
    }

    private void begin(Waiting first) {
        Waiting next = first;
        while (next != null) {
            Waiting now = next;
            next = null;
            try {
                workers.execute(() -> work(now));
            } catch (RuntimeException | Error e) { // the turn is others' then, whatever it is
                now.job.refuse(e);
                next = after(now.job);
            }
        }
    }

    private void work(Waiting now) {
        try {
            now.task.run();
        } catch (RuntimeException | Error e) { // what the caller knows cannot be handed on
            now.job.refuse(e);
        } finally {
            Waiting next = after(now.job);
            if (next != null) {
                begin(next);
            }
        }
    }

    /** Who is at work next. An executor may have taken a job that it said it would not: its turn ends once. */
    private @Nullable Waiting after(Job<?> ended) {
        lock.lock();
        try {
            if (!atWork.remove(ended)) {
                return null;
            }
            Waiting next = waiting.poll();
            if (next != null) {
                atWork.add(next.job);
            }
            if (atWork.isEmpty()) {
                idle.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** A job's result is there; it waits no longer. */
    void leave(Job<?> job, @Nullable Throwable failure) {
        count(failure).increment();
        lock.lock();
        try {
            waiting.removeIf(one -> one.job == job);
        } finally {
            lock.unlock();
        }
    }

    private LongAdder count(@Nullable Throwable failure) {
        if (failure == null) {
            return done;
        }
        if (failure instanceof OrmException own) {
            return own.code() == OrmError.WORK_TIMED_OUT
                    ? timedOut
                    : own.code() == OrmError.WORK_REFUSED ? refused : failed;
        }
        if (failure instanceof TimeoutException) {
            return timedOut;
        }
        return failure instanceof CancellationException ? cancelled : failed;
    }

    AsyncFigures figures() {
        lock.lock();
        try {
            return new AsyncFigures(
                    atWork.size(),
                    waiting.size(),
                    done.sum(),
                    failed.sum(),
                    timedOut.sum(),
                    cancelled.sum(),
                    refused.sum());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no more jobs, stops those that there are, and waits until they have ended.
     *
     * @return whether they have, within this time
     */
    boolean close(Duration patience) {
        for (Job<?> job : closed()) {
            job.fail(new CancellationException("the application ends; the unit of work is rolled back"));
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!atWork.isEmpty() && left > 0) {
                left = idle.awaitNanos(left);
            }
            return atWork.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private List<Job<?>> closed() {
        lock.lock();
        try {
            closed = true;
            List<Job<?>> all = new ArrayList<>(atWork);
            waiting.forEach(one -> all.add(one.job));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** What there was for a job. */
    private enum Place {
        AT_WORK,
        WAITING,
        FULL,
        CLOSED,
        /** It is over: its time is up, or it was cancelled. */
        NONE
    }

    /** A job, and how it begins. */
    private record Waiting(Job<?> job, Runnable task) {}
}
