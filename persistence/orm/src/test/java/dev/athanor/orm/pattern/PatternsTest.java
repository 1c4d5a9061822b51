// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.pattern;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.pattern.ArticleQuery.articles;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
import dev.athanor.orm.Page;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.cabinet.Folder;
import dev.athanor.orm.cabinet.QFolder;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.Stamped;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.testing.PostgresTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation of filters, pages and patterns shows. */
@PostgresTest(scripts = {"/press.sql", "/cabinet.sql"})
class PatternsTest extends SessionTest {
    private final QArticle a = QArticle.as("a");
    private final QFolder f = QFolder.as("f");

    /** Who asks. */
    static final class Reader {
        private Reader() {}

        static long id() {
            return 1;
        }
    }

    @Test
    void filters() {
        // region filters
        EntityFilter published = EntityFilter.of("published", QArticle::as, a -> a.status.eq(Status.PUBLISHED));
        EntityFilter own = EntityFilter.of("own", QArticle::as, Reader::id, (a, reader) -> a.author.id.eq(reader));
        EntityFilter made = EntityFilter.all("made", Stamped.class, row -> row.attribute("madeAt", SqlTypes.TIMESTAMP)
                .isNotNull());

        SessionFactory filtered =
                SessionFactory.of(factory(), SessionSettings.standard().filters(published, own, made));

        List<Article> seen = filtered.read(session -> session.list(select(a)));
        // endregion
        // region unfiltered
        List<Article> mine = filtered.read(session -> session.list(select(a).options(unfiltered("published"))));
        long all = filtered.read(session -> session.unfiltered(Set.of(), () -> session.count(select(a))));
        long some = sessions.read(session -> session.filtered(List.of(published), () -> session.count(select(a))));
        // endregion
        assertThat(seen).extracting(Article::id).containsExactly(11L);
        assertThat(mine).hasSize(2);
        assertThat(all).isEqualTo(4);
        assertThat(some).isEqualTo(2);
    }

    @Test
    void pages() {
        sessions.transaction(session -> {
            // region pages
            Page<Article> second = session.page(select(a).orderBy(a.title.asc()), 2, 3);
            long total = second.total();
            // endregion
            // region keyset
            Select<Article> newest = select(a).orderBy(a.status.desc(), a.title.asc());

            KeysetPage<Article> page = session.page(newest, Keyset.first(3));
            Optional<String> cursor = page.next();
            KeysetPage<Article> next = session.page(newest, Keyset.at(cursor.orElseThrow(), 3));
            KeysetPage<Article> last = session.page(newest, Keyset.last(3));
            // endregion
            // region pageStream
            try (Stream<KeysetPage<Article>> pages = session.pages(newest, 100)) {
                pages.forEach(some -> some.items().forEach(Article::publish));
            }
            // endregion
            assertThat(second.items()).hasSize(1);
            assertThat(total).isEqualTo(4);
            assertThat(next.items()).hasSize(1);
            assertThat(last.items()).hasSize(3);
            assertThat(session.dirty()).hasSize(2);
        });
    }

    @Test
    void softDelete() {
        sessions.transaction(session -> {
            // region softDelete
            Folder bills = session.get(Folder.class, 1L).orElseThrow();
            session.delete(bills);
            boolean there = session.exists(select(f).where(f.id.eq(1L)));

            Folder deleted = session.one(select(f).where(f.id.eq(1L)).options(unfiltered("living")));
            session.restore(deleted);
            // endregion
            assertThat(there).isFalse();
            assertThat(deleted).isSameAs(bills);
            assertThat(session.get(Folder.class, 1L)).isPresent();
        });
    }

    @Test
    void repositories() {
        sessions.transaction(session -> {
            // region using
            Articles articles = new Articles(session);
            List<Article> byAda = articles.publishedBy(1L);
            Page<Article> first = articles.page(
                    Articles.published(), 1, 20, articles.table().title.asc());
            boolean drafts = articles.exists(Articles.published().not());
            articles.delete(articles.find(14L).orElseThrow());
            // endregion
            assertThat(byAda).extracting(Article::id).containsExactly(11L);
            assertThat(first.total()).isEqualTo(2);
            assertThat(drafts).isTrue();
            assertThat(articles.count()).isEqualTo(3);
            assertThat(articles.count(Articles.by(1L))).isEqualTo(2);
            assertThat(articles.exists(14L)).isFalse();
            assertThat(articles.list(articles.table().id.desc())).hasSize(3);
            assertThat(articles.list(Articles.by(1L).or(Articles.by(2L)))).hasSize(3);
            assertThat(articles.findAll(List.of(12L, 11L)))
                    .extracting(Article::id)
                    .containsExactly(12L, 11L);
            assertThat(articles.find(Articles.by(2L))).isPresent();
            assertThat(articles.page(Articles.by(1L), Keyset.first(1)).next()).isPresent();
            articles.addAll(List.of(new Article(byAda.get(0).author(), "Looms")));
            articles.add(new Article(byAda.get(0).author(), "Wheels"));
            assertThat(articles.count(Articles.by(1L))).isEqualTo(4);
        });
    }

    @Test
    void fragments() {
        sessions.transaction(session -> {
            // region fragments
            UnaryOperator<Select<Article>> byTitle =
                    query -> query.orderBy(a.title.asc()).limit(10);

            List<Article> titles = session.list(select(a).apply(byTitle));
            List<Article> published =
                    session.list(articles().published().writtenBy("Ada").rows());
            // endregion
            assertThat(titles).extracting(Article::title).containsExactly("Bridges", "Engines", "Notes", "Orphan");
            assertThat(published).extracting(Article::id).containsExactly(11L);
            assertThat(session.list(selectValue(a.id).apply(query -> query.where(a.id.eq(11L)))))
                    .containsExactly(11L);
        });
    }
}
