// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.transaction.Attempts;
import dev.athanor.orm.transaction.RetryReason;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units of work on other threads; in a server, AsyncBeansTest shows the same. */
@InJavaSe
@Timeout(60)
class AsyncSessionsTest extends SessionTest {
    private static final Rows<String> LONG = selectValue(func("pg_sleep", SqlTypes.TEXT, 50.0));
    private static final Rows<String> SHORT = selectValue(func("pg_sleep", SqlTypes.TEXT, 0.003));

    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(20, SECONDS)).isTrue();
    }

    private AsyncSessions async() {
        return AsyncSessions.of(sessions, executor);
    }

    private AsyncSessions async(int atOnce, int waiting) {
        return AsyncSessions.of(
                sessions,
                Workers.of(executor),
                AsyncSettings.standard().atOnce(atOnce).waiting(waiting));
    }

    private static Author author(Session session, long id) {
        return session.get(Author.class, id).orElseThrow();
    }

    private String name(long id) {
        return read(session -> author(session, id).name());
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private static void awaitIdle(AsyncSessions async) {
        await(() -> async.figures().atWork() == 0 && async.figures().waiting() == 0);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, SECONDS)).isTrue();
    }

    private boolean isSleeping() {
        return read(session -> session.entityManager()
                        .createNativeQuery("select count(*) from pg_stat_activity where state = 'active'"
                                + " and datname = current_database() and query like '%pg_sleep%'"
                                + " and pid <> pg_backend_pid()")
                        .getSingleResult())
                .equals(1L);
    }

    private static void failsAs(OrmError code, CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(20, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void tutorial() {
        // region async
        AsyncSessions async = AsyncSessions.of(sessions, executor);

        CompletableFuture<String> renamed = async.transactionResult(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            return ada.name();
        });
        CompletableFuture<Long> articles = async.read(session -> session.count(select(art)));
        CompletableFuture<String> both = renamed.thenCombine(articles, (name, number) -> name + ", " + number);
        // endregion
        assertThat(both.join()).isEqualTo("Augusta, 4");
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void aUnitOfWorkHasAThreadATransactionAndEntitiesOfItsOwn() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            session.flush();

            AtomicReference<Thread> thread = new AtomicReference<>();
            Author other = async().<Author>read(own -> {
                        thread.set(Thread.currentThread());
                        return author(own, 1);
                    })
                    .join();

            assertThat(thread.get()).isNotSameAs(Thread.currentThread());
            assertThat(other).isNotSameAs(ada);
            assertThat(other.name()).isEqualTo("Ada");
        });
    }

    @Test
    void whatThrowsIsRolledBackAndToldAsItIs() {
        IOException thrown = new IOException("on purpose");
        CompletableFuture<Void> failed = async().transaction(session -> {
            author(session, 1).rename("Augusta");
            session.flush();
            throw thrown;
        });

        assertThatThrownBy(() -> failed.get(20, SECONDS)).cause().isSameAs(thrown);
        AtomicReference<Throwable> told = new AtomicReference<>();
        CompletableFuture<Void> unused = failed.exceptionally(failure -> {
            told.set(failure);
            return null;
        });
        assertThat(told.get()).isSameAs(thrown);
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void readingWritesNothing() {
        assertThat(async().<String>read(session -> {
                            author(session, 1).rename("Augusta");
                            return author(session, 1).name();
                        })
                        .join())
                .isEqualTo("Augusta");
        assertThat(name(1)).isEqualTo("Ada");
    }

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
                                event -> cancelled.set(future.get().cancel(true))));
        future.set(AsyncSessions.of(told, executor).transaction(session -> {
            await(known);
            author(session, 1).rename("Augusta");
        }));
        known.countDown();

        future.get().get(20, SECONDS);
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
    void onlySoManyAreAtWorkAndWait() throws Exception {
        AsyncSessions async = async(1, 1);
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> first = async.read(session -> {
            begun.countDown();
            await(enough);
            return 1;
        });
        await(begun);
        CompletableFuture<Integer> second = async.read(session -> 2);
        CompletableFuture<Integer> third = async.read(session -> 3);

        failsAs(OrmError.WORK_REFUSED, third);
        assertThat(async.figures()).returns(1, AsyncFigures::atWork).returns(1, AsyncFigures::waiting);
        enough.countDown();
        assertThat(first.get(20, SECONDS) + second.get(20, SECONDS)).isEqualTo(3);
        assertThat(async.<Integer>read(session -> 4).get(20, SECONDS)).isEqualTo(4);
        awaitIdle(async);
        assertThat(async.figures()).returns(3L, AsyncFigures::done).returns(1L, AsyncFigures::refused);
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

    @Test
    void readsAreGatheredInTheirOrder() {
        CyclicBarrier together = new CyclicBarrier(3);
        // region gathered
        CompletableFuture<List<Long>> counts = async().readAll(List.of(
                session -> {
                    together.await();
                    return session.count(select(a));
                },
                session -> {
                    together.await();
                    return session.count(select(art));
                },
                session -> {
                    together.await();
                    return session.count(select(art).where(art.author.isNull()));
                }));
        // endregion
        assertThat(counts.join()).containsExactly(4L, 4L, 1L);
    }

    @Test
    void twoReadsAreMadeOne() {
        // region both
        CompletableFuture<String> page = async().readBoth(
                        session -> session.list(
                                selectValue(art.title).orderBy(art.id.asc()).limit(2)),
                        session -> session.count(select(art)),
                        (titles, number) -> titles + " of " + number);
        // endregion
        assertThat(page.join()).isEqualTo("[Engines, Notes] of 4");
    }

    @Test
    void oneThatFailsCancelsTheOthers() {
        AsyncSessions async = async();
        CompletableFuture<List<Object>> all = async.readAll(List.of(session -> session.list(LONG), session -> {
            await(this::isSleeping);
            throw new IOException("on purpose");
        }));

        assertThatThrownBy(() -> all.get(20, SECONDS)).cause().isInstanceOf(IOException.class);
        awaitIdle(async);
        assertThat(async.figures().cancelled()).isEqualTo(1);
    }

    @Test
    void aGatheringThatIsCancelledCancelsItsParts() {
        AsyncSessions async = async();
        CompletableFuture<List<Object>> all = async.readAll(List.of(session -> session.list(LONG)));
        await(this::isSleeping);
        all.cancel(true);

        awaitIdle(async);
        assertThat(isSleeping()).isFalse();
    }

    @Test
    void closingStopsAllAndWaitsForIt() {
        AsyncSessions async = async(1, 5);
        CompletableFuture<List<String>> slow = async.read(session -> session.list(LONG));
        CompletableFuture<Integer> next = async.read(session -> 2);
        await(this::isSleeping);

        async.close();

        assertThat(async.figures()).returns(0, AsyncFigures::atWork).returns(0, AsyncFigures::waiting);
        assertThat(slow).isCancelled();
        assertThat(next).isCancelled();
        failsAs(OrmError.WORK_REFUSED, async.read(session -> 3));
    }

    @Test
    void anExecutorThatRefusesIsToldClearly() {
        executor.shutdown();

        failsAs(OrmError.WORK_REFUSED, async().read(session -> 1));
    }

    @Test
    void stagesRunOnTheExecutorToo() {
        Thread stage = async().<Integer>read(session -> 1)
                .thenApply(one -> one + 1)
                .thenApplyAsync(two -> Thread.currentThread())
                .join();

        assertThat(stage.getName()).startsWith("pool-");
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
        try (EntityManagerFactory plain = Persistence.createEntityManagerFactory(
                "press",
                Map.of("jakarta.persistence.nonJtaDataSource", hidden, "eclipselink.session-name", "hidden"))) {
            AsyncSessions async = AsyncSessions.of(SessionFactory.of(plain), executor);
            CompletableFuture<List<String>> slow = async.read(session -> session.list(LONG));
            await(this::isSleeping);
            slow.cancel(true);

            awaitIdle(async);
            assertThat(isSleeping()).isFalse();
        }
    }

    private static DataSource hidden(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection ? hidden(connection) : result);
    }

    private static Connection hidden(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, result) -> method.getName().equals("isWrapperFor") ? false : result);
    }

    private static <T> T proxy(Class<T> type, T real, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return answer.to(method, method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private interface Answer {
        Object to(Method method, Object result);
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
