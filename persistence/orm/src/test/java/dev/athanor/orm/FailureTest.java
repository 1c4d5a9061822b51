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
import org.junit.jupiter.api.Test;

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
        sessions.transaction(session -> {
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
}
