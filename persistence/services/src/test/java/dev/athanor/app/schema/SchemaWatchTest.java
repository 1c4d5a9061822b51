// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.MigrationMode;
import dev.athanor.migrations.Migrations;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** With the monolith's own changelog. */
@PostgresTest
class SchemaWatchTest {
    private static final String CHANGELOG = "db/changelog.yaml";

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
        assertThat(watch.look().description()).contains("behind", "identity-0001-users");

        migrations(database).upgrade();
        assertThat(watch.look().ready()).isTrue();
    }

    @Test
    void aFailedUpgradeIsToldUntilTheSchemaIsCurrentByOtherMeans(TestDatabase database) throws SQLException {
        database.execute("create schema identity");
        SchemaWatch watch = watch(database, MigrationMode.UPGRADE);

        for (int look = 0; look < 2; look++) {
            assertThat(watch.look().ready()).isFalse();
            assertThat(watch.readiness().description())
                    .contains("identity-0001-schema", "failed", "schema \"identity\" already exists");
        }

        database.execute("drop schema identity");
        assertThat(watch.look().ready()).as("not tried again by itself").isFalse();
        migrations(database).upgrade();
        assertThat(watch.look().ready()).isTrue();
    }

    @Test
    void aDatabaseThatIsAwayIsUpgradedOnceItIsThere(TestDatabase database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("nobody_yet");
        SchemaWatch watch = new SchemaWatch(Migrations.of(source, CHANGELOG), MigrationMode.UPGRADE);
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
        SchemaWatch watch =
                new SchemaWatch(Migrations.of(database.dataSource(), "nowhere.yaml"), MigrationMode.UPGRADE);

        assertThat(watch.look().ready()).isFalse();
        assertThat(watch.readiness().description()).contains("nowhere.yaml");
    }

    @Test
    void aSchemaThatIsReplacedByAnOlderOneIsNoticedAndNotUpgradedUnasked(TestDatabase database) throws SQLException {
        SchemaWatch watch = watch(database, MigrationMode.UPGRADE);
        assertThat(watch.look().ready()).isTrue();

        database.execute("delete from databasechangelog where id = 'identity-0001-users'");
        assertThat(watch.look().ready()).isFalse();
        assertThat(watch.look().description()).contains("behind");
    }

    private static SchemaWatch watch(TestDatabase database, MigrationMode mode) {
        return new SchemaWatch(migrations(database), mode);
    }

    private static Migrations migrations(TestDatabase database) {
        return Migrations.of(database.dataSource(), CHANGELOG);
    }
}
