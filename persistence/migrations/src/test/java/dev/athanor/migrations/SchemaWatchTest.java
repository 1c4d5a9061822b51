// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class SchemaWatchTest {
    private static final String CHANGELOG = "migrations/notes.yaml";

    @Test
    void anUpgradeMakesReady(TestDatabase database) {
        SchemaWatch watch = watch(database, MigrationMode.UPGRADE);
        assertThat(watch.readiness().ready()).isFalse();

        assertThat(watch.look().ready()).isTrue();
        assertThat(watch.readiness()).isEqualTo(new SchemaReadiness(true, "the schema is current"));
    }

    @Test
    void verifyingWaitsForSomebodyElsesUpgrade(TestDatabase database) {
        SchemaWatch watch = watch(database, MigrationMode.VERIFY);

        assertThat(watch.look().ready()).isFalse();
        assertThat(watch.look().description()).contains("behind", "add-author");

        migrations(database).upgrade();
        assertThat(watch.look().ready()).isTrue();
    }

    @Test
    void aFailedUpgradeIsToldUntilTheSchemaIsCurrentByOtherMeans(TestDatabase database) throws SQLException {
        database.execute("create table note (id bigint)");
        SchemaWatch watch = watch(database, MigrationMode.UPGRADE);

        for (int look = 0; look < 2; look++) {
            assertThat(watch.look().ready()).isFalse();
            assertThat(watch.readiness().description())
                    .contains("create-note", "failed and was undone", "relation \"note\" already exists");
        }

        database.execute("drop table note");
        assertThat(watch.look().ready()).as("not tried again by itself").isFalse();
        migrations(database).upgrade();
        assertThat(watch.look().ready()).isTrue();
    }

    @Test
    void aFailedUpgradeIsDoneAtTheNextStartOnceWhatWasWrongIsRepaired(TestDatabase database) throws SQLException {
        database.execute("create table note (id bigint)");
        assertThat(watch(database, MigrationMode.UPGRADE).look().ready()).isFalse();

        database.execute("drop table note");
        assertThat(watch(database, MigrationMode.UPGRADE).look().ready()).isTrue();
    }

    @Test
    void anUpgradeThatLostTheDatabaseIsTriedAgainLessAndLessOften(TestDatabase database) throws SQLException {
        SchemaWatch watch = SchemaWatch.of(
                Migrations.of(database.dataSource(), "migrations/notes-lost.yaml"), MigrationMode.UPGRADE);
        List<Duration> pauses = new ArrayList<>();

        for (int look = 0; look < 7; look++) {
            assertThat(watch.look().description()).contains("the connection", "lost");
            pauses.add(watch.pause());
        }
        assertThat(pauses)
                .isSorted()
                .startsWith(Duration.ofSeconds(4), Duration.ofSeconds(8))
                .endsWith(Duration.ofSeconds(64), Duration.ofSeconds(64));

        database.execute("create table calm ()");
        assertThat(watch.look().ready()).isTrue();
    }

    @Test
    void whileItUpgradesHowFarItIsCanBeRead(TestDatabase database) {
        List<String> read = new ArrayList<>();
        AtomicReference<Supplier<String>> reader = new AtomicReference<>(() -> "nothing yet");
        SchemaWatch watch = SchemaWatch.of(
                migrations(database)
                        .telling(event ->
                                read.add(Objects.requireNonNull(reader.get()).get())),
                MigrationMode.UPGRADE);
        reader.set(() -> watch.readiness().description());

        watch.look();

        assertThat(read)
                .containsSubsequence(
                        "applying change set 1 of 2, migrations/notes.yaml::create-note::athanor",
                        "applying change set 2 of 2, migrations/notes.yaml::add-author::athanor");
        assertThat(watch.readiness().description()).isEqualTo("the schema is current");
    }

    @Test
    void howLongToWaitDependsOnWhatWasFound(TestDatabase database) {
        SchemaWatch watch = watch(database, MigrationMode.UPGRADE);
        assertThat(watch.pause()).isLessThan(Duration.ofSeconds(5));

        watch.look();
        assertThat(watch.pause()).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void aDatabaseThatIsAwayIsUpgradedOnceItIsThere(TestDatabase database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("nobody_yet");
        SchemaWatch watch = SchemaWatch.of(Migrations.of(source, CHANGELOG), MigrationMode.UPGRADE);
        assertThat(watch.look().ready()).isFalse();
        assertThat(watch.readiness().description()).contains("no connection for migrations");

        database.execute("create role nobody_yet superuser login");
        try {
            assertThat(watch.look().ready()).isTrue();
        } finally {
            database.execute("reassign owned by nobody_yet to current_user; drop role nobody_yet");
        }
    }

    @Test
    void aMissingChangelogIsToldAsTheReason(TestDatabase database) {
        SchemaWatch watch = SchemaWatch.of(Migrations.of(database.dataSource(), "nowhere.yaml"), MigrationMode.UPGRADE);

        assertThat(watch.look().ready()).isFalse();
        assertThat(watch.readiness().description()).contains("nowhere.yaml");
    }

    @Test
    void aSchemaThatIsReplacedByAnOlderOneIsNoticedAndNotUpgradedUnasked(TestDatabase database) throws SQLException {
        SchemaWatch watch = watch(database, MigrationMode.UPGRADE);
        assertThat(watch.look().ready()).isTrue();

        database.execute("delete from databasechangelog where id = 'add-author'");
        assertThat(watch.look().ready()).isFalse();
        assertThat(watch.look().description()).contains("behind");
    }

    @Test
    void aServerLooksAtItsSchema(TestDatabase database) {
        DataSource dataSource = database.dataSource();
        // region watch
        Migrations migrations = Migrations.of(dataSource, "db/changelog.yaml");
        SchemaWatch watch = SchemaWatch.of(migrations, MigrationMode.of("upgrade"));
        watch.look();
        boolean ready = watch.readiness().ready();
        String reason = watch.readiness().description();
        // endregion
        assertThat(ready).isFalse();
        assertThat(reason).contains("db/changelog.yaml");
    }

    private static SchemaWatch watch(TestDatabase database, MigrationMode mode) {
        return SchemaWatch.of(migrations(database), mode);
    }

    private static Migrations migrations(TestDatabase database) {
        return Migrations.of(database.dataSource(), CHANGELOG);
    }
}
