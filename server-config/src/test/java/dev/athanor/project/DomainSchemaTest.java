// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.Migrations;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The changelogs lose nothing on the way; that they lead to what the entities want, OurSchemaTest shows. */
@ResourceLock("liquibase") // by itself it forgets the locks of all runs
@PostgresTest
class DomainSchemaTest {
    @Test
    void whatUsersHadToldIsInTheirProfiles(TestDatabase database, Connection connection) throws SQLException {
        upgrade(database, "db/identity/0001-users.yaml");
        database.execute(
                "insert into identity.users (username, email, password_hash, bio, created_at, updated_at, version)"
                        + " values ('ada', 'ada@example.org', 'x', 'I weave', now(), now(), 1)");

        upgrade(database, "db/changelog.yaml");

        try (Statement statement = connection.createStatement();
                ResultSet told = statement.executeQuery("select username, p.bio, p.image, preferences, interests"
                        + " from identity.users u join identity.user_profiles p on p.user_id = u.id")) {
            assertThat(told.next()).isTrue();
            assertThat(told.getString(1)).isEqualTo("ada");
            assertThat(told.getString(2)).isEqualTo("I weave");
            assertThat(told.getString(3)).isNull();
            assertThat(told.getString(4)).isEqualTo("{}");
            assertThat(told.getString(5)).isEqualTo("{}");
            assertThat(told.next()).isFalse();
        }
    }

    private static void upgrade(TestDatabase database, String changelog) {
        Migrations.of(database.dataSource(), changelog).upgrade();
    }
}
