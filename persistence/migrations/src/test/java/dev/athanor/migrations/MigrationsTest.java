// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.postgresql.ds.PGSimpleDataSource;

@ResourceLock(value = "liquibase", mode = ResourceAccessMode.READ) // Liquibase by itself forgets the locks of all runs
@PostgresTest
class MigrationsTest {
    private static final String NOTES = "migrations/notes.yaml";

    @Test
    void upgradeAppliesWhatIsMissingOnce(TestDatabase database) throws SQLException {
        Migrations migrations = Migrations.of(database.dataSource(), NOTES);

        assertThat(migrations.state().pending())
                .containsExactly(
                        "migrations/notes.yaml::create-note::athanor", "migrations/notes.yaml::add-author::athanor");
        assertThat(migrations.upgrade().isCurrent()).isTrue();
        assertThat(migrations.upgrade().isCurrent()).isTrue();

        assertThat(migrations.state()).isEqualTo(new SchemaState(List.of(), List.of()));
        assertThat(texts(database, "select id from databasechangelog order by orderexecuted"))
                .containsExactly("create-note", "add-author");
    }

    @Test
    void lookingAtTheStateWritesNothing(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).state();

        assertThat(texts(database, "select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void lookingAtTheStateNeedsNoRightsToChange(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        String reader = "reader_of_" + database.name();
        database.execute("create role " + reader + " login; grant select on databasechangelog to " + reader);
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(reader);
            assertThat(Migrations.of(source, NOTES).state().isCurrent()).isTrue();
        } finally {
            database.execute("drop owned by " + reader + "; drop role " + reader);
        }
    }

    @Test
    void manyServersUpgradeOnce(TestDatabase database) throws Exception {
        int servers = 6;
        ExecutorService executor = Executors.newFixedThreadPool(servers);
        try {
            List<Future<SchemaState>> upgrades = new ArrayList<>();
            for (int server = 0; server < servers; server++) {
                upgrades.add(executor.submit(
                        () -> Migrations.of(database.dataSource(), NOTES).upgrade()));
            }
            for (Future<SchemaState> upgrade : upgrades) {
                assertThat(upgrade.get(30, SECONDS).isCurrent()).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(texts(database, "select id from databasechangelog order by orderexecuted"))
                .containsExactly("create-note", "add-author");
    }

    @Test
    void waitsForAnotherServerNoLongerThanSaid(TestDatabase database) throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                MigrationLock held = MigrationLock.acquire(other, Duration.ZERO)) {
            held.whileHeld(() -> assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(() -> Migrations.of(database.dataSource(), NOTES)
                            .waitingAtMost(Duration.ofMillis(300))
                            .upgrade())
                    .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.MIGRATION_LOCKED)));
        }
        assertThat(Migrations.of(database.dataSource(), NOTES).upgrade().isCurrent())
                .isTrue();
    }

    @Test
    void takesOverTheLockOfAServerThatDied(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        database.execute("delete from databasechangelog where id = 'add-author'; alter table note drop column author;"
                + " update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'athanor: gone'");

        assertThat(Migrations.of(database.dataSource(), NOTES).upgrade().isCurrent())
                .isTrue();
        assertThat(texts(database, "select locked::text from databasechangeloglock"))
                .containsExactly("false");
    }

    @Test
    void marksLiquibasesLockAsItsOwnWhileItWorks(TestDatabase database) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<SchemaState> upgrade = executor.submit(
                    () -> Migrations.of(database.dataSource(), NOTES).upgrade());
            List<String> seen = new ArrayList<>();
            while (!upgrade.isDone()) {
                if (!texts(database, "select to_regclass('databasechangeloglock')::text")
                        .contains("null")) {
                    seen.addAll(texts(database, "select lockedby from databasechangeloglock where locked"));
                }
            }
            assertThat(upgrade.get().isCurrent()).isTrue();
            assertThat(seen).isNotEmpty().last().asString().startsWith("athanor: ");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aFailedChangeSetIsUndoneAndNamed(TestDatabase database) throws SQLException {
        Migrations migrations = Migrations.of(database.dataSource(), "migrations/notes-broken.yaml");

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                        .isEqualTo(MigrationError.MIGRATION_FAILED))
                .hasMessageContainingAll("half-done", "\"missing\" does not exist");

        assertThat(texts(database, "select to_regclass('half_done')::text")).containsExactly("null");
        assertThat(migrations.state().pending()).singleElement().asString().contains("half-done");
        assertThat(texts(database, "select locked::text from databasechangeloglock"))
                .containsExactly("false");
    }

    @Test
    void aChangeSetAlteredAfterwardsIsReported(TestDatabase database) {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        Migrations altered = Migrations.of(database.dataSource(), "migrations/notes-altered.yaml");

        assertThat(altered.state().altered()).containsExactly("migrations/notes.yaml::create-note::athanor");
        assertThat(altered.state().description()).contains("behind", "create-note");
        assertThatThrownBy(altered::upgrade).hasMessageContaining("check sum");
    }

    @Test
    void aConnectionLostDuringTheUpgradeIsNotTheChangeSetsFault(TestDatabase database) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<SchemaState> upgrade = executor.submit(
                    () -> Migrations.of(database.dataSource(), NOTES).upgrade());
            // The one that sleeps, as its change set wants.
            while (texts(
                            database,
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where wait_event = 'PgSleep' and datname = current_database()")
                    .isEmpty()) {
                assertThat(upgrade.isDone()).isFalse();
            }
            assertThatThrownBy(() -> upgrade.get(30, SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                            .isEqualTo(MigrationError.DATABASE_UNREACHABLE));
        } finally {
            executor.shutdownNow();
        }
        assertThat(Migrations.of(database.dataSource(), NOTES).upgrade().isCurrent())
                .isTrue();
    }

    @Test
    void anIgnoredChangeSetIsNotMissed(TestDatabase database) {
        assertThat(Migrations.of(database.dataSource(), "migrations/ignored.yaml")
                        .upgrade()
                        .isCurrent())
                .isTrue();
    }

    @Test
    void aUserWhoMayNotReadTheStateIsToldSo(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        String stranger = "stranger_of_" + database.name();
        database.execute("create role " + stranger + " login");
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(stranger);
            assertThatThrownBy(() -> Migrations.of(source, NOTES).state()).hasMessageContaining("permission denied");
        } finally {
            database.execute("drop role " + stranger);
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidSo(TestDatabase database) throws SQLException {
        Migrations migrations = Migrations.of(database.dataSource(), NOTES);
        database.close();

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(migrations::state)
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.DATABASE_UNREACHABLE));
    }

    @Test
    void aChangelogThatIsNotThereIsSaidSo(TestDatabase database) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() ->
                        Migrations.of(database.dataSource(), "nowhere.yaml").state())
                .withMessageContaining("nowhere.yaml")
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.CHANGELOG_UNREADABLE));
    }

    @Test
    void connectionsGoBackAsTheyCame(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            LiquibaseRun run =
                    new LiquibaseRun(connection, NOTES, Thread.currentThread().getContextClassLoader(), Duration.ZERO);
            run.update();
            run.state();
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    private static List<String> texts(TestDatabase database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
        }
        return texts;
    }
}
