// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.selectValue;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.Rows;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading from a streaming standby in the server's transactions. */
@SuppressWarnings("BanJNDI") // of the server's own names
class ReplicaBeansTest extends SessionTest {
    private static final Rows<Boolean> IN_RECOVERY = selectValue(Sql.text(SqlTypes.BOOLEAN, "pg_is_in_recovery()"));

    private final Mirror mirror = CDI.current().select(Mirror.class).get();
    private final ClientPosition client =
            CDI.current().select(ClientPosition.class).get();

    private static String ask(String source, String query) throws Exception {
        DataSource database = InitialContext.doLookup(source);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    private static void pause() throws Exception {
        ask("jdbc/press-replica", "select pg_wal_replay_pause()::text");
        await("select pg_get_wal_replay_pause_state() = 'paused'");
    }

    private static void await(String condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!ask("jdbc/press-replica", condition).equals("t")) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    /** The tables were made by nobody's session. */
    @BeforeEach
    @AfterEach
    void follow() throws Exception {
        ask("jdbc/press-replica", "select pg_wal_replay_resume()::text");
        String position = ask("jdbc/press", "select pg_current_wal_insert_lsn()::text");
        await("select pg_last_wal_replay_lsn() >= '" + position + "'::pg_lsn");
    }

    private void rename(String name) throws Exception {
        mirror.inTransaction(() -> {
            Author ada = mirror.session().get(Author.class, 1L).orElseThrow();
            ada.rename(name);
            return ada;
        });
    }

    @Test
    void transactionsThatOnlyReadReadTheReplica() throws Exception {
        assertThat(mirror.onlyReading(mirror::isOnReplica)).isTrue();
        assertThat(mirror.onlyReading(mirror::name)).isEqualTo("Ada");
        assertThat(mirror.onlyReadingAsSaid(mirror::isOnReplica)).isTrue();
        assertThat(mirror.inTransaction(mirror::isOnReplica)).isFalse();
    }

    @Test
    void factoriesReadTheReplica() {
        assertThat(mirror.sessions().<Boolean, RuntimeException>read(session -> session.one(IN_RECOVERY)))
                .isTrue();
    }

    @Test
    void theReplicaRefusesToWrite() {
        assertThatThrownBy(() -> mirror.onlyReading(() -> {
                    mirror.session().add(new Tag("xml"));
                    mirror.session().flush();
                    return true;
                }))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.sqlState()).contains("25006"));
    }

    @Test
    void aClientSeesWhatItWrote() throws Exception {
        long before = mirror.replica().figures().lagging();
        pause();
        rename("Augusta");

        assertThat(mirror.onlyReading(mirror::name)).isEqualTo("Augusta");
        assertThat(mirror.sessions()
                        .<String, RuntimeException>read(session ->
                                session.get(Author.class, 1L).orElseThrow().name()))
                .isEqualTo("Augusta");
        assertThat(mirror.replica().figures().lagging()).isEqualTo(before + 2);
        ask("jdbc/press-replica", "select pg_wal_replay_resume()::text");
        assertThat(mirror.onlyReading(() -> mirror.name() + " " + mirror.isOnReplica()))
                .startsWith("Augusta");
        assertThat(client.token()).isPresent();
    }

    @Test
    void whatFactoriesWriteTheClientSees() throws Exception {
        pause();
        mirror.sessions()
                .transaction(
                        session -> session.get(Author.class, 1L).orElseThrow().rename("Augusta"));

        assertThat(mirror.onlyReading(mirror::name)).isEqualTo("Augusta");
    }

    @Test
    void asynchronousWorkReadsTheReplicaAndSeesWhatItsClientWrote() throws Exception {
        assertThat(mirror.async()
                        .<Boolean>read(session -> session.one(IN_RECOVERY))
                        .get(20, SECONDS))
                .isTrue();
        pause();
        mirror.async()
                .transaction(
                        session -> session.get(Author.class, 1L).orElseThrow().rename("Augusta"))
                .get(20, SECONDS);

        assertThat(mirror.async()
                        .<String>read(session ->
                                session.get(Author.class, 1L).orElseThrow().name())
                        .get(20, SECONDS))
                .isEqualTo("Augusta");
        assertThat(mirror.onlyReading(mirror::name)).isEqualTo("Augusta");
    }

    /** That is said first. */
    @Test
    void whatIsIsolatedReadsThePrimary() throws Exception {
        assertThat(mirror.isolated(mirror::isOnReplica)).isFalse();
    }

    @Test
    void aTransactionThatHasUsedThePrimaryStaysThere() throws Exception {
        assertThat(mirror.<Boolean>inTransaction(() -> {
                    mirror.name();
                    mirror.session()
                            .setTransaction(TransactionSettings.standard().readOnly());
                    return mirror.isOnReplica();
                }))
                .isFalse();
    }
}
