// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What looks renamed is asked for, and never guessed. */
@PostgresTest(scripts = "/migrations/renames.sql")
class RenameAnswersTest {
    @Test
    void aColumnWithoutAnAnswerIsNeitherDroppedNorRenamed(Connection connection) throws SQLException {
        SchemaModel there = Library.read(connection);
        SchemaModel wanted = Library.after(connection, "alter table book rename title to name");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Comparison.between(there, wanted))
                .withMessageContaining("book.title is gone, and may be book.name (")
                .withMessageContaining("answer book.title=book.name, or drop book.title")
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.RENAME_UNDECIDED));
    }

    @Test
    void allThatIsUndecidedIsToldAtOnce(Connection connection) throws SQLException {
        SchemaModel there = Library.read(connection);
        SchemaModel wanted = Library.after(
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
    void aDeclarationMeansNothingOnceItHasHappened(Connection connection) throws SQLException {
        SchemaModel there = Library.read(connection);
        Renames declared = Renames.none().declaring("book.name", "book.title").declaring("volume", "book");

        assertThat(Comparison.between(there, there, declared).changes()).isEmpty();
    }

    @Test
    void whatIsWantedItselfIsNotWhatItWasDeclaredToBecome(Connection connection) throws SQLException {
        SchemaModel wanted = Library.read(connection);
        Library.run(connection, "alter table book drop note");

        Comparison comparison = Comparison.between(
                Library.read(connection), wanted, Renames.none().declaring("book.isbn", "book.note"));

        assertThat(Library.descriptions(comparison)).contains("add column book.note");
        assertThat(comparison.changes()).noneMatch(Renamed.class::isInstance);
    }

    @Test
    void somebodyIsAskedWithTheMostAlikeFirst(Connection connection) throws SQLException {
        SchemaModel wanted = Library.after(
                connection,
                "alter table book rename title to book_title",
                "alter table book add subtitle text",
                "alter table book drop note");
        List<String> asked = new ArrayList<>();
        Renames asking = Renames.none().asking(candidates -> {
            asked.add(candidates.get(0).answer());
            return candidates.get(0).from().equals("book.note") ? Optional.empty() : Optional.of(candidates.get(0));
        });

        Comparison comparison = Comparison.between(Library.read(connection), wanted, asking);

        assertThat(asked).first().isEqualTo("book.title=book.book_title");
        assertThat(Library.descriptions(comparison))
                .contains(
                        "rename column book.title to column book.book_title",
                        "drop column book.note",
                        "add column book.subtitle");
        assertThat(Library.descriptions(comparison)).doesNotContain("drop column book.title");
    }

    @Test
    void toDropAnywayIsAnAnswer(Connection connection) throws SQLException {
        SchemaModel there = Library.read(connection);
        SchemaModel wanted = Library.after(connection, "alter table book rename note to remark");

        assertThat(Library.descriptions(
                        Comparison.between(there, wanted, Renames.none().dropping("book.note"))))
                .contains("drop column book.note", "add column book.remark");
        assertThat(Library.descriptions(
                        Comparison.between(there, wanted, Renames.none().droppingAll())))
                .contains("drop column book.note", "add column book.remark");
    }

    @Test
    void anAnswerAboutWhatIsNotThereIsAnError(Connection connection) {
        SchemaModel there = Library.read(connection);

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
