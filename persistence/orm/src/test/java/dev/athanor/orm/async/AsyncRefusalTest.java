// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Logged;
import dev.athanor.orm.OrmError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads and clocks that fail leave nobody waiting, and keep no turn. */
@InJavaSe
@Timeout(60)
class AsyncRefusalTest extends AsyncTests {
    private static final String LOG = "dev.athanor.orm.async";

    /** What fails first, in the order in which something is to be run. */
    private final Queue<Runnable> failures = new ConcurrentLinkedQueue<>();

    private AsyncSessions async(Workers workers, int waiting) {
        return AsyncSessions.of(
                sessions, workers, AsyncSettings.standard().atOnce(1).waiting(waiting));
    }

    private Workers failing() {
        return Workers.of(task -> {
            Optional.ofNullable(failures.poll()).ifPresent(Runnable::run);
            executor.execute(task);
        });
    }

    static Stream<Runnable> failures() {
        return Stream.of(
                () -> {
                    throw new RejectedExecutionException("no room");
                },
                () -> {
                    throw new IllegalStateException("the server stops");
                },
                () -> {
                    throw new OutOfMemoryError("unable to create native thread");
                });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anExecutorThatFailsKeepsNoTurn(Runnable failure) throws Exception {
        AsyncSessions async = async(failing(), 0);
        failures.add(failure);

        failsAs(OrmError.WORK_REFUSED, async.read(session -> 1));
        assertThat(async.figures()).returns(0, AsyncFigures::atWork).returns(1L, AsyncFigures::refused);
        assertThat(async.<Integer>read(session -> 2).get(20, SECONDS)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whoWaitsBehindWhatCouldNotBeRunHasItsTurn(Runnable failure) throws Exception {
        AsyncSessions async = async(failing(), 2);
        failures.add(() -> {});
        failures.add(failure);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Integer> first = async.read(session -> {
            await(enough);
            return 1;
        });
        CompletableFuture<Integer> second = async.read(session -> 2);
        CompletableFuture<Integer> third = async.read(session -> 3);
        enough.countDown();

        assertThat(first.get(20, SECONDS)).isEqualTo(1);
        failsAs(OrmError.WORK_REFUSED, second);
        assertThat(third.get(20, SECONDS)).isEqualTo(3);
        awaitIdle(async);
    }

    /** It gives its turn up once, or one more than may be would be at work. */
    @Test
    void whatAnExecutorRunsAlthoughItFailedIsNotDone() {
        Queue<Runnable> taken = new ArrayDeque<>();
        failures.add(() -> {
            throw new IllegalStateException("too late");
        });
        Executor late = task -> {
            taken.add(task);
            Optional.ofNullable(failures.poll()).ifPresent(Runnable::run);
        };
        AsyncSessions async = async(Workers.of(late), 1);
        AtomicBoolean ran = new AtomicBoolean();
        failsAs(OrmError.WORK_REFUSED, async.read(session -> ran.getAndSet(true)));
        CompletableFuture<Integer> second = async.read(session -> 2);
        CompletableFuture<Integer> third = async.read(session -> 3);

        taken.remove().run();
        assertThat(ran).isFalse();
        assertThat(async.figures()).returns(1, AsyncFigures::atWork).returns(1, AsyncFigures::waiting);
        taken.remove().run();
        taken.remove().run();
        assertThat(second.join() + third.join()).isEqualTo(5);
    }

    @Test
    void whatTheCallerKnowsMayBeImpossibleToHandOn() {
        AtomicInteger alarms = new AtomicInteger();
        Workers forgetful = new Delegating(Workers.of(executor)) {
            @Override
            public Runnable inContext(Runnable task) {
                throw new IllegalStateException("nobody is known");
            }

            @Override
            public Runnable after(Duration delay, Runnable task) {
                alarms.incrementAndGet();
                return alarms::decrementAndGet;
            }
        };
        AsyncSessions async = async(forgetful, 0);

        failsAs(OrmError.WORK_REFUSED, async.read(session -> 1));
        assertThat(async.figures().atWork()).isZero();
        assertThat(alarms).as("nobody is to be woken").hasValue(0);
    }

    @Test
    void whatTheCallerKnewMayNotBeThereAnyMore() throws Exception {
        AtomicBoolean gone = new AtomicBoolean(true);
        Workers forgetful = new Delegating(Workers.of(executor)) {
            @Override
            public Runnable inContext(Runnable task) {
                return () -> {
                    if (gone.getAndSet(false)) {
                        throw new IllegalStateException("the application has ended");
                    }
                    task.run();
                };
            }
        };
        AsyncSessions async = async(forgetful, 0);

        failsAs(OrmError.WORK_REFUSED, async.read(session -> 1));
        awaitIdle(async);
        assertThat(async.<Integer>read(session -> 2).get(20, SECONDS)).isEqualTo(2);
    }

    /** On the threads of others, or on that of whoever asks. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFailsAfterAUnitOfWorkIsLoggedAndTheResultIsThere(boolean own) {
        Workers careless = new Delegating(Workers.of(own ? Runnable::run : executor)) {
            @Override
            public Runnable inContext(Runnable task) {
                return () -> {
                    task.run();
                    throw new IllegalStateException("the context cannot be restored");
                };
            }
        };
        AsyncSessions async = async(careless, 0);

        try (Logged logged = new Logged(LOG)) {
            assertThat(async.<Integer>read(session -> 1).join()).isEqualTo(1);
            awaitIdle(async);
            assertThat(logged.lines())
                    .singleElement()
                    .asString()
                    .contains("WARNING", "was over", "the context cannot be restored");
        }
        assertThat(async.figures()).returns(1L, AsyncFigures::done).returns(0L, AsyncFigures::refused);
    }

    @Test
    void whatCannotBeTimedIsNotBegun() {
        Workers timeless = new Delegating(Workers.of(executor)) {
            @Override
            public Runnable after(Duration delay, Runnable task) {
                throw new RejectedExecutionException("the clock has stopped");
            }
        };
        AtomicBoolean ran = new AtomicBoolean();

        failsAs(OrmError.WORK_REFUSED, async(timeless, 0).read(session -> ran.getAndSet(true)));
        assertThat(ran).isFalse();
    }

    /** A place among those that wait is not taken by what nobody waits for. */
    @Test
    void whoseTimeIsUpAtOnceWaitsForNothing() throws Exception {
        AtomicBoolean hurried = new AtomicBoolean();
        Workers hasty = new Delegating(Workers.of(executor)) {
            @Override
            public Runnable after(Duration delay, Runnable task) {
                if (hurried.get()) {
                    task.run();
                }
                return super.after(delay, task);
            }
        };
        AsyncSessions async = async(hasty, 1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Integer> first = async.read(session -> {
            await(enough);
            return 1;
        });
        hurried.set(true);

        failsAs(OrmError.WORK_TIMED_OUT, async.read(session -> 2));
        assertThat(async.figures()).returns(1, AsyncFigures::atWork).returns(0, AsyncFigures::waiting);
        enough.countDown();
        assertThat(first.get(20, SECONDS)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aStatementIsCancelledThoughTheClockHasStopped(Runnable failure) {
        AtomicBoolean stopped = new AtomicBoolean();
        Workers timeless = new Delegating(Workers.of(executor)) {
            @Override
            public Runnable after(Duration delay, Runnable task) {
                if (stopped.get()) {
                    failure.run();
                }
                return super.after(delay, task);
            }
        };
        AsyncSessions async = async(timeless, 0);
        CompletableFuture<List<String>> slow = async.read(session -> session.list(LONG));
        await(this::isSleeping);
        stopped.set(true);

        try (Logged logged = new Logged(LOG)) {
            assertThat(slow.cancel(true)).isTrue();
            assertThat(logged.lines()).singleElement().asString().contains("WARNING", "is sent once only");
        }
        assertThatThrownBy(slow::join).isInstanceOf(CancellationException.class);
        awaitIdle(async);
        assertThat(isSleeping()).isFalse();
    }

    /** Threads of others. */
    private static class Delegating implements Workers {
        private final Workers others;

        Delegating(Workers others) {
            this.others = others;
        }

        @Override
        public void execute(Runnable task) {
            others.execute(task);
        }

        @Override
        public Runnable inContext(Runnable task) {
            return others.inContext(task);
        }

        @Override
        public <T> CompletableFuture<T> newIncompleteFuture() {
            return others.newIncompleteFuture();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return others.after(delay, task);
        }
    }
}
