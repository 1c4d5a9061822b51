// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.revision.RevisedDatabase;
import dev.athanor.migrations.revision.RevisionDirectory;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The revisions lose nothing on the way; that they lead to what the entities want, OurSchemaTest shows. */
@PostgresTest
class DomainSchemaTest {
    private static final Path REVISIONS = Path.of(Objects.requireNonNull(
                    System.getProperty("athanor.project"), "athanor.project is not set; run the tests by Maven"))
            .resolve("persistence/services/src/main/resources/db");

    @Test
    void whatUsersHadToldIsInTheirProfiles(TestDatabase database, Connection connection) throws SQLException {
        RevisedDatabase revised = RevisedDatabase.of(database.dataSource(), RevisionDirectory.of(REVISIONS));
        revised.upgrade("+1");
        database.execute(
                "insert into identity.users (username, email, password_hash, bio, created_at, updated_at, version)"
                        + " values ('ada', 'ada@example.org', 'x', 'I weave', now(), now(), 1)");

        revised.upgrade("head");

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
}
