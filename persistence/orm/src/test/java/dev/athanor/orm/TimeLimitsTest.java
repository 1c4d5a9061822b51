// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.Rows;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How long things may take. */
class TimeLimitsTest extends SessionTest {
    private static final Rows<String> LONG = selectValue(func("pg_sleep", SqlTypes.TEXT, 50.0));

    private final QAuthor a = QAuthor.as("a");

    private static SessionFactory limited(TimeLimits limits) {
        return SessionFactory.of(factory(), SessionSettings.standard().limits(limits));
    }

    private static void failsAs(SqlError code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(SqlException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static void failsAs(OrmError code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private String name(long id) {
        return read(session -> session.get(Author.class, id).orElseThrow().name());
    }

    private static String shown(Session session, String setting) {
        return session.one(selectValue(func("current_setting", SqlTypes.TEXT, setting)));
    }

    private static Sleep sleep(double seconds) {
        return session -> session.list(selectValue(func("pg_sleep", SqlTypes.TEXT, seconds)));
    }

    private static void spin(Instant begin, long millis) {
        while (Duration.between(begin, Instant.now()).toMillis() < millis) {
            Thread.onSpinWait();
        }
    }

    /** A statement that runs when its transaction ends, or the next one, fails. */
    @Test
    void manyShortStatementsHaveNoMoreTimeThanTheirTransaction() {
        SessionFactory hasty = limited(TimeLimits.none().transaction(Duration.ofMillis(400)));
        Instant begin = Instant.now();

        assertThatThrownBy(() -> hasty.transaction(session -> {
                    for (int i = 0; i < 200; i++) {
                        sleep(0.05).in(session);
                    }
                }))
                .isInstanceOfAny(SqlException.class, OrmException.class);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private interface Sleep {
        List<String> in(Session session);
    }

    @Test
    void aStatementThatTakesTooLongFailsAndItsTransactionIsRolledBack() {
        // region limits
        SessionSettings settings = SessionSettings.standard()
                .limits(TimeLimits.none()
                        .statement(Duration.ofMillis(300))
                        .lock(Duration.ofMillis(200))
                        .transaction(Duration.ofSeconds(20)));
        SessionFactory sessions = SessionFactory.of(factory(), settings);
        // endregion
        failsAs(
                SqlError.STATEMENT_CANCELLED,
                () -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.flush();
                    session.list(LONG);
                }));
        assertThat(name(1)).isEqualTo("Ada");
        assertThat(sessions.<Long, RuntimeException>read(session -> session.count(select(a))))
                .isEqualTo(4);
    }

    @Test
    void whatEclipseLinkRunsIsLimitedToo() {
        SessionFactory hasty = limited(TimeLimits.none().statement(Duration.ofMillis(300)));

        failsAs(
                SqlError.STATEMENT_CANCELLED,
                () -> hasty.<Object, RuntimeException>read(session -> {
                    EntityManager entities = session.entityManager();
                    try {
                        return entities.createNativeQuery("select pg_sleep(50)").getSingleResult();
                    } catch (PersistenceException e) {
                        throw SqlException.of((SQLException) root(e), "");
                    }
                }));
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    @Test
    void aWaitForALockEnds() {
        SessionFactory hasty = limited(TimeLimits.none().lock(Duration.ofMillis(200)));

        sessions.transaction(session -> {
            session.one(select(a).where(a.id.eq(1L)).lock(forUpdate()));
            failsAs(
                    SqlError.LOCK_UNAVAILABLE,
                    () -> hasty.transaction(other -> {
                        other.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    }));
        });
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aTransactionThatTakesTooLongFailsAndIsRolledBack() {
        SessionFactory hasty = limited(TimeLimits.none().transaction(Duration.ofMillis(400)));
        Instant begin = Instant.now();

        failsAs(
                OrmError.TRANSACTION_TIMED_OUT,
                () -> hasty.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    spin(begin, 450);
                    session.list(select(a));
                }));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aStatementHasNoMoreTimeThanItsTransaction() {
        SessionFactory hasty = limited(TimeLimits.none().transaction(Duration.ofMillis(400)));

        failsAs(
                SqlError.STATEMENT_CANCELLED,
                () -> hasty.transaction(session -> {
                    sleep(0.2).in(session);
                    session.list(LONG);
                }));
    }

    @Test
    void whatIsLateIsNotCommitted() {
        SessionFactory hasty = limited(TimeLimits.none().transaction(Duration.ofMillis(300)));
        Instant begin = Instant.now();

        failsAs(
                OrmError.TRANSACTION_TIMED_OUT,
                () -> hasty.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    spin(begin, 350);
                }));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aPartMayHaveOtherLimits() {
        SessionFactory hasty = limited(TimeLimits.none().statement(Duration.ofSeconds(7)));
        hasty.transaction(session -> {
            assertThat(shown(session, "statement_timeout")).isEqualTo("7s");
            // region part
            List<Author> authors =
                    session.limited(TimeLimits.none().statement(Duration.ofSeconds(2)), () -> session.list(select(a)));
            // endregion
            assertThat(authors).hasSize(4);
            assertThat(session.limited(
                            TimeLimits.none().lock(Duration.ofSeconds(3)),
                            () -> shown(session, "statement_timeout") + shown(session, "lock_timeout")))
                    .isEqualTo("7s3s");
            assertThat(shown(session, "statement_timeout") + shown(session, "lock_timeout"))
                    .isEqualTo("7s0");
        });
    }

    @Test
    void aPartOfASessionWithoutLimitsMayHaveSome() {
        sessions.transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            failsAs(
                    SqlError.STATEMENT_CANCELLED,
                    () -> session.nested(inner -> session.limited(
                            TimeLimits.none().statement(Duration.ofMillis(200)), () -> session.list(LONG))));
            assertThat(shown(session, "statement_timeout")).isEqualTo("0");
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void limitsHoldAfterANestedBlockWasUndone() {
        limited(TimeLimits.none().statement(Duration.ofSeconds(7))).transaction(session -> {
            shown(session, "statement_timeout");
            assertThatThrownBy(() -> session.nested(inner -> {
                        session.limited(TimeLimits.none().statement(Duration.ofSeconds(2)), () -> {
                            session.list(select(a));
                            throw new IllegalStateException("on purpose");
                        });
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(shown(session, "statement_timeout")).isEqualTo("7s");
        });
    }

    @Test
    void aTransactionThatTakesTooLongInANestedBlockIsOver() {
        assertThatThrownBy(() -> limited(TimeLimits.none().transaction(Duration.ofMillis(500)))
                        .transaction(session -> {
                            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                            assertThatThrownBy(() -> session.nested(inner -> {
                                        inner.get(Author.class, 2L)
                                                .orElseThrow()
                                                .rename("Rob");
                                        inner.flush();
                                        inner.list(LONG);
                                    }))
                                    .matches(TimeLimitsTest::isOutOfTime, "is out of time");
                        }))
                .isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                        .isIn(OrmError.TRANSACTION_TIMED_OUT, OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    /** While a statement ran, or just before one. */
    private static boolean isOutOfTime(Throwable failure) {
        return failure instanceof SqlException stopped
                ? stopped.code() == SqlError.STATEMENT_CANCELLED
                : failure instanceof OrmException refused && refused.code() == OrmError.TRANSACTION_TIMED_OUT;
    }

    /** What the database was told within the block, it does not know after it. */
    @Test
    void whatIsLeftOfATransactionIsKnownAfterANestedBlockWasUndone() {
        limited(TimeLimits.none().transaction(Duration.ofSeconds(4))).transaction(session -> {
            Instant begin = Instant.now();
            session.list(select(a));
            assertThatThrownBy(() -> session.nested(inner -> {
                        spin(begin, 2000);
                        session.list(select(a));
                        throw new IllegalStateException("on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(session.one(selectValue(Sql.text(
                            SqlTypes.INTEGER,
                            "(select setting::int from pg_settings where name = 'statement_timeout')"))))
                    .isLessThanOrEqualTo(2400);
        });
    }

    @Test
    void nothingIsLeftOnTheConnection() {
        limited(TimeLimits.none().statement(Duration.ofSeconds(7))).transaction(session -> session.list(select(a)));

        String after = read(session -> shown(session, "statement_timeout"));
        assertThat(after).isEqualTo("0");
    }

    @InJavaSe
    @Test
    void eachTransactionOfAnEntityManagerHasItsLimits() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(
                    entities,
                    SessionSettings.standard().limits(TimeLimits.none().statement(Duration.ofSeconds(7))));
            for (int i = 0; i < 3; i++) {
                entities.getTransaction().begin();
                assertThat(shown(session, "statement_timeout")).isEqualTo("7s");
                if (i == 1) {
                    entities.getTransaction().rollback();
                } else {
                    entities.getTransaction().commit();
                }
            }
        }
    }

    @Test
    void aLimitIsTime() {
        assertThatThrownBy(() -> TimeLimits.none().statement(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimeLimits.none().lock(Duration.ofDays(100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
