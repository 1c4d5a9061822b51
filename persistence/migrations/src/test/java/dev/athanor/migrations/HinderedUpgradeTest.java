// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What others have locked is asked for again later, as far as nothing is left of the attempt. */
@PostgresTest
class HinderedUpgradeTest {
    private static final String NOTES = "migrations/notes.yaml";

    @Test
    void anUpgradeThatWaitedForALockIsTriedAgainLessAndLessOften(TestDatabase database) throws SQLException {
        lackingAnAuthor(database);
        SchemaWatch watch = SchemaWatch.of(impatient(database, NOTES), MigrationMode.UPGRADE);
        List<Duration> pauses = new ArrayList<>();

        try (Connection other = locking(database, "lock table note in access share mode")) {
            for (int look = 0; look < 3; look++) {
                assertThat(watch.look().description())
                        .contains("add-author", "failed and was undone", "may be tried again", "lock timeout");
                pauses.add(watch.pause());
            }
            other.rollback();
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(watch.look().ready()).isTrue();
    }

    @Test
    void whoeverAsksForItIsToldThatItMayBeTriedAgain(TestDatabase database) throws SQLException {
        lackingAnAuthor(database);

        try (Connection other = locking(database, "lock table note in access share mode")) {
            assertThatThrownBy(impatient(database, NOTES)::upgrade)
                    .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                            .isEqualTo(MigrationError.MIGRATION_HINDERED));
            other.rollback();
        }
    }

    @Test
    void aMigrationOfRowsGoesOnWhereItWas(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), "migrations/accounts.yaml").upgrade();
        database.execute("insert into account select i, 'ada', i from generate_series(1, 3000) i");
        SchemaWatch watch =
                SchemaWatch.of(impatient(database, "migrations/accounts-doubled.yaml"), MigrationMode.UPGRADE);

        try (Connection other = locking(database, "select 1 from account where id = 2500 for update")) {
            assertThat(watch.look().description()).contains("doubled", "may be tried again", "lock timeout");
            assertThat(deleted(database, "delete from account where balance = id * 2 and id <= 10"))
                    .isEqualTo(10);
            other.rollback();
        }

        assertThat(watch.look().ready()).isTrue();
        assertThat(deleted(database, "delete from account where balance = id * 2"))
                .isEqualTo(2990);
    }

    private static int deleted(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void whatMayHaveLeftSomethingIsNotTriedAgain(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        SchemaWatch watch = SchemaWatch.of(impatient(database, "migrations/notes-index.yaml"), MigrationMode.UPGRADE);

        try (Connection other = locking(database, "lock table note in row exclusive mode")) {
            assertThat(watch.look().description()).contains("index-note", "what it did before stays", "lock timeout");
            other.rollback();
        }
        database.execute("drop index note_text");

        assertThat(watch.look().ready()).isFalse();
    }

    private static void lackingAnAuthor(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        database.execute("delete from databasechangelog where id = 'add-author'; alter table note drop column author");
    }

    /** Who waits for no lock for long. */
    private static Migrations impatient(TestDatabase database, String changelog) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setOptions("-c lock_timeout=200ms");
        return Migrations.of(source, changelog);
    }

    private static Connection locking(TestDatabase database, String sql) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }
}
