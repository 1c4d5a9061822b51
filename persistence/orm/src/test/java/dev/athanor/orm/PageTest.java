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
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Sample;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Order;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.Windows;
import dev.athanor.sql.tree.Ordering;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows a few at a time, by their number or by their place. */
class PageTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");
    private final QTag tag = QTag.as("tag");
    private final QSample s = QSample.as("s");

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

    @Test
    void allPagesAreAllRowsWhateverTheOrder() {
        insert(new Random(1), 60);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(25);
            Select<Sample> samples = select(s).orderBy(orders(random));
            read(session -> {
                List<Ordering> order = samples.command().parts().tail().orderBy();
                boolean descending =
                        !order.isEmpty() && order.get(order.size() - 1).descending();
                List<UUID> all = ids(session.list(samples.orderBy(descending ? s.id.desc() : s.id.asc())));
                List<UUID> forward = new ArrayList<>();
                session.pages(samples, size).forEach(page -> forward.addAll(ids(page)));
                List<UUID> backward = new ArrayList<>();
                KeysetPage<Sample> page = session.page(samples, Keyset.last(size));
                backward.addAll(0, ids(page));
                while (page.previous().isPresent()) {
                    page = session.page(samples, Keyset.at(page.previous().get(), size));
                    backward.addAll(0, ids(page));
                }

                assertThat(all).hasSize(60).doesNotHaveDuplicates();
                assertThat(forward).as("%s", samples).isEqualTo(all);
                assertThat(backward).as("%s", samples).isEqualTo(all);
                return true;
            });
        }
    }

    @Test
    void whatIsThereThroughoutIsSeenOnceWhateverHappensBetweenPages() {
        insert(new Random(2), 40);
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Select<Sample> samples = select(s).orderBy(orders(random));
            Set<UUID> throughout = new HashSet<>();
            read(session -> throughout.addAll(ids(session.list(samples))));
            boolean forward = random.nextBoolean();
            List<UUID> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Keyset keyset =
                        cursor.map(there -> Keyset.at(there, 7)).orElse(forward ? Keyset.first(7) : Keyset.last(7));
                KeysetPage<Sample> page = read(session -> session.page(samples, keyset));
                seen.addAll(ids(page));
                cursor = forward ? page.next() : page.previous();
                UUID deleted = new ArrayList<>(throughout).get(random.nextInt(throughout.size()));
                throughout.remove(deleted);
                execute("delete from sample where id = '" + deleted + "'");
                insert(random, 2);
            } while (cursor.isPresent());

            assertThat(seen).as("%s", samples).doesNotHaveDuplicates().containsAll(throughout);
            execute("delete from sample");
            insert(random, 40);
        }
    }

    private static List<UUID> ids(KeysetPage<Sample> page) {
        return ids(page.items());
    }

    private static List<UUID> ids(List<Sample> samples) {
        return samples.stream().map(sample -> sample.id).toList();
    }

    private Order[] orders(Random random) {
        List<Expr<?>> expressions = new ArrayList<>(List.of(
                s.whole,
                s.half,
                s.amount,
                s.maybe,
                s.text,
                s.day,
                s.atZone,
                s.status,
                s.other,
                s.text.lower(),
                s.small));
        Collections.shuffle(expressions, random);
        return expressions.stream()
                .limit(random.nextInt(4))
                .map(expression -> order(expression, random))
                .toArray(Order[]::new);
    }

    private static Order order(Expr<?> expression, Random random) {
        Order order = random.nextBoolean() ? expression.asc() : expression.desc();
        return switch (random.nextInt(3)) {
            case 0 -> order.nullsFirst();
            case 1 -> order.nullsLast();
            default -> order;
        };
    }

    private void insert(Random random, int rows) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            sql.append(
                            "insert into sample (id, small, fraction, flag, letter, whole, half, amount, maybe, text, \"Day\","
                                    + " at_zone, status, other) values ('")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append("', ")
                    .append(random.nextInt(3))
                    .append(", 0, true, 'x', ")
                    .append(Stream.of(
                                    List.of("null", "1", "2"),
                                    List.of("null", "0.1", "'NaN'", "-1e-30"),
                                    List.of("null", "1.10", "2.20"),
                                    List.of("null", "true", "false"),
                                    List.of("null", "'a'", "'B'", "'b'", "'é \"\\'", "''"),
                                    List.of("null", "'2026-01-01'", "'infinity'", "'0044-03-15 BC'"),
                                    List.of("null", "'2026-01-01 10:00:00.123456+02'", "'-infinity'"),
                                    List.of("null", "'DRAFT'", "'PUBLISHED'"),
                                    List.of("null", "'00000000-0000-0000-0000-000000000001'"))
                            .map(values -> values.get(random.nextInt(values.size())))
                            .reduce((one, other) -> one + ", " + other)
                            .orElseThrow())
                    .append(");");
        }
        execute(sql.toString());
    }
}
