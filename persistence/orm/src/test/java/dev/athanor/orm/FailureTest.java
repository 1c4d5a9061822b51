// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a session is worth after the database has refused something, and nobody minded; in a server InjectedSessionTest
 * shows it.
 */
@InJavaSe
class FailureTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");

    private String name(long id) {
        return read(session -> session.get(Author.class, id).orElseThrow().name());
    }

    private static void swallowed(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(SqlException.class, e -> assertThat(e.sqlState())
                .isPresent());
    }

    @Test
    void aSwallowedFailureOfAFlushIsNoSilentCommit() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.flush();
                    session.add(new Tag("sql"));
                    swallowed(session::flush);
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aSwallowedFailureOfAStatementIsNoSilentCommit() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.flush();
                    swallowed(() ->
                            session.list(select(a).where(a.id.eq(inline(1L).dividedBy(0L)))));
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    /** EclipseLink knows nothing of it; the database answers a commit with a rollback, and its driver is silent. */
    @Test
    void aSwallowedFailureOfPlainJdbcIsNoSilentCommit() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.flush();
                    swallowedPlainly(session.entityManager());
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void norIsItOneOfAnEntityManagersOwnTransaction() {
        try (EntityManager entities = factory().createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            entities.find(Author.class, 1L).rename("Augusta");
            entities.flush();
            swallowedPlainly(entities);

            assertThatThrownBy(transaction::commit)
                    .isInstanceOf(RollbackException.class)
                    .hasRootCauseInstanceOf(OrmException.class);
            assertThat(transaction.isActive()).isFalse();
        }
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void whatWasUndonePlainlyDoesNotHinderACommit() throws SQLException {
        sessions.<SQLException>transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            session.flush();
            Connection connection = session.entityManager().unwrap(Connection.class);
            Savepoint before = connection.setSavepoint();
            swallowedPlainly(session.entityManager());
            connection.rollback(before);
        });

        assertThat(name(1)).isEqualTo("Augusta");
    }

    private static void swallowedPlainly(EntityManager entities) {
        try (Statement statement = entities.unwrap(Connection.class).createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 1 / 0")).isInstanceOf(SQLException.class);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsReadAfterAFailureIsToldToBeOfAnAbortedTransaction() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.add(new Tag("sql"));
                    swallowed(session::flush);
                    session.noAutoflush(() -> session.list(select(a)));
                }))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.EXECUTION_FAILED))
                .hasMessageContaining("aborted");
        assertThat(name(1)).isEqualTo("Ada");
    }

    /** The database has refused nothing, and would commit. */
    @Test
    void aSwallowedConflictIsNoSilentCommit() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    Author ada = session.get(Author.class, 1L).orElseThrow();
                    session.get(Author.class, 2L).orElseThrow().rename("Robert");
                    session.flush();
                    execute("update author set name = 'other', version = version + 1 where id = 1");
                    ada.rename("Augusta");
                    conflicting(session::flush);
                    session.get(Author.class, 3L).orElseThrow().rename("Cynthia");
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(List.of(name(1), name(2), name(3))).containsExactly("other", "Bob", "Cyd");
    }

    private static void conflicting(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(OrmError.OPTIMISTIC_CONFLICT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionOverAnEntityManagerIsAsNewAfterTheRollback(boolean conflict) {
        try (EntityManager entities = factory().createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            Session session = Session.of(entities);
            transaction.begin();
            Author before = session.get(Author.class, 1L).orElseThrow();
            before.rename("Augusta");
            if (conflict) {
                execute("update author set name = 'other', version = version + 1 where id = 1");
                conflicting(session::flush);
            } else {
                session.add(new Tag("sql"));
                swallowed(session::flush);
            }
            assertThat(transaction.getRollbackOnly()).isTrue();
            transaction.rollback();

            transaction.begin();
            assertThat(session.state(before)).isEqualTo(EntityState.DETACHED);
            assertThat(session.dirty()).isEmpty();
            assertThat(session.added()).isEmpty();
            Author now = session.get(Author.class, 1L).orElseThrow();
            assertThat(now).isNotSameAs(before).returns(conflict ? "other" : "Ada", Author::name);
            before.rename("nobody");
            now.rename("Agatha");
            session.add(new Tag("xml"));
            session.nested(inner -> inner.flush());
            transaction.commit();
        }
        assertThat(name(1)).isEqualTo("Agatha");
        assertThat(this.<Boolean>read(session -> session.get(Tag.class, "xml").isPresent()))
                .isTrue();
    }
}
