// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.select;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.Task;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a transaction ends it from within a block, too. */
class NestedEndTest extends BlockTests {
    private final QAuthor a = QAuthor.as("a");

    private static void fail(Session session, String state) {
        session.entityManager()
                .createNativeQuery("do $$ begin raise exception 'failed' using errcode = '" + state + "'; end $$")
                .executeUpdate();
    }

    /** Does something in a block, minds no exception, goes on, and wants to commit. */
    private void nothingIsCommittedAfter(Task<RuntimeException> task) {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    author(session, 1).rename("Augusta");
                    assertThatThrownBy(() -> session.nested(task))
                            .satisfies(failure -> assertThat(failure.getSuppressed())
                                    .singleElement()
                                    .isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                                            .isEqualTo(OrmError.TRANSACTION_FAILED)));
                    assertThatThrownBy(() -> session.nested(inner -> {}))
                            .isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                                    .isEqualTo(OrmError.TRANSACTION_FAILED))
                            .hasMessageContaining("rolled back");
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "57P01"})
    void aTransactionThatIsGivenUpIsOver(String state) {
        nothingIsCommittedAfter(session -> fail(session, state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void itIsOverEvenIfTheFailureWasCaught(String state) {
        nothingIsCommittedAfter(
                session -> assertThatThrownBy(() -> fail(session, state)).isInstanceOf(RuntimeException.class));
    }

    @Test
    void itIsOverFromBlocksWithinBlocks() {
        nothingIsCommittedAfter(session -> assertThatThrownBy(() -> session.nested(inner -> fail(inner, "40P01")))
                .isInstanceOf(RuntimeException.class));
    }

    /** Whoever is the victim. */
    @InJavaSe
    @Test
    void aDeadlockWithOthersIsTheEnd() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        CompletableFuture<Boolean> others =
                CompletableFuture.supplyAsync(() -> isCommitted(2, 1, "other", bothHoldOne));
        boolean own = isCommitted(1, 2, "own", bothHoldOne);

        assertThat(others.get(30, SECONDS)).isEqualTo(!own);
        assertThat(List.of(name(1), name(2))).containsOnly(own ? "own" : "other");
    }

    private boolean isCommitted(long first, long second, String name, CyclicBarrier bothHoldOne) {
        try {
            sessions.transaction(session -> {
                author(session, first).rename(name);
                session.flush();
                await(bothHoldOne);
                try {
                    session.nested(inner -> author(inner, second).rename(name));
                } catch (SqlException e) {
                    assertThat(e.code()).isEqualTo(SqlError.TRANSACTION_CONFLICT);
                }
            });
            return true;
        } catch (OrmException e) {
            assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED);
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @InJavaSe
    @Test
    void aConnectionThatIsLostIsTheEnd() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    author(session, 1).rename("Augusta");
                    assertThatThrownBy(() -> session.nested(inner -> inner.entityManager()
                                    .createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
                                    .getSingleResult()))
                            .isInstanceOf(RuntimeException.class);
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @InJavaSe
    @Test
    void aTransactionThatIsEndedInABlockIsAnError() {
        assertThatThrownBy(() -> sessions.transaction(session -> session.nested(inner -> {
                    author(inner, 1).rename("Augusta");
                    inner.entityManager().getTransaction().rollback();
                })))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED))
                .hasMessageContaining("ended within a nested block");
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void whatCanBeUndoneIsNoEnd() {
        sessions.transaction(session -> {
            author(session, 1).rename("Augusta");
            assertThatThrownBy(() -> session.nested(inner -> fail(inner, "57014")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(session.list(select(a))).hasSize(4);
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }
}
