// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.Windows;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows a few at a time, by their number or by their place. */
class PageTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");
    private final QTag tag = QTag.as("tag");

    record Titled(@Nullable String name, String title) {}

    @Test
    void pagesByNumberTellTheTotal() {
        Select<Article> articles = select(art).orderBy(art.title.asc());
        Page<Article> first = read(session -> session.page(articles, 1, 3));
        int two = statements().size();
        forgetStatements();
        Page<Article> second = read(session -> session.page(articles, 2, 3));
        Page<Article> none = read(session -> session.page(articles, 9, 3));

        assertThat(first.items()).extracting(Article::title).containsExactly("Bridges", "Engines", "Notes");
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.pages()).isEqualTo(2);
        assertThat(first.hasNext()).isTrue();
        assertThat(two).isEqualTo(2);
        assertThat(second.items()).extracting(Article::title).containsExactly("Orphan");
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.hasNext()).isFalse();
        assertThat(second.hasPrevious()).isTrue();
        assertThat(none.items()).isEmpty();
        assertThat(none.total()).isEqualTo(4);
    }

    @Test
    void aPageThatIsNotFullNeedsOneStatement() {
        read(session -> session.page(select(art).orderBy(art.title.asc()), 2, 3));

        assertThat(statements()).hasSize(1);
    }

    @Test
    void totalsAreOfGroupsAndDistinctRows() {
        Page<Row> groups = read(session -> session.page(
                select(art.status, Aggregates.count()).groupBy(art.status).orderBy(art.status.asc()), 1, 1));
        Page<Status> distinct =
                read(session -> session.page(selectValue(art.status).distinct().orderBy(art.status.asc()), 1, 1));

        assertThat(groups.total()).isEqualTo(2);
        assertThat(distinct.total()).isEqualTo(2);
        assertThat(distinct.items()).containsExactly(Status.DRAFT);
    }

    @Test
    void pagesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> read(session -> session.page(select(art), 0, 3)))
                .hasMessageContaining("not 0 and 3");
        assertThatThrownBy(() -> read(session -> session.page(select(art).limit(5), 1, 3)))
                .hasMessageContaining("has a limit");
        assertThatThrownBy(() -> Keyset.first(0)).hasMessageContaining("not 0");
    }

    @Test
    void pagesByPlaceLeadForthAndBack() {
        Select<Article> articles = select(art).orderBy(art.status.desc()).options(selectin(art.author));
        sessions.transaction(session -> {
            KeysetPage<Article> first = session.page(articles, Keyset.first(3));
            KeysetPage<Article> second =
                    session.page(articles, Keyset.at(first.next().orElseThrow(), 3));
            KeysetPage<Article> again =
                    session.page(articles, Keyset.at(second.previous().orElseThrow(), 3));
            KeysetPage<Article> last = session.page(articles, Keyset.last(1));

            assertThat(first.items()).extracting(Article::id).containsExactly(13L, 11L, 14L);
            assertThat(first.previous()).isEmpty();
            assertThat(second.items()).extracting(Article::id).containsExactly(12L);
            assertThat(second.next()).isEmpty();
            assertThat(again.items()).isEqualTo(first.items());
            assertThat(again.previous()).isEmpty();
            assertThat(last.items()).isEqualTo(second.items());
            assertThat(last.next()).isEmpty();
            assertThat(last.previous()).isPresent();
        });
    }

    @Test
    void anEmptyPageLeadsBack() {
        Select<Article> articles = select(art).orderBy(art.id.asc());
        sessions.transaction(session -> {
            KeysetPage<Article> first = session.page(articles, Keyset.first(3));
            session.execute(delete(art).where(art.id.eq(14L)));
            KeysetPage<Article> empty =
                    session.page(articles, Keyset.at(first.next().orElseThrow(), 3));
            KeysetPage<Article> back =
                    session.page(articles, Keyset.at(empty.previous().orElseThrow(), 3));

            assertThat(empty.items()).isEmpty();
            assertThat(back.items()).isEqualTo(first.items());
        });
    }

    @Test
    void pagesAreStreamed() {
        List<List<Long>> pages = read(session -> session.pages(select(art).orderBy(art.title.asc()), 3)
                .map(page -> page.items().stream().map(Article::id).toList())
                .toList());
        List<KeysetPage<Article>> none = read(
                session -> session.pages(select(art).where(art.id.lt(0L)), 3).toList());

        assertThat(pages).containsExactly(List.of(13L, 11L, 12L), List.of(14L));
        assertThat(none).isEmpty();
    }

    @Test
    void recordsOfJoinsHavePages() {
        Select<Titled> titles = select(Titled.class, a.name, art.title)
                .from(art)
                .leftJoin(art.author, a)
                .orderBy(a.name.desc().nullsFirst());

        List<Titled> all = read(session ->
                session.pages(titles, 1).flatMap(page -> page.items().stream()).toList());

        assertThat(all)
                .containsExactly(
                        new Titled(null, "Orphan"),
                        new Titled("Bob", "Bridges"),
                        new Titled("Ada", "Notes"),
                        new Titled("Ada", "Engines"));
    }

    @Test
    void rowsThatRepeatAreToldApart() {
        List<Row> all = read(session -> session.pages(
                        select(art.id, tag.name).from(art).join(art.tags, tag).orderBy(tag.name.desc()), 1)
                .flatMap(page -> page.items().stream())
                .toList());

        assertThat(all).extracting(Row::toString).containsExactly("[13, sql]", "[11, sql]", "[11, java]");
    }

    @Test
    void groupsAndDistinctRowsHavePages() {
        List<Row> groups = read(session -> session.pages(
                        select(c.article.id, Aggregates.count())
                                .groupBy(c.article.id)
                                .orderBy(Aggregates.count().desc()),
                        1)
                .flatMap(page -> page.items().stream())
                .toList());
        List<Status> distinct =
                read(session -> session.pages(selectValue(art.status).distinct().orderBy(art.status.desc()), 1)
                        .flatMap(page -> page.items().stream())
                        .toList());

        assertThat(groups).extracting(Row::toString).containsExactly("[11, 2]", "[13, 1]");
        assertThat(distinct).containsExactly(Status.PUBLISHED, Status.DRAFT);
    }

    @Test
    void hierarchiesHavePages() {
        QMedia m = QMedia.as("m");
        List<Long> ids = read(session -> session.pages(select(m).orderBy(m.name.asc()), 1)
                .flatMap(page -> page.items().stream())
                .map(Media::id)
                .toList());

        assertThat(ids).containsExactly(1L, 3L, 2L);
    }

    @Test
    void filtersHoldForPages() {
        EntityFilter published = EntityFilter.of("published", QArticle::as, x -> x.status.eq(Status.PUBLISHED));
        SessionFactory filtered =
                SessionFactory.of(factory(), SessionSettings.standard().filters(published));
        Page<Article> page = filtered.read(session -> session.page(select(art).orderBy(art.id.asc()), 1, 1));
        long all = filtered.read(session -> session.pages(select(art), 3).count());
        long unfiltered = filtered.read(
                session -> session.pages(select(art).options(unfiltered()), 3).count());

        assertThat(page.total()).isEqualTo(2);
        assertThat(all).isEqualTo(1);
        assertThat(unfiltered).isEqualTo(2);
    }

    @Test
    void whatCannotBeToldApartHasNoPlaces() {
        var derived = select(art.title).asTable("derived");

        assertThatThrownBy(() -> read(
                        session -> session.page(select(derived.get(art.title)).from(derived), Keyset.first(1))))
                .hasMessageContaining("\"derived\" is no table of entities");
        assertThatThrownBy(() -> read(session -> session.page(
                        select(art).orderBy(Windows.rowNumber().over().asc()), Keyset.first(1))))
                .hasMessageContaining("window function");
        assertThatThrownBy(() -> read(session ->
                        session.page(select(art).distinctOn(art.status).orderBy(art.status.asc()), Keyset.first(1))))
                .hasMessageContaining("distinctOn");
    }

    @Test
    void anIndexServesTheNextPage() {
        Select<Author> authors = select(a).orderBy(a.id.asc());
        read(session -> session.pages(authors, 1).toList());

        assertThat(statements().get(1)).contains("where \"a\".\"id\" > ?");
        forgetStatements();
        read(session -> session.pages(select(art).orderBy(art.title.desc()), 1).toList());
        assertThat(statements().get(1))
                .contains("where \"art\".\"title\" <= ? and (\"art\".\"title\" < ?")
                .doesNotContain("offset");
    }

    @Test
    void cursorsAreSealed() {
        Select<Article> articles = select(art).orderBy(art.title.asc());
        String cursor =
                read(session -> session.page(articles, Keyset.first(1))).next().orElseThrow();
        String other = SessionFactory.of(
                        factory(),
                        SessionSettings.standard().cursorKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8)))
                .<String, RuntimeException>read(session ->
                        session.page(articles, Keyset.first(1)).next().orElseThrow());
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Bridges");
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refused(articles, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
        refused(articles, "");
        refused(articles, "***");
        refused(articles, cursor.substring(0, 8));
        refused(articles, other);
        refused(select(art).orderBy(art.title.desc()), cursor);
        refused(select(art).orderBy(art.status.asc()), cursor);
        assertThat(read(session -> session.page(articles, Keyset.at(cursor, 1))).items())
                .extracting(Article::title)
                .containsExactly("Engines");
    }

    private void refused(Select<?> query, String cursor) {
        assertThatThrownBy(() -> read(session -> session.page(query, Keyset.at(cursor, 1))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.CURSOR_INVALID));
    }
}
