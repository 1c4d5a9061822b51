// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Parcel;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QParcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snippets of {@code docs/bulk.md}. */
class BulkTutorialTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QParcel p = QParcel.as("p");

    @Test
    void entities() {
        // region entities
        List<Article> articles = IntStream.range(0, 500)
                .mapToObj(i -> new Article(null, "Title " + i))
                .toList();

        sessions.transaction(session -> session.bulk().insert(articles));
        // endregion
        assertThat(articles).extracting(Article::id).doesNotContainNull();
    }

    // region record
    private record Line(long id, String name) {}
    // endregion

    @Test
    void records() {
        Stream<Line> read = Stream.of(new Line(7, "Gus"), new Line(8, "Hal"));
        // region records
        RowMapping<Line> lines =
                RowMapping.of(Line.class, a).set(a.id, Line::id).set(a.name, Line::name);

        sessions.transaction(session -> session.bulk().insert(lines, read));
        // endregion
        // region maps
        sessions.transaction(session ->
                session.bulk().insert(a, List.of(Map.of(a.id, 9L, a.name, "Ivy"), Map.of(a.id, 10L, a.name, "Jo"))));
        // endregion
        assertThat(this.<Long>read(session -> session.count(select(a)))).isEqualTo(8);
    }

    @Test
    void returning() {
        List<String> labels = List.of("books", "lamps");
        sessions.transaction(session -> {
            // region returning
            RowMapping<String> parcels = RowMapping.of(String.class, p).set(p.label, label -> label);

            List<Long> ids =
                    session.bulk().insertReturning(p.id, parcels, labels).values();
            List<Parcel> entities =
                    session.bulk().insertReturning(p, parcels, labels).values();
            // endregion
            assertThat(ids).hasSize(2);
            assertThat(entities).hasSize(2);
        });
    }

    @Test
    void failures() {
        RowMapping<Line> lines =
                RowMapping.of(Line.class, a).set(a.id, Line::id).set(a.name, Line::name);
        List<Line> read = List.of(new Line(1, "there already"), new Line(7, "Gus"));
        List<Long> told = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        sessions.transaction(session -> {
            // region failures
            BulkResult result = session.bulk()
                    .chunksOf(5_000)
                    .onProgress(done -> told.add(done))
                    .reportingFailures()
                    .insert(lines, read);

            for (RowFailure failure : result.failures()) {
                refused.add(
                        "line " + (failure.index() + 1) + ": " + failure.cause().getMessage());
            }
            // endregion
            assertThat(refused).singleElement().asString().startsWith("line 1: ");
            assertThat(result.rows()).isEqualTo(1);
        });
        assertThat(told).containsExactly(2L);
    }

    // region edit
    private record Edit(long id, int version, String name) {}
    // endregion

    @Test
    void updates() {
        List<Edit> edited = List.of(new Edit(1, 1, "Augusta"), new Edit(2, 9, "Bobby"));
        sessions.transaction(session -> {
            // region update
            RowMapping<Edit> edits = RowMapping.of(Edit.class, a)
                    .set(a.id, Edit::id)
                    .set(a.version, Edit::version)
                    .set(a.name, Edit::name)
                    .by(a.id, a.version)
                    .raising(a.version);

            List<Long> changedByOthers = session.bulk().update(edits, edited).missing();
            // endregion
            assertThat(changedByOthers).containsExactly(1L);
            // region delete
            session.bulk().delete(art.id, List.of(12L, 14L));
            // endregion
        });
    }

    @Test
    void synchronizing() {
        sessions.transaction(session -> {
            // region synchronize
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Author dan = session.get(Author.class, 4L).orElseThrow();

            session.execute(update(a).set(a.name, a.name.upper()));
            session.execute(delete(a).where(a.id.eq(4L)), Synchronize.EVALUATE);

            String name = ada.name(); // ADA
            EntityState state = session.state(dan); // DELETED
            // endregion
            assertThat(name).isEqualTo("ADA");
            assertThat(state).isEqualTo(EntityState.DELETED);
        });
    }
}
