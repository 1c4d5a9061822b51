// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QNotice;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void theFirstUseOfAUnitMayBeByManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (EntityManagerFactory fresh = freshFactory()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return read(fresh);
                }));
            }
            start.countDown();
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(3 + 3 + 3);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
