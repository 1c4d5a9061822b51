// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other names are found, asked for, and followed by all that hangs on them; rows stay. */
@PostgresTest(scripts = "/migrations/renames.sql")
class RenamesTest {
    /** Applies it, looks that nothing is left to do and rows are there, and takes it back. */
    private static void thereAndBack(Connection connection, Comparison comparison, SchemaModel wanted)
            throws SQLException {
        SchemaModel before = Library.read(connection);
        List<String> rows = rows(connection, "select title || coalesce(isbn, '') from book order by id");
        Library.apply(connection, comparison.changes());
        assertThat(Comparison.between(Library.read(connection), wanted).changes())
                .isEmpty();
        Library.apply(connection, comparison.backwards());
        assertThat(Library.read(connection)).isEqualTo(before);
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
    void whatStandsOnAColumnFollowsIt(Connection connection) throws SQLException {
        SchemaModel wanted = Library.after(connection, "alter table book rename title to name");

        Comparison comparison = Comparison.between(
                Library.read(connection), wanted, Renames.none().renaming("book.title=book.name"));

        assertThat(Library.descriptions(comparison)).containsExactly("rename column book.title to column book.name");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void whatHangsOnATableFollowsItAndIsCalledAfterIt(Connection connection) throws SQLException {
        SchemaModel wanted = Library.after(
                connection,
                "alter table book rename to volume",
                "alter table volume rename constraint book_pkey to volume_pkey",
                "alter index book_title_idx rename to volume_title_idx",
                "alter sequence book_number_seq rename to volume_number_seq",
                "alter sequence book_seq rename to volume_seq");

        Comparison comparison = Comparison.between(
                Library.read(connection), wanted, Renames.none().renaming("book=volume"));

        assertThat(Library.descriptions(comparison))
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
        SchemaModel wanted = Library.after(
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

        Comparison comparison = Comparison.between(Library.read(connection), wanted, answers);

        assertThat(comparison.changes()).allMatch(Renamed.class::isInstance);
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void aTableMovesIntoAnotherSchema(Connection connection) throws SQLException {
        SchemaModel wanted =
                Library.after(connection, "alter table book set schema film", "alter table film.book rename to volume");

        Comparison comparison = Comparison.between(
                Library.read(connection), wanted, Renames.none().renaming("book=film.volume"));

        assertThat(Library.descriptions(comparison)).first().isEqualTo("rename table book to table volume");
        assertThat(comparison.changes()).noneMatch(Removed.class::isInstance);
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void anOldNameMayBeGivenToSomethingNew(Connection connection) throws SQLException {
        SchemaModel wanted = Library.after(
                connection, "alter table book rename isbn to code", "alter table book add isbn varchar(20)");

        Comparison comparison = Comparison.between(
                Library.read(connection), wanted, Renames.none().renaming("book.isbn", "book.code"));

        assertThat(Library.descriptions(comparison))
                .contains("rename column book.isbn to column book.code", "add column book.isbn");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void anOldNameMayBeGivenToANewTable(Connection connection) throws SQLException {
        SchemaModel wanted = Library.after(
                connection,
                "alter table author rename to writer",
                "alter table writer rename constraint author_pkey to writer_pkey",
                "create table author (id int constraint author_pkey primary key)");

        Comparison comparison = Comparison.between(
                Library.read(connection), wanted, Renames.none().renaming("author=writer"));

        assertThat(Library.descriptions(comparison))
                .containsExactly(
                        "rename table author to table writer",
                        "rename sequence author_id_seq to sequence writer_id_seq",
                        "rename primary key author_pkey of writer to primary key writer_pkey of writer",
                        "add table author");
        thereAndBack(connection, comparison, wanted);
    }

    @Test
    void namesAreHandedOn(Connection connection) throws SQLException {
        SchemaModel wanted = Library.after(
                connection,
                "alter table book rename note to remark",
                "alter table book rename isbn to note",
                "alter table book rename title to isbn");
        Renames declared = Renames.none()
                .declaring("book.title", "book.isbn")
                .declaring("book.isbn", "book.note")
                .declaring("book.note", "book.remark");

        Comparison comparison = Comparison.between(Library.read(connection), wanted, declared);

        assertThat(Library.descriptions(comparison))
                .containsExactly(
                        "rename column book.note to column book.remark",
                        "rename column book.isbn to column book.note",
                        "rename column book.title to column book.isbn");
        thereAndBack(connection, comparison, wanted);
    }
}
