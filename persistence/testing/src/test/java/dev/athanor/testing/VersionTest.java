// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A build for another PostgreSQL tests that one. */
@PostgresTest
class VersionTest {
    @Test
    void theServerIsOfTheVersionThatTheBuildNames(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            String version = connection.getMetaData().getDatabaseProductVersion();

            assertThat(System.getProperty("postgresql.version")).startsWith(version + ".");
        }
    }
}
