// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QNotice;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.QTreasure;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;

@InJavaSe
class ConcurrencyTest extends SessionTest {
    private static final int THREADS = 32;

    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private int read(EntityManagerFactory fresh) {
        return SessionFactory.of(fresh).<Integer, RuntimeException>read(session -> {
            int articles = session.list(select(a).options(selectin(a.articles).then(selectin(art.tags)))).stream()
                    .mapToInt(author -> author.articles().size())
                    .sum();
            return articles
                    + session.list(select(QMedia.as("m"))).size()
                    + session.list(select(QNotice.as("n"))).size();
        });
    }

    /** Does all of it at the same time, and gives what each has led to. */
    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            CountDownLatch ready = new CountDownLatch(works.size());
            List<Future<T>> results = new ArrayList<>();
            for (Callable<? extends T> work : works) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> result : results) {
                done.add(result.get(60, TimeUnit.SECONDS));
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theFirstUseOfAUnitMayBeByManyThreads() throws Exception {
        try (EntityManagerFactory fresh = freshFactory()) {
            assertThat(atOnce(Collections.nCopies(THREADS, () -> read(fresh)))).containsOnly(3 + 3 + 3);
        }
    }

    @Test
    void theFirstUsesOfAUnitMayBeOfAllKinds() throws Exception {
        try (EntityManagerFactory fresh = freshFactory()) {
            AtomicInteger names = new AtomicInteger();
            List<Task<RuntimeException>> kinds = List.of(
                    session -> session.add(new Tag("added " + names.incrementAndGet())),
                    session -> session.bulk().insert(List.of(new Tag("copied " + names.incrementAndGet()))),
                    session -> assertThatThrownBy(() -> session.nested(inner -> {
                                inner.add(new Tag("undone " + names.incrementAndGet()));
                                throw new IllegalStateException("undone");
                            }))
                            .hasMessage("undone"),
                    session -> assertThat(session.getAll(Author.class, List.of(1L, 2L)))
                            .hasSize(2),
                    session -> assertThat(session.list(select(a).options(joined(a.articles))))
                            .hasSize(4),
                    session ->
                            assertThat(session.list(select(QTreasure.as("t")))).isEmpty(),
                    session -> assertThat(session.execute(
                                    update(a).set(a.name, a.name).where(a.id.eq(4L))))
                            .isEqualTo(1),
                    session -> assertThat(session.count(select(art))).isEqualTo(4));
            List<Callable<Boolean>> works = IntStream.range(0, THREADS)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        SessionFactory.of(fresh).transaction(kinds.get(number % kinds.size()));
                        return true;
                    })
                    .toList();
            assertThat(atOnce(works)).hasSize(THREADS);
        }
        QTag t = QTag.as("t");
        assertThat(this.<Long>read(session -> session.count(select(t).where(t.name.like("added %")))))
                .isEqualTo(THREADS / 8);
        assertThat(this.<Long>read(session -> session.count(select(t).where(t.name.like("copied %")))))
                .isEqualTo(THREADS / 8);
        assertThat(this.<Long>read(session -> session.count(select(t).where(t.name.like("undone %")))))
                .isZero();
    }

    /** Nothing that outlives it holds it: no cache of statements, of types or of plans. */
    @Test
    void aFactoryThatIsClosedIsHeldByNobody() {
        WeakReference<ServerSession> closed = usedAndClosed();
        Instant deadline = Instant.now().plusSeconds(30);
        while (closed.get() != null && Instant.now().isBefore(deadline)) {
            System.gc();
        }
        assertThat(closed.get()).isNull();
    }

    private WeakReference<ServerSession> usedAndClosed() {
        try (EntityManagerFactory fresh = freshFactory();
                EntityManager entities = fresh.createEntityManager()) {
            assertThat(read(fresh)).isEqualTo(3 + 3 + 3);
            SessionFactory.of(fresh).transaction(session -> {
                session.list(select(QTreasure.as("t")));
                session.bulk().insert(List.of(new Tag("copied")));
                session.nested(inner -> inner.add(new Tag("added")));
            });
            return new WeakReference<>(entities.unwrap(ServerSession.class));
        }
    }
}
