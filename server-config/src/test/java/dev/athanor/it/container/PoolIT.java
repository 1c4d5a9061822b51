// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.app.identity.Accounts;
import dev.athanor.orm.insight.Insight;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The pool as the environment of the test server sets it: 3 and 2 beyond, 1 s, recycled after 3 s. */
class PoolIT extends InContainer {
    private static final int MAXIMUM = 3 + 2;
    private static final String WITHOUT_CONNECTION = "athanor.statements.withoutConnection";

    @Resource(lookup = "jdbc/athanor")
    private DataSource dataSource;

    @Resource(lookup = "jdbc/athanor-replica")
    private DataSource replicaDataSource;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource migrationDataSource;

    /** Each task has connections of its own; those of one request would be shared. */
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Inject
    private Accounts accounts;

    @Inject
    private Insight insight;

    @Test
    void sizeAndOverflowAreTheMaximumAndTheTimeoutEndsTheWaitForMore() throws Exception {
        CountDownLatch taken = new CountDownLatch(MAXIMUM);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<Integer>> holders = new ArrayList<>();
        try {
            for (int i = 0; i < MAXIMUM; i++) {
                holders.add(executor.submit(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        taken.countDown();
                        enough.await(20, SECONDS);
                        return backend(connection);
                    }
                }));
            }
            assertThat(taken.await(10, SECONDS)).isTrue();

            Instant start = Instant.now();
            assertThatThrownBy(dataSource::getConnection).isInstanceOf(SQLException.class);
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        } finally {
            enough.countDown();
        }
        Set<Integer> backends = new HashSet<>();
        for (Future<Integer> holder : holders) {
            backends.add(holder.get(10, SECONDS));
        }
        assertThat(backends).hasSize(MAXIMUM);
        assertThat(backendOfATask()).isPositive();
    }

    /** As the environment says. */
    @Test
    void theReplicasPoolLeadsToTheStandby() throws Exception {
        try (Connection connection = replicaDataSource.getConnection()) {
            assertThat(text(connection, "select pg_is_in_recovery()")).isEqualTo("t");
        }
        try (Connection connection = dataSource.getConnection()) {
            assertThat(text(connection, "select pg_is_in_recovery()")).isEqualTo("f");
        }
    }

    @Test
    void figuresTellOfConnectionsInUseAndOfThoseThatWereWaitedForInVain() throws Exception {
        // A unit connects when it is first used, and keeps that connection until the request, or the task, ends.
        assertThat(executor.submit(() -> accounts.find(-1)).get(20, SECONDS)).isEmpty();
        long before = withoutConnection();
        CountDownLatch taken = new CountDownLatch(MAXIMUM);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<Boolean>> holders = new ArrayList<>();
        try {
            for (int i = 0; i < MAXIMUM; i++) {
                holders.add(executor.submit(() -> hold(taken, enough)));
            }
            assertThat(taken.await(10, SECONDS)).isTrue();

            assertThat(inUse()).isEqualTo(MAXIMUM);
            assertThat(waiting()).isZero();
            CompletableFuture<Long> seen = CompletableFuture.supplyAsync(this::waitingSoon);
            assertThatThrownBy(() -> accounts.find(1))
                    .isInstanceOfSatisfying(
                            SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.CONNECTION_UNAVAILABLE));
            assertThat(seen.get(20, SECONDS)).isEqualTo(1);
        } finally {
            enough.countDown();
        }
        for (Future<Boolean> holder : holders) {
            assertThat(holder.get(10, SECONDS)).isTrue();
        }
        assertThat(withoutConnection()).isEqualTo(before + 1);
        // The server takes a task's connection back after the task has told its result.
        Instant deadline = Instant.now().plusSeconds(10);
        while (inUse() > 0 && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(inUse()).isZero();
    }

    private long withoutConnection() {
        Map<String, Supplier<Long>> figures = new HashMap<>();
        insight.register(figures::put);
        return Objects.requireNonNull(figures.get(WITHOUT_CONNECTION)).get();
    }

    private long inUse() {
        return Objects.requireNonNull(insight.snapshot().pools().get("athanor")).inUse();
    }

    private long waiting() {
        return Objects.requireNonNull(insight.snapshot().pools().get("athanor"))
                .waiting()
                .orElseThrow();
    }

    /** Once somebody waits; nobody, if that takes too long. */
    private long waitingSoon() {
        Instant deadline = Instant.now().plusSeconds(10);
        long waiting = waiting();
        while (waiting == 0 && Instant.now().isBefore(deadline)) {
            waiting = waiting();
        }
        return waiting;
    }

    private boolean hold(CountDownLatch taken, CountDownLatch enough) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            taken.countDown();
            return enough.await(20, SECONDS) && !connection.isClosed();
        }
    }

    @Test
    void aConnectionThatTheDatabaseEndedIsReplacedUnseen() throws Exception {
        int ended = backendOfATask();
        try (Connection other = migrationDataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'athanor'");
        }
        for (int i = 0; i < MAXIMUM; i++) {
            assertThat(backendOfATask()).isPositive().isNotEqualTo(ended);
        }
    }

    @Test
    void connectionsAreRecycled() throws Exception {
        int first = backendOfATask();
        try (Connection other = migrationDataSource.getConnection()) {
            Instant deadline = Instant.now().plusSeconds(30);
            while (alive(other, first) && Instant.now().isBefore(deadline)) {
                backendOfATask();
            }
            assertThat(alive(other, first)).isFalse();
        }
        assertThat(backendOfATask()).isPositive();
    }

    private static boolean alive(Connection connection, int backend) throws SQLException {
        return text(connection, "select count(*) from pg_stat_activity where pid = " + backend)
                .equals("1");
    }

    private int backendOfATask() throws Exception {
        return executor.submit(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        return backend(connection);
                    }
                })
                .get(10, SECONDS);
    }

    @Test
    void theIsolationLevelIsTheOneSet() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(text(connection, "show transaction_isolation")).isEqualTo("repeatable read");
        }
    }

    @Test
    void migrationsHaveAPoolOfTheirOwn() throws SQLException {
        try (Connection connection = migrationDataSource.getConnection()) {
            assertThat(text(connection, "show application_name")).isEqualTo("athanor-migration");
        }
        try (Connection connection = dataSource.getConnection()) {
            assertThat(text(connection, "show application_name")).isEqualTo("athanor");
        }
    }

    private static int backend(Connection connection) throws SQLException {
        return Integer.parseInt(text(connection, "select pg_backend_pid()"));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
