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
import dev.athanor.migrations.lint.Finding;
import dev.athanor.migrations.lint.Lint;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is written for a database in use leads to the same, and back. */
@ResourceLock("liquibase") // by itself it has threads that start one another share a scope
@PostgresTest
class OnlineChangelogTest {
    private static final Set<String> SCHEMAS = Set.of("public", "Film");
    private static final Renames DROPPING = Renames.none().droppingAll();
    private static final int SEEDS = 40;
    private static final int LOOKED_AT = 25;

    @TempDir
    private Path folder;

    private static SchemaModel read(Connection connection) {
        return Catalog.of(connection).read("public", SCHEMAS);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    private static void apply(Connection connection, List<Change> changes) throws SQLException {
        ChangeSql sql = ChangeSql.of(ObjectNames.within("public"));
        for (Change change : changes) {
            for (Step step : sql.steps(change)) {
                run(connection, step.sql());
            }
        }
    }

    /** As Liquibase does, each in a transaction or not. */
    private static void run(Connection connection, List<Step> steps, boolean inTransaction) throws SQLException {
        connection.setAutoCommit(!inTransaction);
        try {
            for (Step step : steps) {
                run(connection, step.sql());
            }
            if (inTransaction) {
                connection.commit();
            }
        } finally {
            if (inTransaction) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static void forth(Connection connection, List<Entry> entries) throws SQLException {
        for (Entry entry : entries) {
            run(connection, entry.steps(), entry.inTransaction());
        }
    }

    private static void back(Connection connection, List<Entry> entries) throws SQLException {
        List<Entry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        for (Entry entry : reversed) {
            run(connection, entry.stepsBack(), entry.inTransaction());
        }
    }

    @Test
    void anySchemaBecomesAnyOtherAndComesBack(Connection connection) throws SQLException {
        for (int seed = 0; seed < SEEDS; seed++) {
            SchemaModel to = RandomSchema.of(20_001L + 2L * seed);
            Comparison first = Catalog.of(connection).comparison(RandomSchema.of(20_000L + 2L * seed), DROPPING);
            apply(connection, first.changes());
            SchemaModel before = read(connection);
            OnlineEntries entries = new OnlineEntries(Catalog.of(connection).comparison(to, DROPPING), "public").made();
            try {
                forth(connection, entries.expand());
                forth(connection, entries.contract());
                Comparison rest = Catalog.of(connection).comparison(to, DROPPING);
                assertThat(rest.changes()).as("there, seed %d", seed).isEmpty();
                assertThat(rest.notCompared()).as("there, seed %d", seed).isEmpty();
                back(connection, entries.contract());
                back(connection, entries.expand());
                assertThat(Comparison.between(before, read(connection), DROPPING)
                                .changes())
                        .as("back, seed %d", seed)
                        .isEmpty();
                assertThat(read(connection).notCompared())
                        .as("back, seed %d", seed)
                        .isEmpty();
                apply(connection, first.backwards());
            } catch (SQLException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void theLintFindsOnlyWhatHasNoSaferForm(Connection connection) throws SQLException, IOException {
        for (int seed = 0; seed < LOOKED_AT; seed++) {
            SchemaModel from = RandomSchema.of(20_000L + 2L * seed);
            SchemaModel to = RandomSchema.of(20_001L + 2L * seed);
            Comparison first = Catalog.of(connection).comparison(from, DROPPING);
            Files.writeString(
                    folder.resolve("1.yaml"), Changelog.of(first).named("1").yaml());
            apply(connection, first.changes());
            OnlineChangelog online = OnlineChangelog.of(Catalog.of(connection).comparison(to, DROPPING))
                    .named("2");
            Files.writeString(folder.resolve("2.yaml"), online.expand());
            Files.writeString(folder.resolve("3.yaml"), online.contract().orElse("databaseChangeLog: []\n"));
            Files.writeString(folder.resolve("all.yaml"), """
                    databaseChangeLog:
                      - include: {file: 1.yaml}
                      - include: {file: 2.yaml}
                      - include: {file: 3.yaml}
                    """);

            assertThat(Lint.in(folder).findings("all.yaml"))
                    .as("seed %d", seed)
                    .allMatch(OnlineChangelogTest::hasNoSaferForm)
                    .noneMatch(finding -> finding.file().equals("1.yaml"));
            apply(connection, first.backwards());
        }
    }

    /** What goes; what is computed; another type for what others stand on, which is narrower or not. */
    private static boolean hasNoSaferForm(Finding finding) {
        return switch (finding.rule()) {
            case "data-loss", "type-narrowing" -> true;
            case "table-rewrite" ->
                finding.sql().contains(" type ") || finding.sql().contains("generated always as (");
            case "several-locks" -> finding.changeSet().contains("change-enum");
            default -> false;
        };
    }

    /** What there would be after statements. */
    private static SchemaModel after(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (String sql : statements) {
                run(connection, sql);
            }
            return read(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static OnlineEntries online(Connection connection, SchemaModel wanted, Renames answers) {
        return new OnlineEntries(Comparison.between(read(connection), wanted, answers), "public").made();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static final String AUTHORS = """
            create table author (id bigint generated always as identity primary key, name text not null unique, age int);
            create index author_lower on author (lower(name));
            insert into author (name, age) select 'a' || n, n from generate_series(1, 3) n;
            """;

    @Test
    void serversOfBothVersionsWriteAColumnUntilItsOldNameGoes(Connection connection) throws SQLException {
        run(connection, AUTHORS);
        SchemaModel before = read(connection);
        SchemaModel wanted = after(connection, "alter table author rename name to full_name");
        OnlineEntries entries = online(connection, wanted, Renames.none().renaming("author.name=author.full_name"));

        forth(connection, entries.expand());
        run(connection, "insert into author (name) values ('old')");
        run(connection, "insert into author (full_name) values ('new')");
        run(connection, "update author set name = 'older' where name = 'old'");
        run(connection, "update author set full_name = 'newer' where full_name = 'new'");
        List<String> expected = List.of("a1", "a2", "a3", "newer", "older");
        assertThat(texts(connection, "select name from author order by 1")).isEqualTo(expected);
        assertThat(texts(connection, "select full_name from author order by 1")).isEqualTo(expected);

        forth(connection, entries.contract());
        assertThat(Comparison.between(read(connection), wanted).changes()).isEmpty();
        assertThat(read(connection).notCompared()).isEmpty();
        back(connection, entries.contract());
        back(connection, entries.expand());
        assertThat(read(connection)).isEqualTo(before);
        assertThat(texts(connection, "select name from author order by 1")).isEqualTo(expected);
    }

    @Test
    void serversOfBothVersionsWriteATableUntilItsOldNameGoes(Connection connection) throws SQLException {
        run(connection, AUTHORS);
        SchemaModel wanted = after(connection, "alter table author rename to writer");
        OnlineEntries entries = online(connection, wanted, Renames.none().renaming("author=writer"));

        forth(connection, entries.expand());
        run(connection, "insert into author (name) values ('old')");
        run(connection, "insert into writer (name) values ('new')");
        run(connection, "update author set age = 9 where name = 'new'");
        assertThat(texts(connection, "select name from author where age = 9 or age is null order by 1"))
                .containsExactly("new", "old");

        forth(connection, entries.contract());
        assertThat(Comparison.between(read(connection), wanted).changes()).isEmpty();
        assertThat(read(connection).notCompared()).isEmpty();
    }

    @Test
    void rowsThatAreThereGetValues(Connection connection) throws SQLException {
        run(connection, AUTHORS);
        run(connection, "alter table author add note text, add zip text; update author set zip = age");
        SchemaModel before = read(connection);
        SchemaModel wanted = after(
                connection,
                "alter table author add number int generated by default as identity (start 10)",
                "alter table author add key uuid not null default gen_random_uuid()",
                "alter table author alter age type bigint, alter zip type int using zip::int, alter zip set not null",
                "update author set note = ''",
                "alter table author alter note set default 'none', alter note set not null");
        OnlineEntries entries = online(connection, wanted, DROPPING);

        forth(connection, entries.expand());
        run(connection, "insert into author (name, age, zip) values ('old', 7, 8)");
        forth(connection, entries.contract());

        assertThat(Comparison.between(read(connection), wanted).changes()).isEmpty();
        assertThat(texts(connection, "select concat_ws(' ', name, age, zip, note, number) from author order by number"))
                .containsExactly("a1 1 1 none 10", "a2 2 2 none 11", "a3 3 3 none 12", "old 7 8 none 13");
        assertThat(texts(connection, "select distinct key::text from author")).hasSize(4);
        back(connection, entries.contract());
        back(connection, entries.expand());
        assertThat(Comparison.between(read(connection), before).changes()).isEmpty();
        assertThat(texts(connection, "select zip from author order by id")).containsExactly("1", "2", "3", "8");
    }

    @Test
    void liquibaseRunsItAndTakesItBack(Connection connection) throws Exception {
        run(connection, AUTHORS);
        SchemaModel before = read(connection);
        SchemaModel wanted = after(
                connection,
                "alter table author rename name to full_name",
                "alter table author alter age type bigint",
                "create index author_age on author (age)",
                "alter table author add constraint author_adult check (age > 0)");
        OnlineChangelog online = OnlineChangelog.of(Comparison.between(
                        read(connection), wanted, Renames.none().renaming("author.name=author.full_name")))
                .named("2");
        LiquibaseFiles files = new LiquibaseFiles(folder);

        int there = files.update(connection, "2.yaml", online.expand());
        int later = files.update(connection, "3.yaml", online.contract().orElseThrow());
        assertThat(Comparison.between(read(connection), wanted).changes()).isEmpty();
        files.rollback(connection, "3.yaml", later);
        files.rollback(connection, "2.yaml", there);
        assertThat(Comparison.between(read(connection), before).changes()).isEmpty();
    }
}
