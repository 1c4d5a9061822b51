// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Other names are found, asked for, and followed by all that hangs on them; rows stay. */
@PostgresTest(scripts = "/migrations/renames.sql")
class RenamesTest {
    private static final Set<String> SCHEMAS = Set.of("public", "film");

    private static SchemaModel read(Connection connection) {
        return Catalog.of(connection).read("public", SCHEMAS);
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

    private static List<String> descriptions(Comparison comparison) {
        return comparison.changes().stream().map(Change::description).toList();
    }

    /** Applies it, looks that nothing is left to do and rows are there, and takes it back. */
    private static void thereAndBack(Connection connection, Comparison comparison, SchemaModel wanted)
            throws SQLException {
        SchemaModel before = read(connection);
        List<String> rows = rows(connection, "select title || coalesce(isbn, '') from book order by id");
        apply(connection, comparison.changes());
        assertThat(Comparison.between(read(connection), wanted).changes()).isEmpty();
        apply(connection, comparison.backwards());
        assertThat(read(connection)).isEqualTo(before);
        assertThat(rows(connection, "select title || coalesce(isbn, '') from book order by id"))
                .isEqualTo(rows);
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    @Test
    void aColumnWithoutAnAnswerIsNeitherDroppedNorRenamed(Connection connection) throws SQLException {
        SchemaModel there = read(connection);
        SchemaModel wanted = after(connection, "alter table book rename title to name");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Comparison.between(there, wanted))
                .withMessageContaining("book.title is gone, and may be book.name (")
                .withMessageContaining("answer book.title=book.name, or drop book.title")
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.RENAME_UNDECIDED));
    }

    @Test
    void allThatIsUndecidedIsToldAtOnce(Connection connection) throws SQLException {
        SchemaModel there = read(connection);
        SchemaModel wanted = after(
                connection,
                "alter table book rename title to name",
                "alter table author rename to writer",
                "alter table film.\"Odd one\" rename \"a b\" to \"c d\"");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Comparison.between(there, wanted))
                .withMessageContaining("book.title=book.name")
                .withMessageContaining("author=writer")
                .withMessageContaining("film.\"Odd one\".\"a b\"=film.\"Odd one\".\"c d\"");
    }

    @Test
    void whatStandsOnAColumnFollowsIt(Connection connection) throws SQLException {
        SchemaModel wanted = after(connection, "alter table book rename title to name");

        Comparison comparison =
                Comparison.between(read(connection), wanted, Renames.none().renaming("book.title=book.name"));

        assertThat(descriptions(comparison)).containsExactly("rename column book.title to column book.name");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void whatHangsOnATableFollowsItAndIsCalledAfterIt(Connection connection) throws SQLException {
        SchemaModel wanted = after(
                connection,
                "alter table book rename to volume",
                "alter table volume rename constraint book_pkey to volume_pkey",
                "alter index book_title_idx rename to volume_title_idx",
                "alter sequence book_number_seq rename to volume_number_seq",
                "alter sequence book_seq rename to volume_seq");

        Comparison comparison =
                Comparison.between(read(connection), wanted, Renames.none().renaming("book=volume"));

        assertThat(descriptions(comparison))
                .containsExactly(
                        "rename table book to table volume",
                        "rename sequence book_number_seq to sequence volume_number_seq",
                        "rename sequence book_seq to sequence volume_seq",
                        "rename sequence book_id_seq to sequence volume_id_seq",
                        "rename primary key book_pkey of volume to primary key volume_pkey of volume",
                        "rename index book_title_idx of volume to index volume_title_idx of volume");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void aTableAndItsColumnsAreRenamedTogether(Connection connection) throws SQLException {
        SchemaModel wanted = after(
                connection,
                "alter table book rename to volume",
                "alter table volume rename title to name",
                "alter table volume rename author_id to writer_id",
                "alter table author rename to writer",
                "alter table writer rename id to key");
        Renames answers = Renames.none()
                .renaming("book=volume")
                .renaming("book.title=volume.name")
                .renaming("volume.author_id=volume.writer_id")
                .renaming("author=writer")
                .renaming("author.id=writer.key");

        Comparison comparison = Comparison.between(read(connection), wanted, answers);

        assertThat(comparison.changes()).allMatch(Renamed.class::isInstance);
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void aTableMovesIntoAnotherSchema(Connection connection) throws SQLException {
        SchemaModel wanted =
                after(connection, "alter table book set schema film", "alter table film.book rename to volume");

        Comparison comparison =
                Comparison.between(read(connection), wanted, Renames.none().renaming("book=film.volume"));

        assertThat(descriptions(comparison)).first().isEqualTo("rename table book to table volume");
        assertThat(comparison.changes()).noneMatch(Removed.class::isInstance);
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void anOldNameMayBeGivenToSomethingNew(Connection connection) throws SQLException {
        SchemaModel wanted =
                after(connection, "alter table book rename isbn to code", "alter table book add isbn varchar(20)");

        Comparison comparison =
                Comparison.between(read(connection), wanted, Renames.none().renaming("book.isbn", "book.code"));

        assertThat(descriptions(comparison)).contains("rename column book.isbn to column book.code", "add column book.isbn");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void anOldNameMayBeGivenToANewTable(Connection connection) throws SQLException {
        SchemaModel wanted = after(
                connection,
                "alter table author rename to writer",
                "alter table writer rename constraint author_pkey to writer_pkey",
                "create table author (id int constraint author_pkey primary key)");

        Comparison comparison =
                Comparison.between(read(connection), wanted, Renames.none().renaming("author=writer"));

        assertThat(descriptions(comparison))
                .containsExactly(
                        "rename table author to table writer",
                        "rename sequence author_id_seq to sequence writer_id_seq",
                        "rename primary key author_pkey of writer to primary key writer_pkey of writer",
                        "add table author");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void namesAreHandedOn(Connection connection) throws SQLException {
        SchemaModel wanted = after(
                connection,
                "alter table book rename note to remark",
                "alter table book rename isbn to note",
                "alter table book rename title to isbn");
        Renames declared = Renames.none()
                .declaring("book.title", "book.isbn")
                .declaring("book.isbn", "book.note")
                .declaring("book.note", "book.remark");

        Comparison comparison = Comparison.between(read(connection), wanted, declared);

        assertThat(descriptions(comparison))
                .containsExactly(
                        "rename column book.note to column book.remark",
                        "rename column book.isbn to column book.note",
                        "rename column book.title to column book.isbn");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void aDeclarationMeansNothingOnceItHasHappened(Connection connection) throws SQLException {
        SchemaModel there = read(connection);
        Renames declared = Renames.none().declaring("book.name", "book.title").declaring("volume", "book");

        assertThat(Comparison.between(there, there, declared).changes()).isEmpty();
    }

    @Test
    void whatIsWantedItselfIsNotWhatItWasDeclaredToBecome(Connection connection) throws SQLException {
        SchemaModel wanted = read(connection);
        run(connection, "alter table book drop note");

        Comparison comparison =
                Comparison.between(read(connection), wanted, Renames.none().declaring("book.isbn", "book.note"));

        assertThat(descriptions(comparison)).contains("add column book.note");
        assertThat(comparison.changes()).noneMatch(Renamed.class::isInstance);
    }

    @Test
    void somebodyIsAskedWithTheMostAlikeFirst(Connection connection) throws SQLException {
        SchemaModel wanted = after(
                connection,
                "alter table book rename title to book_title",
                "alter table book add subtitle text",
                "alter table book drop note");
        List<String> asked = new ArrayList<>();
        Renames asking = Renames.none().asking(candidates -> {
            asked.add(candidates.get(0).answer());
            return candidates.get(0).from().equals("book.note") ? Optional.empty() : Optional.of(candidates.get(0));
        });

        Comparison comparison = Comparison.between(read(connection), wanted, asking);

        assertThat(asked).first().isEqualTo("book.title=book.book_title");
        assertThat(descriptions(comparison))
                .contains(
                        "rename column book.title to column book.book_title",
                        "drop column book.note",
                        "add column book.subtitle");
        assertThat(descriptions(comparison)).doesNotContain("drop column book.title");
    }

    @Test
    void toDropAnywayIsAnAnswer(Connection connection) throws SQLException {
        SchemaModel there = read(connection);
        SchemaModel wanted = after(connection, "alter table book rename note to remark");

        assertThat(descriptions(Comparison.between(there, wanted, Renames.none().dropping("book.note"))))
                .contains("drop column book.note", "add column book.remark");
        assertThat(descriptions(Comparison.between(there, wanted, Renames.none().droppingAll())))
                .contains("drop column book.note", "add column book.remark");
    }

    @Test
    void anAnswerAboutWhatIsNotThereIsAnError(Connection connection) {
        SchemaModel there = read(connection);

        for (Renames answers : List.of(
                Renames.none().renaming("book.titel=book.title"),
                Renames.none().renaming("book.title=book.naem"),
                Renames.none().renaming("book.title=author.name"),
                Renames.none().dropping("book.titel"))) {
            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(() -> Comparison.between(there, there, answers))
                    .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.RENAME_UNKNOWN));
        }
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Renames.none().renaming("book.title"))
                .withMessageContaining("old=new");
    }
}
