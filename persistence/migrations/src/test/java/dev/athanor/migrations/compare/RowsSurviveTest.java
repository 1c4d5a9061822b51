// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.RandomSchema;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows are there and back what they were, whatever changes around them. */
@PostgresTest
class RowsSurviveTest {
    private static final int SEEDS = 70;
    private static final Set<String> SCHEMAS = Set.of("public", "Film");

    private static SchemaModel read(Connection connection) {
        return Catalog.of(connection).read("public", SCHEMAS);
    }

    private static void apply(Connection connection, List<Change> changes) throws SQLException {
        ChangeSql sql = ChangeSql.of(ObjectNames.within("public"));
        for (Change change : changes) {
            for (Step step : sql.steps(change)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(step.sql());
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\n" + step.sql(), e.getSQLState(), e);
                }
            }
        }
    }

    @Test
    void rowsOfAnySchemaComeBackAsTheyWere(Connection connection) throws SQLException {
        int rows = 0;
        int renames = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Comparison first = Catalog.of(connection)
                    .comparison(RandomSchema.of(40_000L + seed), Renames.none().droppingAll());
            try {
                apply(connection, first.changes());
                SchemaModel before = read(connection);
                rows += RandomRows.into(before, connection);
                renames += thereAndBack(connection, before, seed);
                apply(connection, first.backwards());
            } catch (SQLException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(rows).isGreaterThan(5 * SEEDS);
        assertThat(renames).isGreaterThan(SEEDS);
    }

    /** How many names were others in between. */
    private static int thereAndBack(Connection connection, SchemaModel before, int seed) throws SQLException {
        GentleChange change = new GentleChange(before, seed);
        List<String> rows = RandomRows.of(before, change.lost(), connection);
        Comparison there = Catalog.of(connection).comparison(change.model(), change.answers());
        apply(connection, there.changes());
        assertThat(Catalog.of(connection).comparison(change.model()).changes())
                .as("there, seed %d", seed)
                .isEmpty();
        assertThat(RandomRows.of(change.model(), Set.of(), connection))
                .as("there, seed %d", seed)
                .hasSameSizeAs(rows);
        apply(connection, there.backwards());
        assertThat(Comparison.between(before, read(connection)).changes())
                .as("back, seed %d", seed)
                .isEmpty();
        assertThat(RandomRows.of(before, change.lost(), connection))
                .as("back, seed %d", seed)
                .isEqualTo(rows);
        return (int) there.changes().stream().filter(Renamed.class::isInstance).count();
    }
}
