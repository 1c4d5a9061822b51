// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Logged;
import dev.athanor.orm.Pretended;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/** How workers hear of events. */
@InJavaSe
@SuppressWarnings("try") // logs are only to be closed
class OutboxListeningTest extends WorkerTests {
    @Test
    void aNotificationComesLongBeforeAPoll() throws Exception {
        start(steps(note()).poll(NEVER));
        record("first", new Step("a", 1)); // it listens then, or has looked
        received.next();
        Instant recorded = Instant.now();
        record("k", new Step("a", 2));

        assertThat(received.next()).isEqualTo("a2");
        assertThat(Duration.between(recorded, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void withoutNotificationsPollsFindThem() throws Exception {
        OutboxSettings settings = steps(note()).withoutNotifications();
        start(settings);
        sessions.transaction(session -> Outbox.of(session, settings).record("k", new Step("a", 1)));

        assertThat(received.next()).isEqualTo("a1");
        assertThat(statements()).noneMatch(sql -> sql.contains("pg_notify"));
    }

    @Test
    void manyKeysAreFoundAfterOneNotification() throws Exception {
        start(steps(note()).poll(NEVER));
        record("first", new Step("a", 0));
        received.next();
        sessions.transaction(session -> IntStream.range(0, 2_500)
                .forEach(number -> Outbox.of(session).record("key-" + number, new Step("a", number))));

        assertThat(received.next(2_500)).doesNotHaveDuplicates().hasSize(2_500);
    }

    /** What a commit tells others. */
    private static List<String> told(Connection listening) throws SQLException {
        PGNotification[] notifications =
                listening.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
        return Arrays.stream(notifications).map(PGNotification::getParameter).toList();
    }

    private void record(int keys) {
        sessions.transaction(session -> IntStream.range(0, keys)
                .forEach(number -> Outbox.of(session).record("key-" + number, new Step("a", number))));
    }

    @Test
    void keysAreToldUnlessTheyAreTooManyOrTooLong(TestDatabase database) throws Exception {
        try (Connection listening = database.dataSource().getConnection();
                Statement statement = listening.createStatement()) {
            statement.execute("listen athanor_outbox");
            record(100);
            assertThat(told(listening)).hasSize(100).contains("key-0", "key-99");
            record(101);
            assertThat(told(listening)).containsExactly("");
            record("k".repeat(9_000), new Step("a", 1));
            assertThat(told(listening)).containsExactly("");
            record(
                    "k",
                    IntStream.range(0, 200)
                            .mapToObj(number -> new Step("a", number))
                            .toArray());
            assertThat(told(listening)).containsExactly("k");
        }
    }

    @Test
    void whereNobodyCanListenPollsFindThem(TestDatabase database) throws Exception {
        AtomicInteger opened = new AtomicInteger();
        DataSource source = Pretended.of(DataSource.class, database.dataSource())
                .where("getConnection", real -> {
                    opened.incrementAndGet();
                    return Pretended.of(Connection.class, (Connection) real.call())
                            .where("isWrapperFor", asked -> false)
                            .made();
                })
                .made();
        start(steps(note()).listeningOn(source));
        record("k", new Step("a", 1));
        assertThat(received.next()).isEqualTo("a1");
        record("k", new Step("a", 2));
        assertThat(received.next()).isEqualTo("a2");
        assertThat(opened).hasValue(1);
    }

    @Test
    void aConnectionThatIsBrokenWithoutAWordIsReplaced(TestDatabase database) throws Exception {
        AtomicInteger opened = new AtomicInteger();
        DataSource source = Pretended.of(DataSource.class, database.dataSource())
                .where("getConnection", real -> {
                    boolean broken = opened.incrementAndGet() == 1;
                    return Pretended.of(Connection.class, (Connection) real.call())
                            .where("isValid", asked -> !broken && (boolean) asked.call())
                            .made();
                })
                .made();
        start(steps(note()).listeningOn(source));

        await(() -> opened.get() == 2);
    }

    /** Whoever has it next hears of nothing. */
    @Test
    void aConnectionOfAPoolListensWhateverItDidBeforeAndNotAfterwards(TestDatabase database) throws Exception {
        List<Integer> channels = new CopyOnWriteArrayList<>();
        DataSource source = Pretended.of(DataSource.class, database.dataSource())
                .where("getConnection", real -> {
                    Connection connection = (Connection) real.call();
                    connection.setAutoCommit(false);
                    return Pretended.of(Connection.class, connection)
                            .where("close", closing -> {
                                channels.add(channels(connection));
                                return closing.call();
                            })
                            .made();
                })
                .made();
        OutboxWorker worker = start(steps(note()).poll(NEVER).listeningOn(source));
        record("first", new Step("a", 1));
        received.next();
        record("k", new Step("a", 2));
        assertThat(received.next()).isEqualTo("a2");
        assertThat(channels).isEmpty();

        worker.close();
        assertThat(channels).containsExactly(0);
    }

    private static int channels(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_listening_channels()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void whoCannotListenTriesAgainAfterAWhile() {
        List<Long> times = new CopyOnWriteArrayList<>();
        DataSource none = Pretended.of(DataSource.class, new PGSimpleDataSource())
                .where("getConnection", real -> {
                    times.add(System.nanoTime());
                    throw new SQLException("there is none");
                })
                .made();
        try (Logged logged = new Logged("dev.athanor.orm.outbox")) {
            start(steps(note()).listeningOn(none));
            await(() -> times.size() >= 3);
            assertThat(logged.lines()).singleElement().asString().contains("nobody listens", "there is none");
        }
        assertThat(times.get(2) - times.get(0)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(1_900));
    }
}
