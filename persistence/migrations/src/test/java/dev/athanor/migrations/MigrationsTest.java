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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class MigrationsTest {
    private static final String NOTES = "migrations/notes.yaml";
    private static final String SETTINGS =
            "select concat(name, '=', setting) from pg_settings where name ~ 'keepalives|connection_check' order by 1";

    @Test
    void upgradeAppliesWhatIsMissingOnce(TestDatabase database) throws SQLException {
        Migrations migrations = Migrations.of(database.dataSource(), NOTES);

        assertThat(migrations.state().pending())
                .containsExactly(
                        "migrations/notes.yaml::create-note::athanor", "migrations/notes.yaml::add-author::athanor");
        assertThat(migrations.upgrade().isCurrent()).isTrue();
        assertThat(migrations.upgrade().isCurrent()).isTrue();

        assertThat(migrations.state()).isEqualTo(new SchemaState(List.of(), List.of(), List.of()));
        assertThat(texts(database, "select id from databasechangelog order by orderexecuted"))
                .containsExactly("create-note", "add-author");
    }

    @Test
    void whatContractsWaitsForWhatComesAfterIt(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        String applied = "select id from databasechangelog order by orderexecuted";

        SchemaState state = Migrations.of(database.dataSource(), "migrations/notes-contract.yaml")
                .upgrade();
        assertThat(state.isCurrent()).isTrue();
        assertThat(state.description())
                .isEqualTo("the schema is current; held back: migrations/notes-contract.yaml::drop-author::athanor");
        assertThat(texts(database, applied)).containsExactly("create-note", "add-author");

        state = Migrations.of(database.dataSource(), "migrations/notes-later.yaml")
                .upgrade();
        assertThat(state.description()).isEqualTo("the schema is current");
        assertThat(texts(database, applied)).containsExactly("create-note", "add-author", "drop-author", "add-colour");
    }

    @Test
    void nobodyUsesANewDatabaseYet(TestDatabase database) {
        assertThat(Migrations.of(database.dataSource(), "migrations/notes-contract.yaml")
                        .upgrade())
                .isEqualTo(new SchemaState(List.of(), List.of(), List.of()));
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
                MigrationLock held = MigrationLock.acquire(other, Duration.ZERO, event -> {})) {
            assertThat(held).isNotNull();
            MigrationLock.verify(other);
            List<MigrationEvent> events = new ArrayList<>();
            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(() -> Migrations.of(database.dataSource(), NOTES)
                            .waitingAtMost(Duration.ofMillis(300))
                            .telling(events::add)
                            .upgrade())
                    .withMessageContaining(
                            "process " + texts(other, "select pg_backend_pid()").get(0))
                    .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.MIGRATION_LOCKED));
            assertThat(events).isNotEmpty().allMatch(MigrationEvent.Waiting.class::isInstance);
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
    void whatLiquibaseItselfLockedIsWaitedForAndThenNamed(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), NOTES).upgrade();
        database.execute("delete from databasechangelog where id = 'add-author'; alter table note drop column author;"
                + " update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'ada''s laptop'");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Migrations.of(database.dataSource(), NOTES)
                        .waitingAtMost(Duration.ofMillis(300))
                        .upgrade())
                .withMessageContainingAll("ada's laptop since", "update databasechangeloglock set locked = false")
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.MIGRATION_LOCKED));
    }

    @Test
    void theLockIsFreeAfterwardsThoughAnotherDatabaseWasUpgradedMeanwhile(TestDatabase database) throws SQLException {
        String name = database.name() + "_other";
        database.execute("create database " + name);
        try {
            PGSimpleDataSource other = new PGSimpleDataSource();
            other.setUrl(database.url().replace(database.name(), name));
            other.setUser(database.user());
            Migrations elsewhere = Migrations.of(other, NOTES);
            elsewhere.upgrade();

            Migrations.of(database.dataSource(), NOTES)
                    .telling(event -> inAnotherThread(elsewhere::upgrade))
                    .upgrade();

            assertThat(texts(database, "select locked::text from databasechangeloglock"))
                    .containsExactly("false");
        } finally {
            database.execute("drop database " + name);
        }
    }

    @Test
    void tellsHowItGoesOn(TestDatabase database) {
        List<String> events = new ArrayList<>();

        Migrations.of(database.dataSource(), NOTES)
                .telling(event -> events.add(event.description().replaceAll("\\d+ ms", "… ms")))
                .upgrade();

        assertThat(events)
                .containsExactly(
                        "applying change set 1 of 2, migrations/notes.yaml::create-note::athanor",
                        "applied change set migrations/notes.yaml::create-note::athanor in … ms",
                        "applying change set 2 of 2, migrations/notes.yaml::add-author::athanor",
                        "applied change set migrations/notes.yaml::add-author::athanor in … ms");
    }

    @Test
    void whatAChangeSetDidIsCommittedWithItsRecordOrNotAtAll(TestDatabase database) throws SQLException {
        Migrations migrations = Migrations.of(database.dataSource(), NOTES);
        migrations.upgrade();
        database.execute("delete from databasechangelog where id = 'add-author'; alter table note drop column author;"
                + " create function refuse() returns trigger language plpgsql as"
                + " $$ begin raise exception 'not recorded'; end $$;"
                + " create trigger refuse before insert on databasechangelog execute function refuse()");

        assertThatThrownBy(migrations::upgrade).hasMessageContaining("not recorded");

        assertThat(texts(database, "select attname from pg_attribute where attrelid = 'note'::regclass and attnum > 0"))
                .doesNotContain("author");
        database.execute("drop trigger refuse on databasechangelog");
        assertThat(migrations.upgrade().isCurrent()).isTrue();
    }

    @Test
    void aPoolerThatGivesSessionsToTransactionsIsNoticedBeforeAnythingIsCommitted(TestDatabase database)
            throws SQLException {
        try (TransactionPooler pooler = new TransactionPooler(database.dataSource())) {
            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(() -> Migrations.of(pooler, NOTES).upgrade())
                    .withMessageContaining("pooler")
                    .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.SESSION_CHANGED));
        }
        assertThat(texts(database, "select to_regclass('note')::text")).containsExactly("null");
        assertThat(Migrations.of(database.dataSource(), NOTES).upgrade().isCurrent())
                .isTrue();
    }

    @Test
    void marksLiquibasesLockAsItsOwnWhileItWorks(TestDatabase database) throws SQLException {
        List<String> seen = new ArrayList<>();
        Migrations migrations = Migrations.of(database.dataSource(), NOTES).telling(event -> {
            if (event instanceof MigrationEvent.Started) {
                seen.addAll(holders(database));
            }
        });

        assertThat(migrations.upgrade().isCurrent()).isTrue();
        assertThat(seen).isNotEmpty().allMatch(holder -> holder.startsWith("athanor: "));
        assertThat(holders(database)).isEmpty();
    }

    private static List<String> holders(TestDatabase database) {
        try {
            return texts(database, "select lockedby from databasechangeloglock where locked");
        } catch (SQLException e) {
            throw new IllegalStateException("the lock cannot be looked at", e);
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
            String before = texts(connection, SETTINGS).toString();
            LiquibaseRun run = new LiquibaseRun(
                    connection, NOTES, Thread.currentThread().getContextClassLoader(), Duration.ZERO, event -> {});
            LiquibaseScope.locked(connection, Duration.ZERO, event -> {}, () -> {
                assertThat(texts(connection, SETTINGS)).asString().isNotEqualTo(before);
                run.update();
                return run.state();
            });
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(texts(connection, SETTINGS)).asString().isEqualTo(before);
        }
    }

    private static void inAnotherThread(Runnable action) {
        CompletableFuture.runAsync(action).orTimeout(30, SECONDS).join();
    }

    private static List<String> texts(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return texts(connection, query);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
        }
        return texts;
    }
}
