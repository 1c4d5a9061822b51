// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationEvent;
import dev.athanor.migrations.MigrationEvent.Progressed;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.ServerProcesses;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.BufferedReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
class DataMigrationTest {
    private static final String DOUBLED = "migrations/accounts-doubled.yaml";
    private static final int MANY = 100_000;

    @BeforeEach
    void accounts(TestDatabase database) {
        Migrations.of(database.dataSource(), "migrations/accounts.yaml").upgrade();
    }

    @Test
    void aServerThatDiesIsFollowedByOneThatGoesOnWhereItWas(TestDatabase database) throws Exception {
        fill(database, MANY);
        Process server = ServerProcesses.start(database, DOUBLED);
        try (BufferedReader lines = server.inputReader()) {
            String line = "";
            while (!line.contains(" 20000 of about")) {
                line = Objects.requireNonNull(lines.readLine(), "it ended");
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
        long doubled = number(database, "select count(*) from account where balance <> id");
        assertThat(doubled).isBetween(20_000L, MANY - 1000L);

        List<MigrationEvent> events = new ArrayList<>();
        Migrations.of(database.dataSource(), DOUBLED).telling(events::add).upgrade();

        assertThat(number(database, "select count(*) from account where balance = id * 2"))
                .isEqualTo(MANY);
        assertThat(events)
                .filteredOn(Progressed.class::isInstance)
                .first()
                .isEqualTo(new Progressed(DOUBLED + "::doubled::ada", doubled + 1000, progress(MANY)));
        assertNothingIsLeft(database);
    }

    @Test
    void aStatementForRangesOfKeysMeetsAllRows(TestDatabase database) throws SQLException {
        fill(database, 1000);
        List<Long> done = new ArrayList<>();

        Migrations.of(database.dataSource(), "migrations/accounts-initials.yaml")
                .telling(event -> {
                    if (event instanceof Progressed progressed) {
                        done.add(progressed.done());
                    }
                })
                .upgrade();

        assertThat(done).hasSize(15).startsWith(70L, 140L).endsWith(980L, 1000L);
        assertThat(number(database, "select count(*) from account where initial = left(owner, 1)"))
                .isEqualTo(1000);
        assertNothingIsLeft(database);
    }

    @Test
    void aStatementIsRepeatedUntilNothingIsLeft(TestDatabase database) throws SQLException {
        fill(database, 1000);
        database.execute("update account set balance = -1 where id % 2 = 0");

        Migrations.of(database.dataSource(), "migrations/accounts-gone.yaml").upgrade();

        assertThat(number(database, "select count(*) from account")).isEqualTo(500);
        assertNothingIsLeft(database);
    }

    @Test
    void whatFailsKeepsWhatItDidAndGoesOnOnceItIsRepaired(TestDatabase database) throws SQLException {
        fill(database, 300);
        stone(database, "22012", 1000);
        Migrations migrations = Migrations.of(database.dataSource(), "migrations/accounts-stumbling.yaml");

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                        .isEqualTo(MigrationError.MIGRATION_FAILED))
                .hasMessageContainingAll("stumbling", "what it did before stays", "stumbled at");
        assertThat(number(database, "select count(*) from account where balance = id + 1"))
                .isEqualTo(200);
        assertThat(number(database, "select count(*) from account where balance = id + 11"))
                .isEqualTo(100);

        database.execute("delete from stone");
        assertThat(migrations.upgrade().isCurrent()).isTrue();
        assertThat(number(database, "select count(*) from account where balance = id + 11"))
                .isEqualTo(300);
        assertNothingIsLeft(database);
    }

    @Test
    void aBatchThatMetADeadlockIsDoneAgain(TestDatabase database) throws SQLException {
        fill(database, 300);
        stone(database, "40P01", 3);

        Migrations.of(database.dataSource(), "migrations/accounts-stumbling.yaml")
                .upgrade();

        assertThat(number(database, "select count(*) from account where balance = id + 11"))
                .isEqualTo(300);
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsDone(TestDatabase database) {
        assertThatThrownBy(() -> Migrations.of(database.dataSource(), "migrations/accounts-wrong.yaml")
                        .upgrade())
                .hasMessageContainingAll(
                        "runInTransaction: false",
                        "no other changes",
                        "table and key go together",
                        "batch is at least 1",
                        "implements dev.athanor.migrations.data.DataMigration");
    }

    @Test
    void rangesOfKeysAreConditions() {
        KeyRange first = new KeyRange("id", "uuid", Optional.empty(), "00", 3);
        KeyRange next = new KeyRange("Id", "text", Optional.of("it's"), "z", 3);

        assertThat(first.condition()).isEqualTo("id <= '00'::uuid");
        assertThat(next.condition()).isEqualTo("\"Id\" > 'it''s'::text and \"Id\" <= 'z'::text");
    }

    private static void fill(TestDatabase database, int accounts) throws SQLException {
        database.execute("insert into account (id, owner, balance)"
                + " select n, md5(n::text), n from generate_series(1, " + accounts + ") n; analyze account");
    }

    /** At the row in the middle of the second loop. */
    private static void stone(TestDatabase database, String state, int times) throws SQLException {
        database.execute("create sequence stumbled; create table stone (owner text, state text, times int);"
                + " insert into stone select owner, '" + state + "', " + times
                + " from (select owner from account order by owner limit 150) o order by owner desc limit 1");
    }

    private static OptionalLong progress(long total) {
        return OptionalLong.of(total);
    }

    private static void assertNothingIsLeft(TestDatabase database) throws SQLException {
        assertThat(number(database, "select count(*) from pg_class where relname = 'athanor_data_migration'"))
                .isZero();
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
