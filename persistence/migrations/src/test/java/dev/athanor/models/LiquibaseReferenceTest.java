// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.model.EntityModel;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.structure.DatabaseObject;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Liquibase's own comparison of a database with a persistence unit. */
@ResourceLock("liquibase") // by itself it has threads that start one another share a scope
@PostgresTest
class LiquibaseReferenceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"writers", "shop", "school", "film", "press"})
    void afterTheUpgradeThereIsNothingToDo(String unit, TestDatabase database) throws Exception {
        migrate(unit, database);

        assertThat(differences(unit, database)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table writer_nicknames | missing Table writer_nicknames",
                "alter table writer drop column salary | missing Column public.writer.salary",
                "alter table writer alter column salary type numeric(10,2) | changed Column public.writer.salary",
                "alter table writer alter column last_name drop not null | changed Column public.writer.last_name",
                "alter table writer alter column made_at drop default | changed Column public.writer.made_at",
                "comment on column writer.last_name is 'Other' | changed Column public.writer.last_name",
                "alter table writer drop constraint writer_mentor_id_fkey | missing ForeignKey writer_mentor_id_fkey",
                "alter table writer add more text | unexpected Column public.writer.more",
                "create table more (id int) | unexpected Table more",
                "create sequence more | unexpected Sequence more",
            })
    void whatIsChangedByHandIsFound(String byHand, String difference, TestDatabase database) throws Exception {
        migrate("writers", database);
        database.execute(byHand);

        assertThat(differences("writers", database)).contains(difference);
    }

    @Test
    void whatItWritesLeadsThere(TestDatabase database) throws Exception {
        migrate("school", database);
        database.execute("drop table club cascade");
        Path file = folder.resolve("diff.yaml");

        compared("school", database, (result, target) -> new DiffToChangeLog(
                        result, new DiffOutputControl(false, false, false, null))
                .print(file.toString()));
        apply(file, database);

        assertThat(differences("school", database)).isEmpty();
    }

    @Test
    void nothingOfItCanBeCommittedAndNothingStays(TestDatabase database) throws Exception {
        database.execute("create table writer (id int)");
        try (Connection watcher = database.dataSource().getConnection()) {
            String before = Catalog.of(watcher).read("public", Set.of("public")).toString();
            Database reference = open("writers", database);
            Connection connection = ((JdbcConnection) reference.getConnection()).getWrappedConnection();
            assertThat(Catalog.of(watcher).read("public", Set.of("public"))).hasToString(before);

            assertThatThrownBy(connection::commit).hasMessageContaining("seal");

            reference.close();
            assertThat(Catalog.of(watcher).read("public", Set.of("public"))).hasToString(before);
            assertThat(schemas(watcher)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "athanor:writers | a database to try the schema out on",
                "athanor:writers@jdbc:h2:mem | is not the address of a persistence unit",
                "athanor:nobody@{database} | nobody",
            })
    void anAddressThatLeadsNowhereIsSaidSo(String address, String problem, TestDatabase database) {
        assertThatThrownBy(() -> openAt(address.replace("{database}", database.url()), database))
                .hasStackTraceContaining(problem);
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(string_agg(nspname, ','), '') from pg_namespace where nspname ~ '^athanor'")) {
            row.next();
            return row.getString(1).isEmpty()
                    ? List.of()
                    : List.of(row.getString(1).split(",", -1));
        }
    }

    private static void migrate(String unit, TestDatabase database) throws SQLException {
        ChangeSql sql = ChangeSql.of(ObjectNames.within("public"));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (Change change : Catalog.of(connection)
                    .comparison(EntityModel.of(unit).schema())
                    .changes()) {
                for (Step step : sql.steps(change)) {
                    statement.execute(step.sql());
                }
            }
        }
    }

    private static Set<String> differences(String unit, TestDatabase database) throws Exception {
        Set<String> differences = new TreeSet<>();
        compared(unit, database, (result, target) -> {
            result.getMissingObjects().forEach(object -> differences.add(said("missing", object)));
            result.getUnexpectedObjects().stream()
                    .filter(object -> !target.isLiquibaseObject(object))
                    .forEach(object -> differences.add(said("unexpected", object)));
            result.getChangedObjects().keySet().forEach(object -> differences.add(said("changed", object)));
        });
        return differences;
    }

    private static String said(String how, DatabaseObject object) {
        return how + " " + object.getClass().getSimpleName() + " "
                + object.toString().replaceAll("\\(.*", "").strip();
    }

    private static void compared(String unit, TestDatabase database, Work work) throws Exception {
        Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
            Database reference = open(unit, database);
            Database target = openAt(database.url(), database);
            try {
                Liquibase liquibase = new Liquibase("none", new ClassLoaderResourceAccessor(), target);
                work.with(liquibase.diff(reference, target, CompareControl.STANDARD), target);
            } finally {
                reference.close();
                target.close();
            }
        });
    }

    private static void apply(Path file, TestDatabase database) throws Exception {
        Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
            Database target = openAt(database.url(), database);
            try {
                new Liquibase(file.getFileName().toString(), new DirectoryResourceAccessor(file.getParent()), target)
                        .update();
            } finally {
                target.close();
            }
        });
    }

    private static Database open(String unit, TestDatabase database) throws Exception {
        return openAt("athanor:" + unit + "@" + database.url(), database);
    }

    private static Database openAt(String url, TestDatabase database) throws Exception {
        return DatabaseFactory.getInstance()
                .openDatabase(url, database.user(), database.password(), null, new ClassLoaderResourceAccessor());
    }

    private interface Work {
        void with(DiffResult result, Database target) throws Exception;
    }
}
