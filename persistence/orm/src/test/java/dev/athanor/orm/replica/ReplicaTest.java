// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Keyset;
import dev.athanor.orm.Pretended;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.testing.ReplicatedServer;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading from a streaming standby, whose lag the tests decide; in a server, ReplicaBeansTest shows the same. */
@InJavaSe
@SuppressWarnings("NullAway.Init") // before all tests
class ReplicaTest {
    private static ReplicatedServer server;
    private static EntityManagerFactory primary;
    private static EntityManagerFactory standby;
    private static final AtomicInteger TRIED = new AtomicInteger();

    private final QAuthor a = QAuthor.as("a");
    private final Replica replica = Replica.of(
            SessionFactory.of(standby),
            ReplicaSettings.standard()
                    .patience(Duration.ofMillis(300))
                    .askAfter(Duration.ZERO)
                    .retryAfter(Duration.ofSeconds(2)));
    private final SessionFactory sessions = SessionFactory.of(primary).withReplica(replica);

    @BeforeAll
    static void start() throws Exception {
        server = ReplicatedServer.start();
        try (InputStream script = SessionTest.class.getResourceAsStream("/press.sql")) {
            server.execute(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
        primary = factory("primary", server.primary());
        standby = factory("standby", counted(server.replica()));
    }

    private static EntityManagerFactory factory(String name, DataSource source) {
        return Persistence.createEntityManagerFactory(
                "press",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        source,
                        "eclipselink.session-name",
                        name,
                        "eclipselink.cache.shared.default",
                        "false"));
    }

    private static DataSource counted(DataSource real) {
        return Pretended.of(DataSource.class, real)
                .where("getConnection", really -> {
                    TRIED.incrementAndGet();
                    return really.call();
                })
                .made();
    }

    @AfterAll
    static void stop() throws IOException {
        standby.close();
        primary.close();
        server.close();
    }

    @BeforeEach
    @AfterEach
    void follow() throws Exception {
        server.standby().resume();
        server.standby().await(server.primary());
    }

    private static boolean isOnReplica(Session session) {
        return session.one(selectValue(Sql.text(SqlTypes.BOOLEAN, "pg_is_in_recovery()")));
    }

    private static boolean readsReplica(SessionFactory sessions) {
        return sessions.<Boolean, RuntimeException>read(ReplicaTest::isOnReplica);
    }

    private static void rename(SessionFactory sessions, String name) {
        sessions.transaction(
                session -> session.get(Author.class, 1L).orElseThrow().rename(name));
    }

    private static String name(SessionFactory sessions) {
        return sessions.<String, RuntimeException>read(
                session -> session.get(Author.class, 1L).orElseThrow().name());
    }

    @Test
    void cursorsOfTheOneAreKnownToTheOther() {
        Select<Author> authors = select(a).orderBy(a.name.asc());
        String cursor = SessionFactory.of(standby)
                .<String, RuntimeException>read(
                        session -> session.page(authors, Keyset.first(1)).next().orElseThrow());

        assertThat(SessionFactory.of(primary)
                        .<Integer, RuntimeException>read(session -> session.page(authors, Keyset.at(cursor, 1))
                                .items()
                                .size()))
                .isOne();
    }

    @Test
    void tutorial() {
        // region replica
        Replica replica = Replica.of(SessionFactory.of(standby), ReplicaSettings.standard());
        SessionFactory sessions = SessionFactory.of(primary).withReplica(replica);

        ClientPosition client = ClientPosition.of(null);
        sessions.forClient(client)
                .transaction(
                        session -> session.get(Author.class, 1L).orElseThrow().rename("Augusta"));
        String token = client.token().orElseThrow();

        ClientPosition later = ClientPosition.of(token);
        long augustas = sessions.forClient(later)
                .read(session -> session.count(select(a).where(a.name.eq("Augusta"))));
        // endregion
        assertThat(augustas).isEqualTo(1);
        assertThat(replica.figures().onReplica()).isEqualTo(1);
    }

    @Test
    void whatOnlyReadsReadsTheReplica() {
        assertThat(readsReplica(sessions)).isTrue();
        assertThat(sessions.with(TransactionSettings.standard().readOnly())
                        .<Boolean, RuntimeException>transactionResult(ReplicaTest::isOnReplica))
                .isTrue();
        assertThat(sessions.<Boolean, RuntimeException>transactionResult(ReplicaTest::isOnReplica))
                .isFalse();
        assertThat(replica.figures()).isEqualTo(new ReplicaFigures(2, 0, 0, 0));
    }

    @Test
    void whatIsSerializableReadsThePrimary() {
        assertThat(readsReplica(sessions.with(TransactionSettings.serializable())))
                .isFalse();
        assertThat(readsReplica(sessions.with(TransactionSettings.repeatableRead())))
                .isTrue();
    }

    @Test
    void aClientWaitsForWhatItWrote() throws Exception {
        ClientPosition client = new ClientPosition();
        SessionFactory own = sessions.forClient(client);
        server.standby().pause();
        rename(own, "Waited for");
        Thread later = new Thread(() -> {
            Instant deadline = Instant.now().plusSeconds(20);
            while (replica.figures().waited() == 0 && Instant.now().isBefore(deadline)) {
                Thread.onSpinWait();
            }
            try {
                server.standby().resume();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        later.start();

        assertThat(own.<String, RuntimeException>read(session -> isOnReplica(session) + " "
                        + session.get(Author.class, 1L).orElseThrow().name()))
                .isEqualTo("true Waited for");
        later.join();
        assertThat(replica.figures().waited()).isEqualTo(1);
    }

    @Test
    void aClientReadsThePrimaryIfTheReplicaIsTooFarBehind() throws Exception {
        SessionFactory own = sessions.forClient(new ClientPosition());
        server.standby().pause();
        rename(own, "Lagging");
        Instant begin = Instant.now();

        assertThat(name(own)).isEqualTo("Lagging");
        assertThat(readsReplica(own)).isFalse();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(replica.figures().lagging()).isEqualTo(2);
    }

    @Test
    void othersReadTheReplicaThatIsBehind() throws Exception {
        String before = name(sessions);
        server.standby().pause();
        rename(sessions.forClient(new ClientPosition()), "Unseen");

        assertThat(name(sessions.forClient(new ClientPosition()))).isEqualTo(before);
        assertThat(replica.figures().onReplica()).isEqualTo(2);
    }

    @Test
    void aTokenTakesAClientsPositionToAnotherServer() throws Exception {
        ClientPosition client = new ClientPosition();
        server.standby().pause();
        rename(sessions.forClient(client), "Elsewhere");
        Replica others = Replica.of(
                SessionFactory.of(standby), ReplicaSettings.standard().patience(Duration.ofMillis(50)));
        SessionFactory other = SessionFactory.of(primary)
                .withReplica(others)
                .forClient(ClientPosition.of(client.token().orElseThrow()));

        assertThat(name(other)).isEqualTo("Elsewhere");
        assertThat(others.figures().lagging()).isEqualTo(1);
    }

    @Test
    void withoutClientsAllSeeWhatAllHaveWritten() throws Exception {
        server.standby().pause();
        rename(sessions, "Everyone's");

        assertThat(name(sessions)).isEqualTo("Everyone's");
        assertThat(replica.figures().lagging()).isEqualTo(1);
    }

    @Test
    void whatFailedMayHaveBeenWritten() throws Exception {
        ClientPosition client = new ClientPosition();
        assertThatThrownBy(() -> sessions.forClient(client).transaction(session -> {
                    throw new IOException("on purpose");
                }))
                .isInstanceOf(IOException.class);

        assertThat(client.token()).isPresent();
    }

    @Test
    void whatAsynchronousWorkOfAClientWritesItSees() throws Exception {
        SessionFactory own = sessions.forClient(new ClientPosition());
        server.standby().pause();
        AsyncSessions.of(own, Runnable::run)
                .transaction(
                        session -> session.get(Author.class, 1L).orElseThrow().rename("Later"))
                .join();

        assertThat(name(own)).isEqualTo("Later");
    }

    @Test
    void aReplicaThatCannotBeReachedIsLeftAloneForAWhile() throws Exception {
        assertThat(readsReplica(sessions)).isTrue();
        server.standby().stop();
        try {
            assertThat(readsReplica(sessions)).isFalse();
            int tried = TRIED.get();
            assertThat(readsReplica(sessions)).isFalse();
            assertThat(TRIED).hasValue(tried);
            assertThat(replica.figures()).isEqualTo(new ReplicaFigures(1, 0, 2, 0));
        } finally {
            server.standby().start();
        }
        Instant deadline = Instant.now().plusSeconds(20);
        while (!readsReplica(sessions)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    @Test
    void aReplicaThatWasAskedAMomentAgoIsNotAskedAgain() {
        Replica trusted = Replica.of(
                SessionFactory.of(standby), ReplicaSettings.standard().askAfter(Duration.ofMinutes(5)));
        SessionFactory trusting = SessionFactory.of(primary).withReplica(trusted);
        assertThat(readsReplica(trusting)).isTrue();
        int before = TRIED.get();

        assertThat(readsReplica(trusting)).isTrue();
        assertThat(TRIED).as("the connection that it reads by").hasValue(before + 1);
    }

    /** It has not come as far as the one before. */
    @Test
    void anotherReplicaInItsPlaceIsAskedAnew() throws Exception {
        AtomicReference<DataSource> leading = new AtomicReference<>(server.primary());
        DataSource changing = Pretended.of(DataSource.class, server.replica())
                .where("getConnection", real -> Objects.requireNonNull(leading.get())
                        .getConnection())
                .made();
        DataSource none = Pretended.of(DataSource.class, server.replica())
                .where("getConnection", real -> {
                    throw new SQLException("nobody is there", "08001");
                })
                .made();
        try (EntityManagerFactory factory = factory("changing", changing)) {
            Replica changed = Replica.of(
                    SessionFactory.of(factory),
                    ReplicaSettings.standard()
                            .patience(Duration.ofMillis(50))
                            .askAfter(Duration.ZERO)
                            .retryAfter(Duration.ofMillis(1)));
            SessionFactory own = SessionFactory.of(primary).withReplica(changed).forClient(new ClientPosition());
            server.standby().pause();
            rename(own, "Ahead");
            assertThat(name(own)).isEqualTo("Ahead");
            assertThat(changed.figures()).isEqualTo(new ReplicaFigures(1, 0, 0, 0));

            leading.set(none);
            assertThat(name(own)).isEqualTo("Ahead");
            leading.set(server.replica());
            Instant deadline = Instant.now().plusSeconds(20);
            while (changed.figures().lagging() == 0) {
                assertThat(Instant.now()).isBefore(deadline);
                assertThat(name(own)).isEqualTo("Ahead");
            }
        }
    }

    /** It was known to be there a moment ago. */
    @Test
    void whatCannotBeginOnTheReplicaIsDoneOnThePrimary() throws Exception {
        Replica trusted = Replica.of(
                SessionFactory.of(standby), ReplicaSettings.standard().askAfter(Duration.ofMinutes(5)));
        SessionFactory trusting = SessionFactory.of(primary).withReplica(trusted);
        assertThat(readsReplica(trusting)).isTrue();
        server.standby().stop();
        try {
            assertThat(readsReplica(trusting)).isFalse();
            assertThat(trusted.figures()).isEqualTo(new ReplicaFigures(1, 0, 1, 0));
        } finally {
            server.standby().start();
        }
    }

    @Test
    void whatHasBegunOnTheReplicaIsNotDoneTwice() throws Exception {
        int[] times = {0};
        try {
            assertThatThrownBy(() -> sessions.read(session -> {
                        times[0]++;
                        assertThat(isOnReplica(session)).isTrue();
                        server.standby().stop();
                        return session.count(select(a));
                    }))
                    .isInstanceOfSatisfying(
                            SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.CONNECTION_LOST));
        } finally {
            server.standby().start();
        }
        assertThat(times[0]).isEqualTo(1);
    }

    @Test
    void aReplicaThatIsNotUsedIsNotAsked() {
        Replica unused = Replica.of(
                SessionFactory.of(standby), ReplicaSettings.standard().used(false));

        assertThat(readsReplica(SessionFactory.of(primary).withReplica(unused))).isFalse();
        assertThat(unused.figures()).isEqualTo(new ReplicaFigures(0, 0, 0, 0));
    }

    @Test
    void theReplicaRefusesToWrite() {
        assertThatThrownBy(() -> SessionFactory.of(standby)
                        .transaction(session ->
                                session.get(Author.class, 1L).orElseThrow().rename("No")))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.sqlState()).contains("25006"));
    }
}
