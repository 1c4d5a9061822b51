// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.press.Author;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units of work on other threads; in a server, AsyncBeansTest shows the same. */
@InJavaSe
@Timeout(60)
class AsyncSessionsTest extends AsyncTests {
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
}
