package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The pool as the environment of the test server sets it: 3 and 2 beyond, 1 s, recycled after 3 s. */
class PoolIT extends InContainer {
    private static final int MAXIMUM = 3 + 2;

    @Resource(lookup = "jdbc/athanor")
    private DataSource dataSource;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource migrationDataSource;

    @Test
    void sizeAndOverflowAreTheMaximumAndTheTimeoutEndsTheWaitForMore() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < MAXIMUM; i++) {
                taken.add(dataSource.getConnection());
                backend(taken.get(i));
            }
            Instant start = Instant.now();
            assertThatThrownBy(dataSource::getConnection).isInstanceOf(SQLException.class);
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        try (Connection again = dataSource.getConnection()) {
            assertThat(backend(again)).isPositive();
        }
    }

    @Test
    void aConnectionThatTheDatabaseEndedIsReplacedUnseen() throws SQLException {
        int ended;
        try (Connection connection = dataSource.getConnection()) {
            ended = backend(connection);
        }
        try (Connection other = migrationDataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'athanor'");
        }
        for (int i = 0; i < MAXIMUM; i++) {
            try (Connection connection = dataSource.getConnection()) {
                assertThat(backend(connection)).isPositive().isNotEqualTo(ended);
            }
        }
    }

    @Test
    void connectionsAreRecycled() throws SQLException {
        int first;
        try (Connection connection = dataSource.getConnection()) {
            first = backend(connection);
        }
        int current = first;
        Instant deadline = Instant.now().plusSeconds(20);
        while (current == first && Instant.now().isBefore(deadline)) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_sleep(0.2)");
                current = backend(connection);
            }
        }
        assertThat(current).isNotEqualTo(first);
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
