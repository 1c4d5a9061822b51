// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.async.AsyncFigures;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.QInvoice;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;

/** Units of work on the server's threads. */
@SuppressWarnings("BanJNDI") // of the server's own names
class AsyncBeansTest extends SessionTest {
    private static final Rows<String> LONG = selectValue(func("pg_sleep", SqlTypes.TEXT, 50.0));
    private static final Rows<String> SHORT = selectValue(func("pg_sleep", SqlTypes.TEXT, 0.003));

    private final Couriers couriers = CDI.current().select(Couriers.class).get();
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final Desk desk = CDI.current().select(Desk.class).get();
    private final Vault vault = CDI.current().select(Vault.class).get();
    private final AsyncSessions async = couriers.async();
    private final QInvoice i = QInvoice.as("i");

    private String name(long id) {
        return read(session -> session.get(Author.class, id).orElseThrow().name());
    }

    private void awaitIdle() {
        await(() -> async.figures().atWork() == 0 && async.figures().waiting() == 0);
    }

    private boolean isSleeping() {
        return read(session -> session.entityManager()
                        .createNativeQuery("select count(*) from pg_stat_activity where state = 'active'"
                                + " and datname = current_database() and query like '%pg_sleep%'"
                                + " and pid <> pg_backend_pid()")
                        .getSingleResult())
                .equals(1L);
    }

    private void makeHistory() {
        execute(script("athanor-history.sql"));
    }

    private List<String> creators() {
        return read(session -> session.list(select(i).orderBy(i.id.asc())).stream()
                .map(Invoice::creator)
                .toList());
    }

