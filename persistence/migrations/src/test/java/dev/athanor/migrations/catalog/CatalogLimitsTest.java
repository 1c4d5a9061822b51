// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a comparison needs, what it tells, and how large schemas may be. */
@PostgresTest
class CatalogLimitsTest {
    private static final int MANY_TABLES = 500;
    private static final int COLUMNS_OF_EACH = 10;

    private static SchemaModel model(List<Table> tables) {
        return new SchemaModel("public", Set.of("public"), List.of(), List.of(), List.of(), tables, List.of());
    }

    private static Table table(String name, List<Column> columns, Check... checks) {
        return new Table(new QualifiedName("public", name), columns, List.of(checks), List.of(), Optional.empty());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatIsNotComparedIsTold(Connection connection) throws SQLException {
        run(connection, """
                create table note (id int primary key, text text);
                create view notes as select * from note;
                create materialized view kept as select 1 as one;
                create function twice(int) returns int language sql as 'select 2 * $1';
                create domain short as varchar(3);
                create type pair as (one int, other int);
                create type span as range (subtype = int);
                create table part (id int) partition by range (id);
                create table part_1 partition of part for values from (1) to (9);
                create table below (more int) inherits (note);
                create unlogged table fast (id int);
                create policy own on note using (true);
                create rule quiet as on delete to fast do instead nothing;
                create trigger changed before update on note execute function suppress_redundant_updates_trigger();
                """.replace("before update on note execute", "before update on note for each row execute"));

        assertThat(Catalog.of(connection).comparison(model(List.of())).notCompared())
                .containsExactlyInAnyOrder(
                        "view public.notes",
                        "materialized view public.kept",
                        "function twice(integer)",
                        "domain public.short",
                        "composite type public.pair",
                        "range type public.span",
                        "partitioned table public.part",
                        "partition public.part_1",
                        "inheritance of table public.below",
                        "unlogged table public.fast",
                        "policy own of public.note",
                        "rule quiet of public.fast",
                        "trigger changed of public.note");
    }

    @Test
    void aPartThatPostgreSqlRefusesIsNamed(Connection connection) throws SQLException {
        SchemaModel wanted =
                model(List.of(table("note", List.of(Column.of("id", "int")), Check.of("odd", "idd % 2 = 1"))));

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Catalog.of(connection).comparison(wanted))
                .withMessageContaining("refuses to add table note")
                .withMessageContaining("column \"idd\" does not exist")
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.SCHEMA_REFUSED));
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void aUserWithoutTheRightIsToldWhichOne(TestDatabase database) throws SQLException {
        String reader = "reader_of_" + database.name();
        database.execute("create role " + reader + " login");
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(reader);
            try (Connection connection = source.getConnection()) {
                assertThat(Catalog.of(connection)
                                .read("public", Set.of("public"))
                                .tables())
                        .isEmpty();
                assertThatExceptionOfType(MigrationException.class)
                        .isThrownBy(() -> Catalog.of(connection).comparison(model(List.of())))
                        .withMessageContaining("grant")
                        .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.SCRATCH_FORBIDDEN));
            }
        } finally {
            database.execute("drop role " + reader);
        }
    }

    @Test
    void aTransactionGoesOnAsItWas(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "create table note (id int)");

        Comparison comparison = Catalog.of(connection).comparison(model(List.of()));
        connection.commit();
        connection.setAutoCommit(true);

        assertThat(comparison.changes()).hasSize(1);
        assertThat(Catalog.of(connection).comparison(model(List.of())).changes())
                .hasSize(1);
    }

    @Test
    void theSettingsOfASessionDoNotMatter(Connection connection) throws SQLException {
        run(connection, "create type mood as enum ('CALM'); create table note (mood mood default 'CALM')");
        SchemaModel there = Catalog.of(connection).read("public", Set.of("public"));
        run(
                connection,
                "create schema other; create type other.mood as enum ('OTHER'); set search_path = other, public");

        assertThat(Catalog.of(connection).comparison(there).changes()).isEmpty();
    }

    /** As entities do by a {@code columnDefinition}, which does not say the values. */
    @Test
    void anEnumThatAColumnNamesStaysAsItIs(Connection connection) throws SQLException {
        run(connection, """
                create schema other;
                create type mood as enum ('CALM', 'WILD');
                create type tone as enum ('LOW');
                create type other.tone as enum ('HIGH');
                create table note (mood mood, tones other.tone[]);
                """);
        SchemaModel wanted =
                model(List.of(table("note", List.of(Column.of("mood", "Mood"), Column.of("tones", "other.tone[]")))));
        SchemaModel both = new SchemaModel(
                "public", Set.of("public", "other"), List.of(), List.of(), List.of(), wanted.tables(), List.of());

        assertThat(Catalog.of(connection).comparison(both).changes())
                .map(change -> change.description())
                .containsExactly("drop enum tone");
    }

    @Test
    void anExtensionThatIsWantedIsMadeForTheTrial(Connection connection) {
        SchemaModel wanted = new SchemaModel(
                "public",
                Set.of("public"),
                List.of(new Extension("citext")),
                List.of(),
                List.of(),
                List.of(table("note", List.of(Column.of("email", "citext")))),
                List.of());

        assertThat(Catalog.of(connection).comparison(wanted).changes())
                .extracting(change -> change.description())
                .containsExactly("add extension citext", "add table note");
    }

    @Test
    void expressionsMayNameTheSchemasOfTheModel(Connection connection) throws SQLException {
        run(connection, "create schema film");
        QualifiedName rating = new QualifiedName("film", "rating");
        Table film = new Table(
                new QualifiedName("film", "film"),
                List.of(Column.of("rating", "film.rating").withDefault("'G'::film.rating")),
                List.of(Check.of("not_film.rating", "rating <> 'PG'::film.rating and 'film.x' <> ''")),
                List.of(),
                Optional.empty());
        SchemaModel wanted = new SchemaModel(
                "public",
                Set.of("film"),
                List.of(),
                List.of(new EnumType(rating, List.of("G", "PG"))),
                List.of(),
                List.of(film),
                List.of());

        Table made =
                Catalog.of(connection).normalized(wanted).table(film.name()).orElseThrow();

        assertThat(made.columns().get(0).type()).isEqualTo("film.rating");
        assertThat(made.columns().get(0).defaultValue()).contains("'G'::film.rating");
        assertThat(made.constraints())
                .extracting(constraint -> constraint.name())
                .containsExactly("not_film.rating");
    }

    @Test
    void manyTablesAreComparedWithinSeconds(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < MANY_TABLES; i++) {
            List<Column> columns = new ArrayList<>();
            columns.add(Column.of("id", "bigint").notNull());
            for (int j = 1; j < COLUMNS_OF_EACH; j++) {
                columns.add(Column.of("c" + j, "varchar(" + (10 + j) + ")").withDefault("''"));
            }
            tables.add(new Table(
                    new QualifiedName("public", "t" + i),
                    columns,
                    List.of(PrimaryKey.of("t" + i + "_pkey", List.of("id")), Check.of("t" + i + "_check", "id > 0")),
                    List.of(Index.of("t" + i + "_idx", List.of("lower(c1)", "c2 desc"), false)),
                    Optional.empty()));
        }
        SchemaModel wanted = model(tables);
        CatalogTest.apply(connection, Catalog.of(connection).comparison(wanted).changes());

        long begin = System.nanoTime();
        Comparison comparison = Catalog.of(connection).comparison(wanted);

        assertThat(comparison.changes()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
