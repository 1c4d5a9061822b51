// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.Changelog;
import dev.athanor.migrations.changelog.RandomSchema;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every revision that is written is taken back without a trace. */
@PostgresTest
class RoundTripTest {
    private static final int REVISIONS = 3;

    @TempDir
    private Path temporary;

    @Test
    void everyRevisionIsTakenBackToWhatWasBefore(TestDatabase database) throws SQLException {
        Revisions revisions = new Revisions(temporary.resolve("db"), database);
        RevisedDatabase revised = revisions.revised();
        List<SchemaModel> schemas = new ArrayList<>(List.of(revisions.schema()));
        for (long seed = 0; seed < REVISIONS; seed++) {
            Comparison comparison = comparison(database, RandomSchema.of(seed));
            List<Revision> parents = revisions.directory().graph().heads();
            Revision revision = revisions
                    .directory()
                    .add("Random " + seed, parents, Changelog.of(comparison).yaml());
            SchemaModel before = revisions.schema();

            assertThat(revised.upgrade("+1")).containsExactly(revision);
            assertThat(comparison(database, RandomSchema.of(seed)).changes()).isEmpty();
            schemas.add(revisions.schema());
            assertThat(revised.downgrade("-1")).containsExactly(revision);
            assertThat(changes(before, revisions.schema())).as("seed %d", seed).isEmpty();
            revised.upgrade("head");
        }

        for (int left = REVISIONS; left > 0; left--) {
            assertThat(changes(schemas.get(left), revisions.schema()))
                    .as("at %d", left)
                    .isEmpty();
            revised.downgrade("-1");
        }
        assertThat(changes(schemas.get(0), revisions.schema())).isEmpty();
        revised.upgrade("head");
        assertThat(changes(schemas.get(REVISIONS), revisions.schema())).isEmpty();
        revised.downgrade("base");
        assertThat(changes(schemas.get(0), revisions.schema())).isEmpty();
    }

    private static Comparison comparison(TestDatabase database, SchemaModel wanted) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Catalog.of(connection).comparison(wanted);
        }
    }

    private static List<Change> changes(SchemaModel before, SchemaModel after) {
        return Comparison.between(before, after).changes();
    }
}
