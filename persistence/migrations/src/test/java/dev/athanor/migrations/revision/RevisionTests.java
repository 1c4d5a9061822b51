// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.LiquibaseScope;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of revisions, and a database that knows none of them yet. */
@PostgresTest
abstract class RevisionTests {
    @TempDir
    Path temporary;

    TestDatabase database;
    Revisions revisions;
    RevisedDatabase revised;
    OfflineMigrations offline;

    @BeforeEach
    void start(TestDatabase fresh) {
        database = fresh;
        revisions = new Revisions(temporary.resolve("db"), database);
        revised = revisions.revised();
        offline = OfflineMigrations.of(revisions.directory());
    }

    /** Somebody else, who migrates until this is closed. */
    Connection migrating() throws SQLException {
        Connection other = database.dataSource().getConnection();
        try (Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LiquibaseScope.LOCK + ")");
        }
        return other;
    }
}
