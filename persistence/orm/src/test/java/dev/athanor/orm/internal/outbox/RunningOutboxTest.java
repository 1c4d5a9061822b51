// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Logged;
import dev.athanor.orm.Pretended;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxSettings;
import dev.athanor.orm.outbox.OutboxTable;
import dev.athanor.orm.outbox.Step;
import dev.athanor.sql.Row;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an outbox goes on, and how it ends. */
@InJavaSe
class RunningOutboxTest extends SessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NEVER = Duration.ofHours(1);

    private final OutboxTable o = OutboxTable.as("o");
    private final CountDownLatch begun = new CountDownLatch(1);

    @BeforeEach
    void makeOutbox() {
        execute(script("athanor-outbox.sql"));
    }

    private RunningOutbox outbox(Threads threads, Duration patience) {
        OutboxSettings settings = OutboxSettings.standard().poll(NEVER).on(Step.class, (step, delivery) -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        return new RunningOutbox(factory(), SessionSettings.standard(), settings, threads, patience);
    }

    /** It was not the handler that failed. */
    @Test
    void deliveriesThatAreInterruptedAreNotCounted() throws Exception {
        sessions.transaction(session -> Outbox.of(session).record("k", new Step("a", 1)));
        Ending threads = new Ending();
        RunningOutbox outbox = outbox(threads, Duration.ofMillis(200));
        outbox.start();
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        outbox.close();
        threads.awaitEnd();

        Row row = this.<Row>read(
                session -> session.one(select(o.state, o.attempts, o.error).from(o)));
        assertThat(row.get(o.state)).isEqualTo("PENDING");
        assertThat(row.get(o.attempts)).isZero();
        assertThat(row.get(o.error)).isNull();
    }

    /** A server ends when all ends that it has let run. */
    @Test
    void itEndsByItselfWhereNothingMoreCanBeRun() throws Exception {
        Ending threads = new Ending();
        outbox(threads, PATIENCE).start();
        threads.refuse();

        threads.awaitEnd();
        threads.close();
    }

    /** As where there is no memory for another thread at this moment. */
    @Test
    void itGoesOnIfItsThreadsDoNotAnswer() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        OutboxSettings settings = OutboxSettings.standard()
                .poll(Duration.ofMillis(200))
                .withoutNotifications()
                .on(Step.class, (step, delivery) -> delivered.countDown());
        Ending threads = new Ending();
        threads.fail(1);
        try (RunningOutbox outbox =
                new RunningOutbox(factory(), SessionSettings.standard(), settings, threads, PATIENCE)) {
            outbox.start();
            threads.awaitFailures();
            record(1);
            assertThat(delivered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Though it looks for events between its questions, and finds nothing wrong. */
    @Test
    void thatItsThreadsDoNotAnswerIsToldOnceAndWhenTheyDo() {
        OutboxSettings settings = OutboxSettings.standard()
                .poll(Duration.ofMillis(100))
                .withoutNotifications()
                .on(Step.class, (step, delivery) -> {});
        Ending threads = new Ending();
        threads.fail(2);
        try (Logged logged = new Logged("dev.athanor.orm.outbox")) {
            try (RunningOutbox outbox =
                    new RunningOutbox(factory(), SessionSettings.standard(), settings, threads, PATIENCE)) {
                outbox.start();
                threads.awaitFailures();
                await(() -> logged.lines().size() > 1);
            }
            assertThat(logged.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("WARNING", "do not answer", "for now"),
                            line -> assertThat(line).contains("INFO", "it works again"));
        }
    }

    /** As a class that cannot be loaded at this moment. */
    @Test
    void noErrorKeepsItFromItsWorkForGood(TestDatabase database) throws Exception {
        AtomicInteger factories = new AtomicInteger();
        AtomicInteger sources = new AtomicInteger();
        CountDownLatch delivered = new CountDownLatch(2);
        OutboxSettings settings = OutboxSettings.standard()
                .poll(NEVER)
                .listeningOn(failingOnce(DataSource.class, "getConnection", database.dataSource(), sources))
                .on(Step.class, (step, delivery) -> delivered.countDown());
        Ending threads = new Ending();
        try (RunningOutbox outbox = new RunningOutbox(
                failingOnce(EntityManagerFactory.class, "createEntityManager", factory(), factories),
                SessionSettings.standard(),
                settings,
                threads,
                PATIENCE)) {
            record(1);
            outbox.start();
            await(RunningOutboxTest::isListening);
            record(2);
            assertThat(delivered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(factories).hasValueGreaterThan(1);
        assertThat(sources).hasValue(2);
    }

    private void record(int number) {
        sessions.transaction(session -> Outbox.of(session).record("k" + number, new Step("a", number)));
    }

    private static <T> T failingOnce(Class<T> type, String method, T real, AtomicInteger calls) {
        return Pretended.of(type, real)
                .where(method, really -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new NoClassDefFoundError("for once");
                    }
                    return really.call();
                })
                .made();
    }

    private static boolean isListening() {
        try (EntityManager entities = factory().createEntityManager()) {
            return !entities.createNativeQuery("select pid from pg_stat_activity where query like 'listen %'"
                            + " and datname = current_database()")
                    .getResultList()
                    .isEmpty();
        }
    }

    /** Threads that tell whether anything runs on them. */
    private static final class Ending implements Threads {
        private final ExecutorService executor = Executors.newCachedThreadPool();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile boolean open = true;

        @Override
        public void execute(Runnable task) {
            running.incrementAndGet();
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    running.decrementAndGet();
                }
            });
        }

        @Override
        public boolean areOpen() {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new OutOfMemoryError("for now");
            }
            return open;
        }

        void fail(int times) {
            failures.set(times);
        }

        void awaitFailures() {
            await(() -> failures.get() == 0);
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }

        void refuse() {
            open = false;
        }

        void awaitEnd() {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (running.get() > 0 && Instant.now().isBefore(deadline)) {
                Thread.onSpinWait();
            }
            assertThat(running).hasValue(0);
        }
    }
}
