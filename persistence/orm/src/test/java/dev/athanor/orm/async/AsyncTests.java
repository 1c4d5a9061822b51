// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.selectValue;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlTypes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** What tests of units of work on other threads extend. */
abstract class AsyncTests extends SessionTest {
    protected static final Rows<String> LONG = selectValue(func("pg_sleep", SqlTypes.TEXT, 50.0));
    protected static final Rows<String> SHORT = selectValue(func("pg_sleep", SqlTypes.TEXT, 0.003));

    protected final QAuthor a = QAuthor.as("a");
    protected final QArticle art = QArticle.as("art");
    protected final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    final void end() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(20, SECONDS)).isTrue();
    }

    protected AsyncSessions async() {
        return AsyncSessions.of(sessions, executor);
    }

    protected AsyncSessions async(int atOnce, int waiting) {
        return AsyncSessions.of(
                sessions,
                Workers.of(executor),
                AsyncSettings.standard().atOnce(atOnce).waiting(waiting));
    }

    protected static Author author(Session session, long id) {
        return session.get(Author.class, id).orElseThrow();
    }

    protected String name(long id) {
        return read(session -> author(session, id).name());
    }

    protected static void awaitIdle(AsyncSessions async) {
        await(() -> async.figures().atWork() == 0 && async.figures().waiting() == 0);
    }

    protected static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, SECONDS)).isTrue();
    }

    protected boolean isSleeping() {
        return read(session -> session.entityManager()
                        .createNativeQuery("select count(*) from pg_stat_activity where state = 'active'"
                                + " and datname = current_database() and query like '%pg_sleep%'"
                                + " and pid <> pg_backend_pid()")
                        .getSingleResult())
                .equals(1L);
    }

    protected static void failsAs(OrmError code, CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(20, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
