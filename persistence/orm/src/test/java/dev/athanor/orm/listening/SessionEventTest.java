// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.ConnectionEvent;
import dev.athanor.orm.event.FlushEvent;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.SessionListener;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.junit.jupiter.api.Test;

/** What is told of transactions, flushes and statements, and what listeners can do about it. */
class SessionEventTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final Heard heard = new Heard();

    private SessionFactory listening() {
        return SessionFactory.of(factory(), heard.settings());
    }

    private boolean eveIsThere() {
        return read(session -> session.exists(select(a).where(a.id.eq(9L))));
    }

    private static <E extends SessionEvent> SessionFactory refusing(Class<E> kind) {
        return SessionFactory.of(factory(), SessionSettings.standard().on(kind, event -> {
            throw new IllegalStateException("not today");
        }));
    }

    @InJavaSe
    @Test
    void aTransactionIsToldFromItsBeginToItsEnd() {
        listening().transaction(session -> session.one(select(a).where(a.id.eq(1L)))
                .rename("Augusta"));
        assertThat(heard.names())
                .containsExactly(
                        "AfterBegin",
                        "BeforeStatement",
                        "AfterStatement",
                        "BeforeCommit",
                        "BeforeFlush",
                        "BeforeUpdate",
                        "BeforeStatement",
                        "AfterStatement",
                        "AfterUpdate",
                        "AfterFlush",
                        "AfterCommit");
        assertThat(heard.of(SessionEvent.class)).allMatch(event -> event.scope().number() > 0);
        assertThat(heard.of(SessionEvent.class))
                .extracting(event -> event.scope().number())
                .containsOnly(
                        heard.one(TransactionEvent.AfterBegin.class).scope().number());
    }

    @Test
    void readingFlushesOnlyWhatIsPending() {
        listening().transaction(session -> {
            Author ada = session.one(select(a).where(a.id.eq(1L)));
            session.list(select(a));
            assertThat(heard.names()).doesNotContain("BeforeFlush");
            ada.rename("Augusta");
            assertThat(session.list(select(a).where(a.name.eq("Augusta")))).containsExactly(ada);
            assertThat(heard.names()).containsOnlyOnce("BeforeFlush");
        });
    }

    @InJavaSe
    @Test
    void aTransactionThatChangesNothingCommitsToo() {
        listening().transaction(session -> session.noAutoflush(() -> session.exists(select(a))));
        assertThat(heard.names())
                .containsExactly(
                        "AfterBegin",
                        "BeforeStatement",
                        "AfterStatement",
                        "BeforeCommit",
                        "BeforeFlush",
                        "AfterFlush",
                        "AfterCommit");
    }

    @Test
    void aRollbackIsToldOnce() {
        assertThatThrownBy(() -> listening().transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(heard.names()).endsWith("AfterUpdate", "AfterFlush", "AfterRollback");
        assertThat(heard.of(TransactionEvent.AfterRollback.class)).hasSize(1);
        assertThat(heard.of(TransactionEvent.AfterCommit.class)).isEmpty();
    }

    @Test
    void aFailedCommitIsARollback() {
        assertThatThrownBy(() -> listening().transaction(session -> session.add(new Author(1L, "again"))))
                .isInstanceOf(SqlException.class);
        assertThat(heard.of(StatementEvent.FailedStatement.class)).hasSize(1);
        assertThat(heard.of(StatementEvent.AfterStatement.class)).isEmpty();
        assertThat(heard.names()).endsWith("FailedStatement", "AfterRollback");
    }

    @InJavaSe
    @Test
    void transactionsOfOneEntityManagerFollowEachOther() {
        try (EntityManager entities = factory().createEntityManager()) {
            for (int i = 0; i < 2; i++) {
                entities.getTransaction().begin();
                Session.of(entities, heard.settings()).exists(select(a));
                entities.getTransaction().commit();
            }
        }
        assertThat(heard.of(TransactionEvent.AfterBegin.class)).hasSize(2);
        assertThat(heard.of(TransactionEvent.AfterCommit.class))
                .extracting(event -> event.scope().number())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatComesBeforeACommitIsCommittedWithIt() {
        SessionListener<TransactionEvent.BeforeCommit> listener =
                event -> event.scope().session().add(new Author(9L, "late"));
        SessionFactory.of(factory(), SessionSettings.standard().on(TransactionEvent.BeforeCommit.class, listener))
                .transaction(session -> session.exists(select(a)));
        assertThat(eveIsThere()).isTrue();
    }

    @Test
    void aRefusedCommitRollsBack() {
        assertThatThrownBy(() -> refusing(TransactionEvent.BeforeCommit.class)
                        .transaction(session -> session.add(new Author(9L, "Eve"))))
                .isInstanceOfSatisfying(OrmException.class, e -> {
                    assertThat(e.code()).isEqualTo(OrmError.EVENT_REFUSED);
                    assertThat(e).hasMessageContaining("BeforeCommit").hasMessageContaining("not today");
                    assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
                });
        assertThat(eveIsThere()).isFalse();
    }

    @Test
    void aRefusedFlushRollsBackEvenIfNobodyMinds() {
        assertThatThrownBy(() -> refusing(FlushEvent.BeforeFlush.class).transaction(session -> {
                    session.add(new Author(9L, "Eve"));
                    assertThatThrownBy(session::flush).isInstanceOf(OrmException.class);
                }))
                .isInstanceOf(OrmException.class);
        assertThat(eveIsThere()).isFalse();
    }

    @Test
    void aRefusedStatementDoesNotRun() {
        forgetStatements();
        assertThatThrownBy(
                        () -> refusing(StatementEvent.BeforeStatement.class).read(session -> session.list(select(a))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.EVENT_REFUSED));
        assertThat(statements()).isEmpty();
    }

    @Test
    void whatFailsAfterTheFactIsReported() {
        List<String> reported = new ArrayList<>();
        AtomicInteger others = new AtomicInteger();
        SessionSettings settings = SessionSettings.standard()
                .on(TransactionEvent.AfterCommit.class, event -> {
                    throw new IllegalStateException("too late");
                })
                .on(TransactionEvent.AfterCommit.class, event -> others.incrementAndGet());
        SessionFactory.of(
                        factory(),
                        settings.withListeners(
                                settings.listeners().reporting((event, failure) -> reported.add(failure.getMessage()))))
                .transaction(session -> session.add(new Author(9L, "Eve")));
        assertThat(reported).containsExactly("too late");
        assertThat(others).hasValue(1);
        assertThat(eveIsThere()).isTrue();
    }

    @Test
    void statementsAreToldWithValuesRowsAndTime() {
        listening().read(session -> session.list(select(a).where(a.id.in(1L, 2L))));
        StatementEvent.AfterStatement done = heard.one(StatementEvent.AfterStatement.class);
        assertThat(done.statement().sql()).startsWith("select").contains("\"author\"");
        assertThat(done.statement().binds()).hasSize(1).first().isEqualTo(List.of(1L, 2L));
        assertThat(done.statement().isProvided()).isFalse();
        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.time()).isPositive();
    }

    @Test
    void statementsThatWriteTellHowManyRowsTheyTouched() {
        listening()
                .transaction(
                        session -> session.execute(update(a).set(a.name, "X").where(a.id.gt(2L))));
        assertThat(heard.one(StatementEvent.AfterStatement.class).rows()).isEqualTo(2);
    }

    @Test
    void statementsOfEclipseLinkAreToldToo() {
        listening().transaction(session -> {
            Author ada = session.entityManager().find(Author.class, 1L);
            ada.rename("Augusta");
            session.flush();
            session.entityManager()
                    .createQuery("select x.title from Article x where x.author = :author")
                    .setParameter("author", ada)
                    .getResultList();
        });
        List<StatementEvent.AfterStatement> done = heard.of(StatementEvent.AfterStatement.class);
        assertThat(done).extracting(event -> event.statement().isProvided()).containsOnly(true);
        StatementEvent.AfterStatement changed = done.stream()
                .filter(event -> event.statement().sql().startsWith("UPDATE"))
                .findFirst()
                .orElseThrow();
        assertThat(changed.statement().binds()).contains("Augusta", 1L);
        assertThat(changed.rows()).isEqualTo(1);
        assertThat(done.get(done.size() - 1).rows()).isEqualTo(2);
    }

    @Test
    void nothingFoundByEclipseLinkIsNoFailure() {
        listening().transaction(session -> session.entityManager().find(Author.class, 77L));
        assertThat(heard.one(StatementEvent.AfterStatement.class).rows()).isZero();
        assertThat(heard.of(StatementEvent.FailedStatement.class)).isEmpty();
    }

    @Test
    void connectionsAreToldAsTheyAreTakenAndGivenBack() {
        List<String> told = new ArrayList<>();
        SessionSettings settings = SessionSettings.standard()
                .on(ConnectionEvent.class, event -> told.add(event.getClass().getSimpleName()));
        SessionFactory.of(factory(), settings).transaction(session -> {
            session.exists(select(a));
            assertThat(told).contains("AfterAcquire");
        });
        assertThat(told).startsWith("AfterAcquire").endsWith("BeforeRelease");
    }

    @Test
    void failuresAreTold() {
        assertThatThrownBy(() -> listening()
                        .transaction(session -> session.list(selectValue(art.title)
                                .where(art.id.dividedBy(0L).eq(1L)))))
                .isInstanceOf(SqlException.class);
        StatementEvent.FailedStatement failed = heard.one(StatementEvent.FailedStatement.class);
        assertThat(failed.failure()).isInstanceOf(SqlException.class);
        assertThat(failed.statement().sql()).contains("\"article\"");
    }

    @Test
    void aTransactionCountsItsStatements() {
        listening().transaction(session -> {
            session.list(select(a));
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
        });
        assertThat(heard.one(TransactionEvent.AfterCommit.class).scope().figures())
                .satisfies(figures -> assertThat(figures.statements()).isEqualTo(2))
                .satisfies(figures -> assertThat(figures.rows()).isEqualTo(5))
                .satisfies(figures -> assertThat(figures.inStatements()).isPositive())
                .satisfies(figures -> assertThat(figures.open()).isGreaterThan(figures.inStatements()));
    }

    @Test
    void statementsKnowWhoseTheyAre() {
        List<String> callers = new ArrayList<>();
        SessionSettings settings = SessionSettings.standard()
                .on(
                        StatementEvent.BeforeStatement.class,
                        event -> callers.add(
                                event.statement().caller().orElseThrow().getMethodName()));
        SessionFactory.of(factory(), settings).transaction(session -> {
            readArticles(session);
        });
        assertThat(callers).containsExactly("readArticles");
    }

    private void readArticles(Session session) {
        for (Article article : session.list(select(art))) {
            assertThat(article.id()).isPositive();
        }
    }

    @Test
    void whereSomebodyListensItIs() {
        listening().transaction(session -> {
            UnitOfWorkImpl unit = session.entityManager().unwrap(UnitOfWorkImpl.class);
            assertThat(unit.getEventManager().getListeners()).anyMatch(SessionEventTest::isOfEvents);
        });
    }

    @InJavaSe
    @Test
    void whereNobodyListensNothingIsInstalled() {
        SessionFactory.of(factory()).transaction(session -> {
            session.exists(select(a));
            UnitOfWorkImpl unit = session.entityManager().unwrap(UnitOfWorkImpl.class);
            assertThat(unit.getEventManager().getListeners()).noneMatch(SessionEventTest::isOfEvents);
            assertThat(unit.getParent().getEventManager().getListeners()).noneMatch(SessionEventTest::isOfEvents);
            assertThat(isOfEvents(unit.getExceptionHandler())).isFalse();
        });
    }

    private static boolean isOfEvents(Object listener) {
        return listener.getClass().getSimpleName().equals("UnitListener");
    }
}
