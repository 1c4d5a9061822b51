// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Purse;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.junit.jupiter.api.Test;

/** Methods that are done again, with transactions of the container's and of their own. */
class RetriedBeansTest extends PurseTest {
    private static final int THREADS = 16;
    private static final int TRANSFERS = 5;

    private final OwnTill ownTill = CDI.current().select(OwnTill.class).get();
    private final SessionFactory factory = archive.sessions();
    private final ManagedExecutorService executor = archive.executor();
    private final AtomicInteger attempts = new AtomicInteger();

    private int amountNow(long id) {
        return this.<Integer>read(own -> own.get(Purse.class, id).orElseThrow().amount());
    }

    /** Another's transaction, from its beginning to its commit. */
    private void others(long from, long to) {
        CompletableFuture.runAsync(
                        () -> factory.with(TransactionSettings.serializable()).transaction(own -> {
                            int seen = own.get(Purse.class, from).orElseThrow().amount();
                            own.get(Purse.class, to).orElseThrow().put(seen / 100);
                        }),
                        task -> new Thread(task).start())
                .join();
    }

    @Test
    void eachAttemptHasAPersistenceContextOfItsOwn() throws Exception {
        List<Object> used = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        vault.retrying(() -> {
            Purse purse = purse(1);
            used.add(session.entityManager().unwrap(UnitOfWork.class));
            used.add(purse);
            seen.add(purse.amount());
            if (attempts.incrementAndGet() == 1) {
                others(2, 1);
            }
            purse.put(10);
            session.flush();
            return 0;
        });
        assertThat(seen).containsExactly(100, 101);
        assertThat(used).hasSize(4).doesNotHaveDuplicates();
        assertThat(amountNow(1)).isEqualTo(111);
    }

    @Test
    void whatIsRefusedWhenTheContainerCommitsIsTriedAgain() throws Exception {
        vault.retrying(() -> {
            Purse purse = purse(1);
            if (attempts.incrementAndGet() == 1) {
                others(2, 1);
            }
            purse.put(10);
            return 0;
        });
        assertThat(attempts).hasValue(2);
        assertThat(amountNow(1)).isEqualTo(111);
    }

    private int skewed() {
        int seen = purse(1).amount();
        purse(2).put(seen / 10);
        session.flush();
        if (attempts.incrementAndGet() == 1) {
            others(2, 1);
        }
        return seen;
    }

    @Test
    void whatTheDatabaseRefusesToCommitIsTriedAgain() throws Exception {
        assertThat(vault.retrying(this::skewed)).isEqualTo(101);
        assertThat(attempts).hasValue(2);
        assertThat(amountNow(2)).isEqualTo(110);
    }

    @Test
    void aBeanThatBeginsItsTransactionsItselfDoesSoAgain() throws Exception {
        assertThat(ownTill.serializable(this::skewed)).isEqualTo(101);
        assertThat(attempts).hasValue(2);
        assertThat(amountNow(2)).isEqualTo(110);
    }

    private Callable<Integer> neverLetThrough() {
        return () -> {
            Purse purse = purse(1);
            attempts.incrementAndGet();
            others(2, 1);
            purse.put(10);
            return 0;
        };
    }

    @Test
    void whoIsNeverLetThroughIsTold() {
        assertThatThrownBy(() -> vault.retrying(neverLetThrough()))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RETRY_GIVEN_UP))
                .hasMessageContaining("after 3 attempts");
        assertThat(attempts).hasValue(3);
        assertThat(amountNow(1)).isEqualTo(103);
    }

    @Test
    void withinATransactionNothingIsTriedAgain() {
        fails(
                cause -> cause instanceof SqlException e
                        && e.sqlState().filter("40001"::equals).isPresent(),
                () -> till.serializable(() -> vault.retrying(neverLetThrough())));
        assertThat(attempts).hasValue(1);
        assertThat(amountNow(1)).isEqualTo(101);
    }

    @Test
    void aTransactionOfItsOwnIsTriedAgain() throws Exception {
        archive.inTransaction(() -> {
            rename("Augusta");
            return vault.retryingApart(this::skewed);
        });
        assertThat(attempts).hasValue(2);
        assertThat(amountNow(2)).isEqualTo(110);
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    private Callable<Integer> conflicting() {
        return () -> {
            Author author = author();
            if (attempts.incrementAndGet() == 1) {
                execute("update author set version = version + 1, name = 'Agatha' where id = 1");
            }
            author.rename(author.name() + " Augusta");
            return 0;
        };
    }

    @Test
    void aConflictAtTheContainersCommitIsToldAsItIs() {
        fails(
                cause -> code(OrmError.OPTIMISTIC_CONFLICT).test(cause)
                        && String.valueOf(cause.getMessage()).startsWith("Author 1 was changed"),
                () -> archive.inTransaction(conflicting()));
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void aConflictIsTriedAgainWhereThatIsSaid() throws Exception {
        vault.retryingOnConflicts(conflicting());
        assertThat(attempts).hasValue(2);
        assertThat(nameNow()).isEqualTo("Agatha Augusta");
    }

    @Test
    void everyTransferIsDoneOrTold() throws Exception {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(executor.submit(() -> {
                for (int n = 0; n < TRANSFERS; n++) {
                    try {
                        vault.transfer(1, 2, 1);
                        moved.incrementAndGet();
                    } catch (OrmException e) {
                        assertThat(e.code()).isEqualTo(OrmError.RETRY_GIVEN_UP);
                        told.incrementAndGet();
                    }
                }
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        assertThat(moved.get() + told.get()).isEqualTo(THREADS * TRANSFERS);
        assertThat(vault.purses()).extracting(Purse::amount).containsExactly(100 - moved.get(), 100 + moved.get());
    }
}
