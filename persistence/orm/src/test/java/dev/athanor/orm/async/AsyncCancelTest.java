// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Pretended;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.transaction.Attempts;
import dev.athanor.orm.transaction.RetryReason;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stops units of work stops their statements, and nothing of them is written. */
@InJavaSe
@Timeout(60)
class AsyncCancelTest extends AsyncTests {
    @Test
    void whatTakesTooLongIsCancelledInTheDatabaseAndRolledBack() {
        // region timeout
        AsyncSessions hasty = async().within(Duration.ofMillis(500));
        CompletableFuture<Void> late = hasty.transaction(session -> {
            author(session, 1).rename("Augusta");
            session.flush();
            session.list(LONG);
        });
        // endregion
        failsAs(OrmError.WORK_TIMED_OUT, late);
        awaitIdle(hasty);
        assertThat(isSleeping()).isFalse();
        assertThat(name(1)).isEqualTo("Ada");
        assertThat(hasty.figures().timedOut()).isEqualTo(1);
    }

    /** It never begins. */
    @Test
    void theWaitForATurnIsPartOfItsTime() throws Exception {
        AsyncSessions async = async(1, 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Integer> first = async.read(session -> {
            begun.countDown();
            await(enough);
            return 1;
        });
        await(begun);
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Boolean> second = async.within(Duration.ofMillis(100)).read(session -> ran.getAndSet(true));

        failsAs(OrmError.WORK_TIMED_OUT, second);
        assertThat(async.figures())
                .returns(1, AsyncFigures::atWork)
                .returns(0, AsyncFigures::waiting)
                .returns(1L, AsyncFigures::timedOut);
        enough.countDown();
        assertThat(first.get(20, SECONDS)).isEqualTo(1);
        awaitIdle(async);
        assertThat(ran).isFalse();
    }

    /** It keeps its place until it has the connection, and does nothing with it. */
    @Test
    void theWaitForAConnectionIsPartOfItsTime(TestDatabase database) throws Exception {
        AtomicBoolean none = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        DataSource scarce = Pretended.of(DataSource.class, database.dataSource())
                .where("getConnection", real -> {
                    if (none.get()) {
                        asked.countDown();
                        await(free);
                    }
                    return real.call();
                })
                .made();
        try (EntityManagerFactory plain = factory(scarce, "scarce")) {
            AsyncSessions async = AsyncSessions.of(SessionFactory.of(plain), executor);
            assertThat(async.<String>read(session -> author(session, 1).name()).join())
                    .isEqualTo("Ada");
            none.set(true);
            AtomicBoolean ran = new AtomicBoolean();
            CompletableFuture<Void> late = async.within(Duration.ofSeconds(2)).transaction(session -> ran.set(true));
            await(asked);

            failsAs(OrmError.WORK_TIMED_OUT, late);
            assertThat(async.figures().atWork()).isEqualTo(1);
            free.countDown();
            awaitIdle(async);
            assertThat(ran).isFalse();
        }
    }

    @Test
    void whatIsCancelledIsCancelledInTheDatabaseAndRolledBack() {
        AsyncSessions async = async();
        CompletableFuture<Void> slow = async.transaction(session -> {
            author(session, 1).rename("Augusta");
            session.flush();
            session.list(LONG);
        });
        await(this::isSleeping);

        assertThat(slow.cancel(true)).isTrue();

        assertThatThrownBy(slow::join).isInstanceOf(CancellationException.class);
        awaitIdle(async);
        assertThat(isSleeping()).isFalse();
        assertThat(name(1)).isEqualTo("Ada");
        assertThat(async.figures().cancelled()).isEqualTo(1);
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsCancelledToo() {
        AsyncSessions async = async();
        CompletableFuture<List<String>> slow =
                async.<List<String>>read(session -> session.list(LONG)).orTimeout(300, TimeUnit.MILLISECONDS);

        assertThatThrownBy(slow::join).isInstanceOf(CompletionException.class);
        awaitIdle(async);
        assertThat(async.figures().timedOut()).isEqualTo(1);
    }

    @Test
    void sessionsThatWereStoppedRefuseToDoMore() throws Exception {
        AsyncSessions async = async();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicReference<Throwable> refused = new AtomicReference<>();
        CompletableFuture<Void> future = async.transaction(session -> {
            author(session, 1).rename("Augusta");
            begun.countDown();
            await(stopped);
            try {
                session.flush();
            } catch (CancellationException e) {
                refused.set(e);
            }
        });
        await(begun);
        future.cancel(true);
        stopped.countDown();

        awaitIdle(async);
        assertThat(refused.get()).isNotNull();
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void statementsThatDoNotComeFromTheSessionAreCancelledWhenTheyBegin() throws Exception {
        AsyncSessions async = async();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Object> future = async.read(session -> {
            var entities = session.entityManager();
            begun.countDown();
            await(stopped);
            return entities.createNativeQuery("select pg_sleep(50)").getSingleResult();
        });
        await(begun);
        future.cancel(true);
        stopped.countDown();

        awaitIdle(async);
    }

    @Test
    void whenTheCommitHasBegunItIsTooLateToCancel() throws Exception {
        AtomicReference<CompletableFuture<Void>> future = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        SessionFactory told = SessionFactory.of(
                factory(),
                SessionSettings.standard()
                        .on(
                                TransactionEvent.BeforeCommit.class,
                                event -> cancelled.set(
                                        Objects.requireNonNull(future.get()).cancel(true))));
        future.set(AsyncSessions.of(told, executor).transaction(session -> {
            await(known);
            author(session, 1).rename("Augusta");
        }));
        known.countDown();

        Objects.requireNonNull(future.get()).get(20, SECONDS);
        assertThat(cancelled).isFalse();
        assertThat(name(1)).isEqualTo("Augusta");
    }

    /** Each time it conflicts just before its commit, when it is too late to stop it. */
    @Test
    void whatIsTriedAgainHasNoMoreTimeForThat() {
        AtomicInteger times = new AtomicInteger();
        SessionFactory conflicting = SessionFactory.of(
                        factory(), SessionSettings.standard().on(TransactionEvent.BeforeCommit.class, event -> {
                            times.incrementAndGet();
                            long until =
                                    System.nanoTime() + Duration.ofMillis(100).toNanos();
                            while (System.nanoTime() < until) {
                                Thread.onSpinWait();
                            }
                            throw new OrmException(OrmError.OPTIMISTIC_CONFLICT, "on purpose");
                        }))
                .retrying(Attempts.of(1000).on(RetryReason.OPTIMISTIC_CONFLICT));
        CompletableFuture<Void> future = AsyncSessions.of(conflicting, executor)
                .within(Duration.ofMillis(300))
                .transaction(session -> author(session, 1).rename("Augusta"));

        failsAs(OrmError.WORK_TIMED_OUT, future);
        assertThat(times).hasValueBetween(1, 100);
    }

    @Test
    void whatIsCancelledWhileItWaitsNeverBegins() throws Exception {
        AsyncSessions async = async(1, 1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Integer> first = async.read(session -> {
            await(enough);
            return 1;
        });
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Boolean> second = async.read(session -> ran.getAndSet(true));
        assertThat(second.cancel(true)).isTrue();
        CompletableFuture<Integer> third = async.read(session -> 3);

        enough.countDown();
        assertThat(first.get(20, SECONDS) + third.get(20, SECONDS)).isEqualTo(4);
        assertThat(ran).isFalse();
    }

    /** The statement of who has the connection next is none of theirs. */
    @Test
    void cancellationsNeverHitOthers() {
        AsyncSessions async = async();
        List<Throwable> hit = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            CompletableFuture<List<String>> future = async.read(session -> session.list(SHORT));
            long until = System.nanoTime() + i * 40_000L;
            while (System.nanoTime() < until && !future.isDone()) {
                Thread.onSpinWait();
            }
            future.cancel(true);
            try {
                read(session -> session.list(SHORT));
            } catch (SqlException e) {
                hit.add(e);
            }
        }
        awaitIdle(async);
        assertThat(hit).isEmpty();
        assertThat(async.figures().cancelled()).isPositive();
    }

    @Test
    void withoutTheDriversClassesAnotherConnectionCancels(TestDatabase database) {
        DataSource hidden = hidden(database.dataSource());
        try (EntityManagerFactory plain = factory(hidden, "hidden")) {
            AsyncSessions async = AsyncSessions.of(SessionFactory.of(plain), executor);
            CompletableFuture<List<String>> slow = async.read(session -> session.list(LONG));
            await(this::isSleeping);
            slow.cancel(true);

            awaitIdle(async);
            assertThat(isSleeping()).isFalse();
        }
    }

    private static EntityManagerFactory factory(DataSource source, String name) {
        return Persistence.createEntityManagerFactory(
                "press", Map.of("jakarta.persistence.nonJtaDataSource", source, "eclipselink.session-name", name));
    }

    private static DataSource hidden(DataSource source) {
        return Pretended.of(DataSource.class, source)
                .where("getConnection", real -> Pretended.of(Connection.class, (Connection) real.call())
                        .where("isWrapperFor", asked -> false)
                        .made())
                .made();
    }

    @Test
    void aStatementThatOthersCancelIsNoCancellationOfTheWork() {
        CompletableFuture<List<String>> slow = async().read(session -> session.list(LONG));
        await(this::isSleeping);
        execute("select pg_cancel_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <>"
                + " pg_backend_pid() and datname = current_database()");

        assertThatThrownBy(() -> slow.get(20, SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.STATEMENT_CANCELLED));
    }
}
