// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Renames;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What leads from a schema to another is written, run by Liquibase, and taken back. */
@ResourceLock("liquibase") // by itself it has threads that start one another share a scope
@PostgresTest
class ChangelogTest {
    private static final Set<String> SCHEMAS = Set.of("public", "Film");
    private static final Renames DROPPING = Renames.none().droppingAll();
    private static final int BY_LIQUIBASE = 8;
    private static final int BY_STATEMENTS = 100;

    @TempDir
    private Path folder;

    @Test
    void liquibaseGoesThereAndBack(Connection connection) throws Exception {
        for (int seed = 0; seed < BY_LIQUIBASE; seed++) {
            SchemaModel from = RandomSchema.of(2L * seed);
            SchemaModel to = RandomSchema.of(2L * seed + 1);
            SchemaModel nothing = read(connection);
            int first = run(connection, comparison(connection, from), "from" + seed);
            SchemaModel before = read(connection);
            assertThat(comparison(connection, from).changes())
                    .as("seed %d", seed)
                    .isEmpty();
            int second = run(connection, comparison(connection, to), "to" + seed);
            assertThat(comparison(connection, to).changes()).as("seed %d", seed).isEmpty();
            rollback(connection, "to" + seed, second);
            assertThat(Comparison.between(before, read(connection), DROPPING).changes())
                    .as("seed %d", seed)
                    .isEmpty();
            rollback(connection, "from" + seed, first);
            assertThat(Comparison.between(nothing, read(connection), DROPPING).changes())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void anySchemaBecomesAnyOtherAndComesBack(Connection connection) throws SQLException {
        for (int seed = 0; seed < BY_STATEMENTS; seed++) {
            SchemaModel from = RandomSchema.of(10_000L + 2L * seed);
            SchemaModel to = RandomSchema.of(10_001L + 2L * seed);
            Comparison first = comparison(connection, from);
            apply(connection, first.changes());
            SchemaModel before = read(connection);
            Comparison second = comparison(connection, to);
            try {
                apply(connection, second.changes());
                assertThat(comparison(connection, to).changes())
                        .as("there, seed %d", seed)
                        .isEmpty();
                apply(connection, second.backwards());
                assertThat(Comparison.between(before, read(connection), DROPPING)
                                .changes())
                        .as("back, seed %d", seed)
                        .isEmpty();
                apply(connection, first.backwards());
            } catch (SQLException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static SchemaModel read(Connection connection) {
        return Catalog.of(connection).read("public", SCHEMAS);
    }

    private static Comparison comparison(Connection connection, SchemaModel wanted) {
        return Catalog.of(connection).comparison(wanted, DROPPING);
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

    /** Writes and runs it; how many change sets there are. */
    private int run(Connection connection, Comparison comparison, String name) throws Exception {
        String yaml = Changelog.of(comparison).named(name).yaml();
        return new LiquibaseFiles(folder).update(connection, name + ".yaml", yaml);
    }

    private void rollback(Connection connection, String name, int count) throws Exception {
        new LiquibaseFiles(folder).rollback(connection, name + ".yaml", count);
    }

    @Test
    void isReadableAndSaysWhatToKnow(Connection connection) throws IOException, SQLException {
        apply(
                connection,
                Catalog.of(connection).comparison(ReadableSchemas.before()).changes());
        Comparison comparison = Catalog.of(connection).comparison(ReadableSchemas.after());

        String yaml = Changelog.of(comparison).named("0002").by("ada").yaml();

        try (InputStream expected = ChangelogTest.class.getResourceAsStream("/migrations/readable.yaml")) {
            assertThat(yaml).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
