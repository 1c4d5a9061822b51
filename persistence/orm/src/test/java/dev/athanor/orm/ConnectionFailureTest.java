// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is said when there is no connection; in a server PoolIT and DatabaseRestartIT show it. */
@InJavaSe
class ConnectionFailureTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");

    private static void failsAs(SqlError code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(SqlException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private String name() {
        return read(session -> session.get(Author.class, 1L).orElseThrow().name());
    }

    private static EntityManagerFactory on(String name, DataSource source) {
        RecordedDatabase database = new RecordedDatabase();
        database.use(source);
        return JavaSeUnit.factory(name, database);
    }

    @Test
    void aPoolThatIsExhaustedIsToldApart(TestDatabase database) {
        try (EntityManagerFactory small = on("small", new Pool(database.dataSource(), 1).source())) {
            SessionFactory own = SessionFactory.of(small);
            own.transaction(session -> {
                session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                failsAs(
                        SqlError.CONNECTION_UNAVAILABLE,
                        () -> own.<Object, RuntimeException>read(other -> other.list(select(a))));
                failsAs(SqlError.CONNECTION_UNAVAILABLE, () -> own.transaction(other -> other.list(select(a))));
                failsAs(SqlError.CONNECTION_UNAVAILABLE, () -> Session.of(small.createEntityManager())
                        .list(select(a)));
            });
            assertThat(own.<String, RuntimeException>read(session ->
                            session.get(Author.class, 1L).orElseThrow().name()))
                    .isEqualTo("Augusta");
        }
    }

    /** What was said of a transaction that never began is not said of the next one. */
    @Test
    void howATransactionIsThatCannotBeginIsForgotten(TestDatabase database) {
        try (EntityManagerFactory small = on("small", new Pool(database.dataSource(), 1).source());
                EntityManager entities = small.createEntityManager()) {
            SessionFactory own = SessionFactory.of(small);
            Session session = Session.of(entities);
            own.<Object, RuntimeException>read(other -> {
                entities.getTransaction().begin();
                failsAs(
                        SqlError.CONNECTION_UNAVAILABLE,
                        () -> session.setTransaction(
                                TransactionSettings.standard().readOnly()));
                entities.getTransaction().rollback();
                return other.list(select(a));
            });
            entities.getTransaction().begin();
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            entities.getTransaction().commit();
        }
        assertThat(name()).isEqualTo("Augusta");
    }

    @Test
    void aDatabaseThatTakesNoMoreConnectionsIsToldApart(TestDatabase database) {
        execute("create role visitor login connection limit 1; grant select on all tables in schema public to visitor");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("visitor");
        try (EntityManagerFactory visited = on("visited", source)) {
            SessionFactory own = SessionFactory.of(visited);
            own.<Object, RuntimeException>read(session -> {
                failsAs(
                        SqlError.CONNECTION_UNAVAILABLE,
                        () -> own.<Object, RuntimeException>read(other -> other.list(select(a))));
                return session.list(select(a));
            });
        } finally {
            execute("drop owned by visitor; drop role visitor");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldApart() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:1/nowhere");
        source.setUser("nobody");
        try (EntityManagerFactory gone = on("gone", source)) {
            failsAs(SqlError.CONNECTION_LOST, () -> SessionFactory.of(gone)
                    .<Object, RuntimeException>read(session -> session.list(select(a))));
        }
    }

    @Test
    void aConnectionThatTheDatabaseEndsIsToldApartAndReplaced() {
        failsAs(
                SqlError.CONNECTION_LOST,
                () -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.flush();
                    execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where state = 'idle in transaction' and datname = current_database()");
                    session.list(select(a));
                }));
        assertThat(name()).isEqualTo("Ada");
    }

    @Test
    void aConnectionThatIsLostBeforeTheCommitLosesWhatWasDone() {
        failsAs(
                SqlError.CONNECTION_LOST,
                () -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where state = 'idle in transaction' and datname = current_database()");
                }));
        assertThat(name()).isEqualTo("Ada");
    }

    /** As pools do it: after a while they say that there is none free. */
    private record Pool(DataSource real, Semaphore free) {
        private static final Duration PATIENCE = Duration.ofMillis(100);

        Pool(DataSource real, int most) {
            this(real, new Semaphore(most));
        }

        DataSource source() {
            return Pretended.of(DataSource.class, real)
                    .where("getConnection", really -> taken((Connection) really.call()))
                    .made();
        }

        private Connection taken(Connection connection) throws Exception {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                connection.close();
                throw new SQLTransientConnectionException(
                        "Pool-1 - Connection is not available, request timed out after 100ms.");
            }
            return Pretended.of(Connection.class, connection)
                    .where("close", closing -> {
                        free.release();
                        return closing.call();
                    })
                    .made();
        }
    }
}
