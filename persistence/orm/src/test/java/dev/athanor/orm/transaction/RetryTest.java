// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Purse;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that others' do not let through are done again. */
class RetryTest extends SessionTest {
    private static final Attempts THREE = Attempts.of(3).waiting(Duration.ofMillis(1), Duration.ofMillis(5));

    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void fillPurses() {
        sessions.transaction(session -> session.addAll(List.of(new Purse(1, 100), new Purse(2, 100))));
    }

    private static Purse purse(Session session, long id) {
        return session.get(Purse.class, id).orElseThrow();
    }

    private int amount(long id) {
        return read(session -> purse(session, id).amount());
    }

    /** Another's transaction, from its beginning to its commit. */
    private void others(TransactionSettings settings, long from, long to) {
        CompletableFuture.runAsync(() -> sessions.with(settings).transaction(session -> {
                    int seen = purse(session, from).amount();
                    purse(session, to).put(seen / 100);
                }))
                .join();
    }

    private SessionFactory retrying(TransactionSettings settings) {
        return sessions.with(settings).retrying(THREE);
    }

    @Test
    void eachAttemptHasASessionOfItsOwnThatSeesWhatOthersDid() {
        List<Object> used = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        retrying(TransactionSettings.repeatableRead()).transaction(session -> {
            Purse purse = purse(session, 1);
            used.addAll(List.of(session, session.entityManager(), purse));
            seen.add(purse.amount());
            if (attempts.incrementAndGet() == 1) {
                others(TransactionSettings.standard(), 2, 1);
            }
            purse.put(10);
        });

        assertThat(seen).containsExactly(100, 101);
        assertThat(used).hasSize(6).doesNotHaveDuplicates();
        assertThat(amount(1)).isEqualTo(111);
    }

    @Test
    void whatIsRefusedAtTheCommitIsTriedAgain() {
        retrying(TransactionSettings.serializable()).transaction(session -> {
            int seen = purse(session, 1).amount();
            purse(session, 2).put(seen / 10);
            session.flush();
            if (attempts.incrementAndGet() == 1) {
                others(TransactionSettings.serializable(), 2, 1);
            }
        });

        assertThat(attempts).hasValue(2);
        assertThat(amount(1)).isEqualTo(101);
        assertThat(amount(2)).isEqualTo(110);
    }

    @Test
    void aDeadlockIsTriedAgain() {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> takeBoth(2, 1, bothHoldOne));
        takeBoth(1, 2, bothHoldOne);
        other.join();

        assertThat(attempts).hasValueGreaterThan(2); // who tries again may get the row before the other has woken up
        assertThat(amount(1)).isEqualTo(102);
        assertThat(amount(2)).isEqualTo(102);
    }

    private void takeBoth(long first, long second, CyclicBarrier bothHoldOne) {
        AtomicInteger own = new AtomicInteger();
        retrying(TransactionSettings.standard()).transaction(session -> {
            attempts.incrementAndGet();
            put(session, first);
            if (own.incrementAndGet() == 1) {
                await(bothHoldOne);
            }
            put(session, second);
        });
    }

    private static void put(Session session, long id) {
        session.entityManager()
                .createNativeQuery("update purse set amount = amount + 1 where id = " + id)
                .executeUpdate();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoIsNeverLetThroughIsTold() {
        assertThatThrownBy(() -> retrying(TransactionSettings.repeatableRead()).transaction(session -> {
                    Purse purse = purse(session, 1);
                    attempts.incrementAndGet();
                    others(TransactionSettings.standard(), 2, 1);
                    purse.put(10);
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RETRY_GIVEN_UP))
                .hasMessageContaining("after 3 attempts")
                .cause()
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.TRANSACTION_CONFLICT));
        assertThat(attempts).hasValue(3);
        assertThat(amount(1)).isEqualTo(103);
    }

    @Test
    void withoutBeingAskedToNothingIsTriedAgain() {
        assertThatThrownBy(() -> sessions.with(TransactionSettings.repeatableRead())
                        .transaction(session -> {
                            Purse purse = purse(session, 1);
                            attempts.incrementAndGet();
                            others(TransactionSettings.standard(), 2, 1);
                            purse.put(10);
                        }))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.TRANSACTION_CONFLICT));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatFailsByItselfIsNotTriedAgain() {
        assertThatThrownBy(() -> retrying(TransactionSettings.standard()).transaction(session -> {
                    attempts.incrementAndGet();
                    session.add(new Purse(1, 1));
                }))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.CONSTRAINT_VIOLATED));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void conflictsOfVersionsAreTriedAgainWhereThatIsSaid() {
        sessions.retrying(THREE.on(RetryReason.OPTIMISTIC_CONFLICT)).transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            if (attempts.incrementAndGet() == 1) {
                execute("update author set version = version + 1, name = 'Agatha' where id = 1");
            }
            ada.rename(ada.name() + " Augusta");
        });

        assertThat(attempts).hasValue(2);
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 1L).orElseThrow().name()))
                .isEqualTo("Agatha Augusta");
    }

    @Test
    void readingIsTriedAgainToo() {
        int seen = sessions.retrying(THREE).read(session -> {
            if (attempts.incrementAndGet() == 1) {
                session.entityManager()
                        .createNativeQuery("do $$ begin raise exception 'no' using errcode = '40001'; end $$")
                        .executeUpdate();
            }
            return purse(session, 1).amount();
        });

        assertThat(seen).isEqualTo(100);
        assertThat(attempts).hasValue(2);
    }
}
