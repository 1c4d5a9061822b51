// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.plain.Note;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Purse;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What beans say of their transactions holds in the container's. */
class TransactionRulesTest extends SessionTest {
    private static final int THREADS = 16;
    private static final int TRANSFERS = 5;

    private final Vault vault = CDI.current().select(Vault.class).get();
    private final Till till = CDI.current().select(Till.class).get();
    private final OwnTill ownTill = CDI.current().select(OwnTill.class).get();
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final Session session = archive.session();
    private final SessionFactory factory = archive.sessions();
    private final ManagedExecutorService executor = archive.executor();
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void fillPurses() {
        factory.transaction(own -> own.addAll(List.of(new Purse(1, 100), new Purse(2, 100))));
    }

    private String asked(String what) {
        return (String) session.entityManager()
                .createNativeQuery("select current_setting('" + what + "')")
                .getSingleResult();
    }

    private Author author() {
        return session.get(Author.class, 1L).orElseThrow();
    }

    private String rename(String name) {
        author().rename(name);
        return name;
    }

    private String nameNow() {
        return read(own -> own.get(Author.class, 1L).orElseThrow().name());
    }

    private Purse purse(long id) {
        return session.get(Purse.class, id).orElseThrow();
    }

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

    private static void fails(Predicate<Throwable> reason, ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(failure -> {
            List<Throwable> causes = new ArrayList<>();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                causes.add(cause);
            }
            assertThat(causes).anyMatch(reason);
        });
    }

    private static Predicate<Throwable> code(OrmError code) {
        return cause -> cause instanceof OrmException own && own.code() == code;
    }

    private static boolean isWriteRefused(Throwable cause) {
        return cause instanceof SqlException refused && refused.code() == SqlError.WRITE_REFUSED;
    }

    @Test
    void aTransactionIsAsItsMethodSays() throws Exception {
        assertThat(vault.serializable(() -> asked("transaction_isolation"))).isEqualTo("serializable");
        assertThat(vault.serializable(session::isolation)).isEqualTo(IsolationLevel.SERIALIZABLE);
        assertThat(vault.report(() -> asked("transaction_isolation") + asked("transaction_read_only")))
                .isEqualTo("repeatable readon");
        assertThat(till.serializable(() -> asked("transaction_isolation"))).isEqualTo("serializable");
        assertThat(till.reading(() -> asked("transaction_read_only"))).isEqualTo("on");
        assertThat(till.readingApart(() -> asked("transaction_read_only"))).isEqualTo("on");
    }

    @Test
    void nothingOfItIsLeftToTheNextOnTheConnection() throws Exception {
        long used = vault.report(this::backend);

        List<String> next = archive.inTransaction(() -> List.of(
                asked("transaction_isolation"),
                asked("transaction_read_only"),
                asked("default_transaction_isolation"),
                asked("default_transaction_read_only")));
        assertThat(next).containsExactly("read committed", "off", "read committed", "off");
        assertThat(archive.inTransaction(this::backend)).as("the same connection").isEqualTo(used);
    }

    private long backend() {
        return ((Number) session.entityManager()
                        .createNativeQuery("select pg_backend_pid()")
                        .getSingleResult())
                .longValue();
    }

    @Test
    void whoTakesPartNeedsTheSameIsolation() throws Exception {
        assertThat(till.serializable(() -> vault.serializable(() -> rename("Augusta"))))
                .isEqualTo(nameNow());
        fails(code(OrmError.ISOLATION_REFUSED), () -> archive.inTransaction(() -> vault.serializable(() -> rename("Agatha"))));
        fails(code(OrmError.ISOLATION_REFUSED), () -> till.serializable(() -> vault.report(this::author)));
        fails(
                code(OrmError.ISOLATION_REFUSED),
                () -> archive.inTransaction(() -> {
                    rename("Agatha");
                    session.flush();
                    return till.serializable(this::author);
                }));
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    @Test
    void whatOnlyReadsIsRefusedToWrite() {
        fails(TransactionRulesTest::isWriteRefused, () -> vault.reading(() -> rename("Augusta")));
        fails(
                TransactionRulesTest::isWriteRefused,
                () -> vault.reading(() -> {
                    rename("Augusta");
                    session.flush();
                    return 0;
                }));
        fails(TransactionRulesTest::isWriteRefused, () -> till.reading(() -> rename("Augusta")));
        fails(TransactionRulesTest::isWriteRefused, () -> till.readingApart(() -> rename("Augusta")));
        assertThat(nameNow()).isEqualTo("Ada");
    }

    @Test
    void whatOnlyReadsLeavesTheRestOfATransactionToWrite() throws Exception {
        archive.inTransaction(() -> {
            rename("Agatha");
            assertThat(vault.reading(() -> author().name())).isEqualTo("Agatha");
            assertThat(vault.readingPart(() -> asked("transaction_read_only"))).isEqualTo("on");
            assertThat(till.reading(() -> asked("transaction_read_only"))).isEqualTo("on");
            assertThat(asked("transaction_read_only")).isEqualTo("off");
            fails(TransactionRulesTest::isWriteRefused, () -> vault.readingPart(() -> rename("Augusta")));
            assertThat(author().name()).isEqualTo("Agatha");
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void whatOnlyReadsCallsWhatOnlyReads() throws Exception {
        assertThat(till.readingApart(() -> vault.readingPart(() -> author().name())))
                .isEqualTo("Ada");
    }

    @Test
    void withoutATransactionThereIsNoPartOfOne() {
        fails(code(OrmError.TRANSACTION_NEEDED), () -> vault.readingPart(() -> author().name()));
        fails(code(OrmError.TRANSACTION_NEEDED), () -> vault.nested(() -> author().name()));
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
                        && cause.getMessage().startsWith("Author 1 was changed"),
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
    void whatIsNestedIsUndoneAlone() throws Exception {
        archive.inTransaction(() -> {
            rename("Agatha");
            assertThatThrownBy(() -> vault.nested(() -> {
                        rename("Augusta");
                        throw new IOException("no");
                    }))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> vault.nestedNumber(() -> {
                        session.add(new Purse(1, 1));
                        return 0;
                    }))
                    .isInstanceOf(SqlException.class);
            assertThat(author().name()).isEqualTo("Agatha");
            assertThat(vault.nested(() -> purse(2).amount())).isEqualTo(100);
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void whatIsNestedAndTransactionalIsUndoneAlone() throws Exception {
        archive.inTransaction(() -> {
            rename("Agatha");
            for (Exception reason : List.of(new IllegalStateException("no"), new IOException("no"))) {
                assertThatThrownBy(() -> vault.nestedTransaction(() -> {
                            rename("Augusta");
                            throw reason;
                        }))
                        .isSameAs(reason);
            }
            assertThatThrownBy(() -> vault.nestedTransaction(() -> {
                        rename("Augusta");
                        throw new AssertionError("no");
                    }))
                    .isInstanceOf(AssertionError.class);
            assertThat(author().name()).isEqualTo("Agatha");
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void whatIsNestedAndBeginsTheTransactionIsRolledBack() throws Exception {
        assertThatThrownBy(() -> vault.nestedTransaction(() -> {
                    rename("Augusta");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(nameNow()).isEqualTo("Ada");

        vault.nestedTransaction(() -> rename("Augusta"));
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    @Test
    void anotherUnitIsNestedByItsName() throws Exception {
        execute("create table note (id bigint primary key, text text)");
        archive.inTransaction(() -> {
            rename("Augusta");
            assertThatThrownBy(() -> vault.nestedNotes(() -> {
                        CDI.current()
                                .select(Session.class, new Notes.Literal())
                                .get()
                                .add(new Note(1L, "x"));
                        throw new IOException("no");
                    }))
                    .isInstanceOf(IOException.class);
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    @Test
    void whatIsRefusedInAPartIsLeftOut() throws Exception {
        archive.inTransaction(() -> {
            for (long id : List.of(2L, 3L)) {
                try {
                    vault.open(id);
                } catch (SqlException e) {
                    rename("two of " + id);
                }
            }
            return 0;
        });
        assertThat(vault.purses()).extracting(Purse::id).containsExactly(1L, 2L, 3L);
        assertThat(nameNow()).isEqualTo("two of 2");
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
