// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.Changelog;
import dev.athanor.migrations.changelog.OnlineChangelog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows. */
@PostgresTest
class MigrationsTutorialTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsAppliedAndThenThereIsNothingToDo(Connection connection, TestDatabase database)
            throws SQLException, IOException {
        Path file = folder.resolve("0001.yaml");
        // region write
        SchemaModel wanted = EntityModel.of("writers").schema();
        Comparison comparison = Catalog.of(connection).comparison(wanted);
        String yaml = Changelog.of(comparison).named("0001").by("ada").yaml();
        Files.writeString(file, yaml);
        // endregion
        try (URLClassLoader found =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, MigrationsTutorialTest.class.getClassLoader())) {
            Migrations.of(database.dataSource(), "0001.yaml").foundBy(found).upgrade();
        }
        // region again
        List<Change> missing = Catalog.of(connection).comparison(wanted).changes();
        // endregion

        assertThat(missing).isEmpty();
    }

    @Test
    void constraintsAreCalledAsOneLikes() {
        // region naming
        Naming ours = new Naming(
                "pk_{table}",
                "uq_{table}_{columns}",
                "fk_{table}_{columns}",
                "ck_{table}_{columns}",
                "ix_{table}_{columns}");
        SchemaModel wanted = EntityModel.of("writers").named(ours).schema();
        // endregion

        assertThat(wanted.table("writer")
                        .orElseThrow()
                        .primaryKey()
                        .orElseThrow()
                        .name())
                .isEqualTo("pk_writer");
    }

    @Test
    void aDatabaseInUseIsChangedInTwoSteps(Connection connection) throws SQLException {
        SchemaModel there = Catalog.of(connection).read("public", Set.of("public"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table author (name text, age int)");
        }
        Comparison comparison = Comparison.between(Catalog.of(connection).read("public", Set.of("public")), there);
        // region online
        OnlineChangelog online = OnlineChangelog.of(comparison).named("0002").by("ada");
        String first = online.expand();
        Optional<String> later = online.contract();
        // endregion

        assertThat(first).isEqualTo("databaseChangeLog: []\n");
        assertThat(later.orElseThrow()).contains("drop table author");
    }

    @Test
    void databasesAreCompared(Connection connection, TestDatabase database) throws SQLException {
        try (Connection other = database.dataSource().getConnection()) {
            // region databases
            Set<String> schemas = Set.of("public");
            Comparison comparison = Comparison.between(
                    Catalog.of(connection).read("public", schemas),
                    Catalog.of(other).read("public", schemas));
            // endregion
            assertThat(comparison.changes()).isEmpty();
        }
    }
}