    @Test
    void beansLetOtherThreadsWork() throws Exception {
        assertThat(couriers.rename(1, "Augusta").toCompletableFuture().get(20, SECONDS))
                .isEqualTo("Augusta");
        assertThat(couriers.figures().toCompletableFuture().get(20, SECONDS)).isEqualTo("4 authors, 4 articles");
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void whoIsLoggedInIsKnownThere() throws Exception {
        makeHistory();
        async.transaction(session -> session.add(new Invoice("10.50", "4242"))).get(20, SECONDS);

        assertThat(creators()).containsExactly("ann");
    }

    /** Who was at work before, on the same thread, is somebody else. */
    @Test
    void whoWaitsForATurnIsKnownThereToo() throws Exception {
        makeHistory();
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        CompletableFuture<List<Boolean>> nobodys = inThreadOfItsOwn(() -> async.readAll(List.of(
                session -> {
                    begun.countDown();
                    return enough.await(20, SECONDS);
                },
                session -> {
                    begun.countDown();
                    return enough.await(20, SECONDS);
                })));
        assertThat(begun.await(20, SECONDS)).isTrue();
        CompletableFuture<Void> anns = async.transaction(session -> session.add(new Invoice("10.50", "4242")));
        assertThat(async.figures().waiting()).isEqualTo(1);
        enough.countDown();

        anns.get(20, SECONDS);
        assertThat(nobodys.get(20, SECONDS)).containsExactly(true, true);
        assertThat(creators()).containsExactly("ann");
    }

    private static <T> CompletableFuture<T> inThreadOfItsOwn(Supplier<CompletableFuture<T>> work)
            throws InterruptedException {
        CompletableFuture<CompletableFuture<T>> given = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                given.complete(work.get());
            } catch (RuntimeException | Error e) {
                given.completeExceptionally(e);
            }
        });
        thread.start();
        thread.join();
        return given.join();
    }

    @Test
    void namesAndClassesOfTheApplicationAreKnownThere() throws Exception {
        CompletableFuture<String> name = async.read(session -> InitialContext.doLookup("java:app/AppName"));
        CompletableFuture<String> later = name.thenApplyAsync(first -> first + " " + nameOfTheApplication());

        assertThat(later.get(20, SECONDS)).isEqualTo("press press");
        assertThat(async.<ClassLoader>read(session -> Thread.currentThread().getContextClassLoader())
                        .get(20, SECONDS))
                .isSameAs(Thread.currentThread().getContextClassLoader());
    }

    private static String nameOfTheApplication() {
        try {
            return InitialContext.doLookup("java:app/AppName");
        } catch (NamingException e) {
            return e.toString();
        }
    }

    @Test
    void theTransactionIsNotTheCallers() throws Exception {
        String seen = archive.inTransaction(() -> {
            archive.author(1).rename("Augusta");
            archive.session().flush();
            return async.<String>read(session ->
                            session.get(Author.class, 1L).orElseThrow().name())
                    .get(20, SECONDS);
        });

        assertThat(seen).isEqualTo("Ada");
    }

    /** Beans that are called take part in it. */
    @Test
    void theTransactionIsTheContainers() throws Exception {
        assertThat(async.<String>read(session -> archive.author(1).name()).get(20, SECONDS))
                .isEqualTo("Ada");
        CompletableFuture<Void> failed = async.transaction(session -> {
            archive.author(1).rename("Augusta");
            throw new IOException("on purpose");
        });
        assertThatThrownBy(() -> failed.get(20, SECONDS)).cause().isInstanceOf(IOException.class);
        assertThat(name(1)).isEqualTo("Ada");
    }

    /** One that takes part in a transaction that is there, one of CDI, and an enterprise bean. */
    @Test
    void whatBeansWriteIsCommittedWithIt() throws Exception {
        async.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    archive.author(2).rename("Rob");
                    archive.inTransaction(() -> {
                        archive.author(3).rename("Cindy");
                        return true;
                    });
                    desk.rename(4, "Danny");
                })
                .get(20, SECONDS);

        assertThat(List.of(name(1), name(2), name(3), name(4))).containsExactly("Augusta", "Rob", "Cindy", "Danny");
    }

    @Test
    void whatTheDatabaseRefusesOfBeansIsNotCommitted() {
        CompletableFuture<Void> refused = async.transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            archive.session().add(new Tag("sql"));
        });

        assertThatThrownBy(() -> refused.get(20, SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.CONSTRAINT_VIOLATED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    /** The container has marked the transaction by then. */
    @Test
    void whatABeanFailsWithIsNoSilentCommit() {
        CompletableFuture<Void> failed = async.transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            assertThatThrownBy(() -> archive.inTransaction(() -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        });

        failsAs(OrmError.TRANSACTION_FAILED, failed);
        assertThat(name(1)).isEqualTo("Ada");
    }

    /** Each has read it for itself. */
    @Test
    void anEntityThatBeansChangeTooIsAConflict() {
        CompletableFuture<Void> both = async.transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            archive.author(1).rename("Agatha");
        });

        failsAs(OrmError.OPTIMISTIC_CONFLICT, both);
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void whatIsNestedInItIsUndoneAlone() throws Exception {
        async.transaction(session -> {
                    archive.author(1).rename("Augusta");
                    assertThatThrownBy(() -> vault.nested(() -> {
                                archive.author(1).rename("Agatha");
                                throw new IOException("on purpose");
                            }))
                            .isInstanceOf(IOException.class);
                })
                .get(20, SECONDS);

        assertThat(name(1)).isEqualTo("Augusta");
    }

    private static void failsAs(OrmError code, CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(20, SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void whatTakesTooLongIsCancelledInTheDatabaseAndRolledBack() {
        CompletableFuture<Void> late = async.within(Duration.ofMillis(500)).transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            session.flush();
            session.list(LONG);
        });

        failsAs(OrmError.WORK_TIMED_OUT, late);
        awaitIdle();
        assertThat(isSleeping()).isFalse();
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void whatIsCancelledIsCancelledInTheDatabaseAndRolledBack() {
        CompletableFuture<Void> slow = async.transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            session.flush();
            session.list(LONG);
        });
        await(this::isSleeping);

        assertThat(slow.cancel(true)).isTrue();

        assertThatThrownBy(slow::join).isInstanceOf(CancellationException.class);
        awaitIdle();
        assertThat(isSleeping()).isFalse();
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void cancellationsNeverHitOthers() {
        long before = async.figures().cancelled();
        for (int time = 0; time < 100; time++) {
            CompletableFuture<List<String>> future = async.read(session -> session.list(SHORT));
            long until = System.nanoTime() + time * 60_000L;
            while (System.nanoTime() < until && !future.isDone()) {
                Thread.onSpinWait();
            }
            future.cancel(true);
            List<String> own = read(session -> session.list(SHORT));
            assertThat(own).hasSize(1);
        }
        awaitIdle();
        assertThat(async.figures().cancelled()).isGreaterThan(before);
    }

    @Test
    void onlySoManyAreAtWork() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        CompletableFuture<List<Boolean>> all = async.readAll(Collections.nCopies(5, session -> {
            begun.countDown();
            return enough.await(20, SECONDS);
        }));
        assertThat(begun.await(20, SECONDS)).isTrue();

        assertThat(async.figures()).returns(2, AsyncFigures::atWork).returns(3, AsyncFigures::waiting);
        enough.countDown();
        assertThat(all.get(20, SECONDS)).hasSize(5).doesNotContain(false);
    }
}
