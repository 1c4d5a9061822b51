// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Revisions of tests. */
final class Revisions {
    private final RevisionDirectory directory;
    private final TestDatabase database;

    Revisions(Path folder, TestDatabase database) {
        this.directory = RevisionDirectory.of(folder);
        this.database = database;
        directory.create();
    }

    RevisionDirectory directory() {
        return directory;
    }

    RevisedDatabase revised() {
        return RevisedDatabase.of(database.dataSource(), directory);
    }

    /** A table, and its index in a change set of its own. */
    Revision table(String name, Revision... parents) {
        return directory.add("Table " + name, List.of(parents), """
                databaseChangeLog:
                  - changeSet:
                      id: table
                      author: ada
                      changes:
                        - sql:
                            sql: create table %1$s (id bigint)
                      rollback:
                        - sql:
                            sql: drop table %1$s
                  - changeSet:
                      id: index
                      author: ada
                      comment: It's for finding
                      changes:
                        - sql:
                            sql: create index %1$s_idx on %1$s (id)
                      rollback:
                        - sql:
                            sql: drop index %1$s_idx
                """.formatted(name));
    }

    /** One change set by its statements. */
    Revision statements(String message, String sql, String rollback, Revision... parents) {
        String changelog = """
                databaseChangeLog:
                  - changeSet:
                      id: only
                      author: ada
                      changes:
                        - sql:
                            sql: %s
                """.formatted(sql);
        String back = """
                %6srollback:
                %8s- sql:
                %12ssql: %s
                """.formatted("", "", "", rollback);
        return directory.add(message, List.of(parents), rollback.isEmpty() ? changelog : changelog + back);
    }

    SchemaModel schema() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Catalog.of(connection).read("public", Set.of("public", "Film"));
        }
    }

    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
        }
        return texts;
    }

    List<String> tables() throws SQLException {
        return texts("select tablename from pg_tables where schemaname = 'public' and tablename !~ 'databasechangelog'"
                + " order by 1");
    }

    static void refused(MigrationError code, ThrowingCallable work, String... words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                        .isEqualTo(code))
                .hasMessageContainingAll(words);
    }
}
