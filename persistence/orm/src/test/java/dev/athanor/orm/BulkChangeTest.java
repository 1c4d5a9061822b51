// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.BulkReturned;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QRating;
import dev.athanor.orm.press.QTag;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulkChangeTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private record Renaming(long id, @Nullable String name) {}

    private final RowMapping<Renaming> renamings =
            RowMapping.of(Renaming.class, a).set(a.id, Renaming::id).set(a.name, Renaming::name);

    private List<String> names() {
        return read(session -> session.list(selectValue(a.name).orderBy(a.id.asc())));
    }

    @Test
    void rowsAreUpdatedByTheirKeysInOneStatement() {
        sessions.transaction(session -> {
            forgetStatements();
            BulkResult result =
                    session.bulk().update(renamings, List.of(new Renaming(3, "Cynthia"), new Renaming(1, "Augusta")));
            assertThat(result).isEqualTo(new BulkResult(2, List.of(), List.of()));
            assertThat(statements()).filteredOn(sql -> sql.startsWith("update")).hasSize(1);
        });
        assertThat(names()).containsExactly("Augusta", "Bob", "Cynthia", "Dan");
    }

    @Test
    void theEntitiesOfTheSessionHaveTheNewValues() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Author bob = session.get(Author.class, 2L).orElseThrow();
            bob.rename("Bobby");
            session.bulk()
                    .update(
                            renamings.raising(a.version),
                            List.of(new Renaming(1, "Augusta"), new Renaming(3, "Cynthia")));

            assertThat(ada.name()).isEqualTo("Augusta");
            assertThat(ada.version()).isEqualTo(2);
            assertThat(bob.name()).isEqualTo("Bobby");
            assertThat(session.dirty()).isEmpty();
            ada.rename("Ada again");
        });
        assertThat(names()).containsExactly("Ada again", "Bobby", "Cynthia", "Dan");
    }

    @Test
    void valuesComeInTheOrderOfTheRows() {
        execute("insert into author (id, name) select 1000 + n, 'x' from generate_series(0, 4999) n");
        List<Renaming> rows = IntStream.range(0, 5000)
                .mapToObj(i -> new Renaming(1000 + (i * 37L) % 5000, "name " + i))
                .toList();
        sessions.transaction(session -> {
            BulkReturned<String> names = session.bulk().chunksOf(2_000).updateReturning(a.name, renamings, rows);
            assertThat(names.values())
                    .containsExactlyElementsOf(rows.stream().map(Renaming::name).toList());
        });
    }

    @Test
    void updatedRowsComeBackAsEntities() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            BulkReturned<Author> authors = session.bulk()
                    .updateReturning(a, renamings, List.of(new Renaming(2, "Bobby"), new Renaming(1, "Augusta")));
            assertThat(authors.values()).extracting(Author::name).containsExactly("Bobby", "Augusta");
            assertThat(authors.values().get(1)).isSameAs(ada);
        });
    }

    @Test
    void rowsThatAreNotThereAreReported() {
        sessions.transaction(session -> {
            BulkResult result = session.bulk()
                    .chunksOf(2)
                    .update(
                            renamings,
                            List.of(
                                    new Renaming(77, "nobody"),
                                    new Renaming(1, "Augusta"),
                                    new Renaming(2, "Bobby"),
                                    new Renaming(78, "nobody")));
            assertThat(result.rows()).isEqualTo(2);
            assertThat(result.missing()).containsExactly(0L, 3L);
        });
    }

    @Test
    void rowsThatOthersChangedAreMissingByTheirVersion() {
        record Edited(long id, int version, String name) {}
        execute("update author set version = 5 where id = 2");
        RowMapping<Edited> edits = RowMapping.of(Edited.class, a)
                .set(a.id, Edited::id)
                .set(a.version, Edited::version)
                .set(a.name, Edited::name)
                .by(a.id, a.version)
                .raising(a.version);
        sessions.transaction(session -> {
            BulkResult result =
                    session.bulk().update(edits, List.of(new Edited(1, 1, "Augusta"), new Edited(2, 1, "Bobby")));
            assertThat(result.missing()).containsExactly(1L);
        });
        assertThat(names()).startsWith("Augusta", "Bob");
        assertThat(this.<List<Integer>>read(
                        session -> session.list(selectValue(a.version).orderBy(a.id.asc()))))
                .startsWith(2, 5);
    }

    @Test
    void refusedRowsAreReportedWhileTheOthersAreUpdated() {
        List<Renaming> rows = List.of(new Renaming(1, "Augusta"), new Renaming(2, null), new Renaming(3, "Cynthia"));
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.bulk().update(renamings, rows)).hasMessageContaining("the row at 1");
            BulkResult result = session.bulk().reportingFailures().update(renamings, rows);
            assertThat(result.failures()).extracting(RowFailure::index).containsExactly(1L);
            assertThat(result.missing()).isEmpty();
            assertThat(result.rows()).isEqualTo(2);
        });
        assertThat(names()).containsExactly("Augusta", "Bob", "Cynthia", "Dan");
    }

    @Test
    void twoRowsOfOneKeyAreRefused() {
        sessions.transaction(session -> assertThatThrownBy(() -> session.bulk()
                        .update(renamings, List.of(new Renaming(1, "x"), new Renaming(2, "y"), new Renaming(1, "z"))))
                .hasMessageContaining("the rows at 0 and 2"));
    }

    @Test
    void keysThatAreNotSetAreNamed() {
        sessions.transaction(session -> assertThatThrownBy(() ->
                        session.bulk().update(RowMapping.of(String.class, a).set(a.name, s -> s), List.of("x")))
                .hasMessageContaining("\"id\""));
    }

    @Test
    void rowsOfCompositeKeysAreUpdatedAndDeleted() {
        record Stars(long article, String reader, int stars) {}
        QRating r = QRating.as("r");
        RowMapping<Stars> stars = RowMapping.of(Stars.class, r)
                .set(r.id.article, Stars::article)
                .set(r.id.reader, Stars::reader)
                .set(r.stars, Stars::stars);
        execute("delete from reply");
        sessions.transaction(session -> {
            session.bulk().update(stars, List.of(new Stars(11, "ann", 1), new Stars(13, "ann", 2)));
            assertThat(session.list(selectValue(r.stars).orderBy(r.stars.asc())))
                    .containsExactly(1, 2, 3);
            BulkResult deleted =
                    session.bulk().delete(stars, List.of(new Stars(11, "ann", 0), new Stars(11, "eve", 0)));
            assertThat(deleted.missing()).containsExactly(1L);
            assertThat(session.list(selectValue(r.stars).orderBy(r.stars.asc())))
                    .containsExactly(2, 3);
        });
    }

    @Test
    void rowsAreDeletedByTheirKeys() {
        execute("insert into author (id, name) select 1000 + n, 'x' from generate_series(0, 4999) n");
        sessions.transaction(session -> {
            Author there = session.get(Author.class, 1000L).orElseThrow();
            Author stays = session.get(Author.class, 1L).orElseThrow();
            BulkResult result = session.bulk()
                    .delete(a.id, () -> LongStream.range(1000, 6001).iterator());
            assertThat(result.rows()).isEqualTo(5000);
            assertThat(result.missing()).containsExactly(5000L);
            assertThat(session.state(there)).isEqualTo(EntityState.DELETED);
            assertThat(session.state(stays)).isEqualTo(EntityState.PERSISTENT);
        });
        assertThat(names()).hasSize(4);
    }

    @Test
    void deletedRowsGiveWhatTheyWere() {
        QTag t = QTag.as("t");
        RowMapping<String> tags = RowMapping.of(String.class, t).set(t.name, s -> s);
        sessions.transaction(session -> {
            assertThat(session.bulk()
                            .deleteReturning(t.name, tags, List.of("empty"))
                            .values())
                    .containsExactly("empty");
            Author dan = session.get(Author.class, 4L).orElseThrow();
            BulkReturned<Author> authors = session.bulk().deleteReturning(a, renamings, List.of(new Renaming(4, "")));
            assertThat(authors.values()).containsExactly(dan);
            assertThat(session.state(dan)).isEqualTo(EntityState.DELETED);
        });
    }

    @Test
    void theSharedCacheForgetsWhatIsWritten() {
        try (var entities = factory().createEntityManager()) {
            assertThat(entities.find(Author.class, 1L).name()).isEqualTo("Ada");
        }
        sessions.transaction(session -> session.bulk().update(renamings, List.of(new Renaming(1, "Augusta"))));
        try (var entities = factory().createEntityManager()) {
            assertThat(entities.find(Author.class, 1L).name()).isEqualTo("Augusta");
        }
    }

    @Test
    void whatRefersToDeletedRowsIsNamed() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.bulk().delete(art.id, List.of(14L, 11L)))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ROW_REFUSED))
                    .hasMessageContaining("the row at 1");
            assertThat(session.exists(select(art).where(art.id.eq(14L)))).isTrue();
        });
    }
}
