// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Notice;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QCardPayment;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QMailNotice;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QNotice;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QPhoto;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.Stamped;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Query;
import dev.athanor.sql.Related;
import dev.athanor.sql.Row;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.StatementCache;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are not to be seen are not there: whatever a statement does. */
class FilterTest extends SessionTest {
    private static final EntityFilter PUBLISHED =
            EntityFilter.of("published", QArticle::as, a -> a.status.eq(Status.PUBLISHED));

    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");
    private final QReview r = QReview.as("r");

    private <T> T filtered(EntityFilter filter, Function<Session, T> work) {
        return SessionFactory.of(factory(), SessionSettings.standard().filters(filter))
                .<T, RuntimeException>transactionResult(work::apply);
    }

    private <R> List<R> list(EntityFilter filter, Rows<R> statement) {
        return filtered(filter, session -> session.list(statement));
    }

    private long count(EntityFilter filter, Query<?> query) {
        return filtered(filter, session -> session.count(query));
    }

    private <T> T published(Function<Session, T> work) {
        return filtered(PUBLISHED, work);
    }

    @Test
    void whatIsSelectedIsFiltered() {
        List<Long> ids = published(session -> session.list(selectValue(art.id).orderBy(art.id.asc())));
        List<Article> entities = published(session -> session.list(select(art).orderBy(art.id.asc())));

        assertThat(ids).containsExactly(11L, 13L);
        assertThat(entities).extracting(Article::id).containsExactly(11L, 13L);
    }

    @Test
    void outerJoinsStayOuter() {
        List<Row> rows = published(session -> session.list(
                select(a.id, art.id).from(a).leftJoin(a.articles, art).orderBy(a.id.asc(), art.id.asc())));

        assertThat(rows.stream().map(row -> row.get(a.id) + ":" + row.get(art.id)))
                .containsExactly("1:11", "2:13", "3:null", "4:null");
    }

    @Test
    void rightAndFullJoinsKeepTheOtherSide() {
        List<Row> right = published(session -> session.list(
                select(art.id, c.id).from(art).rightJoin(art.comments, c).where(c.id.eq(101L))));
        execute("update article set status = 'DRAFT' where id = 11");
        List<Row> hidden = published(session -> session.list(
                select(art.id, c.id).from(art).rightJoin(art.comments, c).where(c.id.eq(101L))));
        List<Row> full = published(session -> session.list(
                select(art.id, c.id).from(art).fullJoin(art.comments, c).orderBy(art.id.asc(), c.id.asc())));

        assertThat(right).extracting(row -> row.get(art.id)).containsExactly(11L);
        assertThat(hidden).hasSize(1).allMatch(row -> row.get(art.id) == null);
        assertThat(full.stream().map(row -> row.get(art.id) + ":" + row.get(c.id)))
                .containsExactly("13:103", "null:101", "null:102");
    }

    @Test
    void queriesWithinAreFiltered() {
        List<Long> authors = published(session -> session.list(selectValue(a.id)
                .where(exists(select(art.id).where(art.author.id.eq(a.id))))
                .orderBy(a.id.asc())));
        execute("update article set status = 'DRAFT' where author_id = 1");
        List<Long> fewer = published(session -> session.list(selectValue(a.id)
                .where(exists(select(art.id).where(art.author.id.eq(a.id))))
                .orderBy(a.id.asc())));

        assertThat(authors).containsExactly(1L, 2L);
        assertThat(fewer).containsExactly(2L);
    }

    @Test
    void commonTablesAndUnionsAreFiltered() {
        var common = select(art.id, art.title).asCommonTable("common");
        List<Row> rows = published(session -> session.list(select(common.get(art.id))
                .from(common)
                .orderBy(common.get(art.id).asc())));
        List<Long> both = published(session -> session.list(selectValue(art.id)
                .unionAll(selectValue(art.id).where(art.status.eq(Status.DRAFT)))
                .orderBy(art.id.asc())));

        assertThat(rows).extracting(row -> row.get(common.get(art.id))).containsExactly(11L, 13L);
        assertThat(both).containsExactly(11L, 13L);
    }

    @Test
    void aTableWithinIsFilteredThoughOneAroundHasItsAlias() {
        var inner = select(art.id).asTable("inner");
        List<Row> rows = published(session -> session.unfiltered(
                Set.of(),
                () -> session.list(select(art.id, inner.get(art.id))
                        .from(art)
                        .join(inner, inner.get(art.id).eq(art.id)))));
        List<Row> seen = published(session -> session.list(select(art.id, inner.get(art.id))
                .from(art)
                .leftJoin(inner, inner.get(art.id).eq(art.id))));

        assertThat(rows).hasSize(4);
        assertThat(seen).hasSize(2);
    }

    @Test
    void existenceAndNumbersAreThoseOfWhatIsSeen() {
        boolean exists = published(session -> session.exists(select(art).where(art.id.eq(12L))));

        assertThat(exists).isFalse();
        assertThat(count(PUBLISHED, select(art))).isEqualTo(2);
        assertThat(count(PUBLISHED, select(art).options(unfiltered()))).isEqualTo(4);
    }

    @Test
    void valuesOverRelationsThatAreNotSeenAreNull() {
        QArticle reviewed = QArticle.as("reviewed");
        execute("update article set status = 'DRAFT' where id = 11");
        List<Row> rows = published(session -> {
            var title = Related.one(r.article, reviewed, article -> article.title);
            return session.list(select(r.id, title).from(r).orderBy(r.id.asc()));
        });

        assertThat(rows.stream().map(row -> row.toString()))
                .noneMatch(text -> text.contains("Engines"))
                .hasSize(4);
        assertThat(rows.stream().filter(row -> row.toString().contains("Bridges")))
                .hasSize(2);
    }

    @Test
    void valuesOverRelationsAreSeenByBoundValues() {
        QArticle reviewed = QArticle.as("reviewed");
        EntityFilter engines =
                EntityFilter.of("titled", QArticle::as, () -> "Engines", (x, title) -> x.title.eq(title));
        List<Row> rows = filtered(engines, session -> {
            var title = Related.one(r.article, reviewed, article -> article.title);
            return session.list(select(r.id, title).from(r).where(title.isNotNull()));
        });

        assertThat(rows).hasSize(2).allMatch(row -> row.toString().contains("Engines"));
    }

    @Test
    void relationsLoadWhatIsSeen() {
        List<Author> authors =
                published(session -> session.list(select(a).orderBy(a.id.asc()).options(selectin(a.articles))));
        execute("update article set status = 'DRAFT' where id = 11");
        List<Comment> comments =
                published(session -> session.list(select(c).orderBy(c.id.asc()).options(selectin(c.article))));

        assertThat(authors.get(0).articles()).extracting(Article::id).containsExactly(11L);
        assertThat(comments.get(0).article()).isNull();
        assertThat(comments.get(2).article().id()).isEqualTo(13L);
    }

    private static Stream<Load<? super Author, ?>> waysToArticles() {
        QAuthor a = QAuthor.as("a");
        return Stream.of(selectin(a.articles), subquery(a.articles), joined(a.articles), lazy(a.articles));
    }

    @ParameterizedTest
    @MethodSource("waysToArticles")
    void relationsLoadedByAnyOptionLeadToWhatIsSeen(Load<? super Author, ?> way) {
        published(session -> {
            List<Author> authors =
                    session.list(select(a).orderBy(a.id.asc()).limit(3).options(way));
            assertThat(authors).hasSize(3);
            assertThat(authors.get(0).articles()).extracting(Article::id).containsExactly(11L);
            assertThat(authors.get(1).articles()).extracting(Article::id).containsExactly(13L);
            assertThat(authors.get(2).articles()).isEmpty();
            assertThat(session.dirty()).isEmpty();
            authors.get(0).rename("Augusta");
            return true;
        });
        try (EntityManager entities = factory().createEntityManager()) {
            Author ada = entities.find(Author.class, 1L);
            assertThat(ada.name()).isEqualTo("Augusta");
            assertThat(ada.articles()).as("others see all").hasSize(2);
        }
    }

    private static Stream<Load<? super Comment, ?>> waysToAnArticle() {
        QComment c = QComment.as("c");
        return Stream.of(selectin(c.article), subquery(c.article), joined(c.article), lazy(c.article));
    }

    @ParameterizedTest
    @MethodSource("waysToAnArticle")
    void relationsToOneByAnyOptionLeadToWhatIsSeen(Load<? super Comment, ?> way) {
        execute("update article set status = 'DRAFT' where id = 11");
        published(session -> {
            List<Comment> comments = session.list(select(c).orderBy(c.id.asc()).options(way));
            assertThat(comments.get(0).article()).isNull();
            assertThat(comments.get(2).article().id()).isEqualTo(13L);
            assertThat(session.dirty()).isEmpty();
            comments.get(0).rewrite("changed");
            return true;
        });
        try (EntityManager entities = factory().createEntityManager()) {
            Comment first = entities.find(Comment.class, 101L);
            assertThat(first.text()).isEqualTo("changed");
            assertThat(first.article().id()).as("others see it").isEqualTo(11L);
        }
    }

    @Test
    void whatAStatementJoinsItselfIsFiltered() {
        List<Author> authors = published(session -> session.list(select(a)
                .join(a.articles, art)
                .orderBy(a.id.asc(), art.id.asc())
                .options(contains(a.articles, art))));

        assertThat(authors).extracting(Author::id).containsExactly(1L, 2L);
        assertThat(authors.get(0).articles()).extracting(Article::id).containsExactly(11L);
    }

    @Test
    void partsOfRelationsAreOfWhatIsSeen() {
        List<Author> authors = published(session -> session.list(select(a)
                .orderBy(a.id.asc())
                .options(selectin(a.articles, art)
                        .where(art.id.gt(0L))
                        .orderBy(art.id.desc())
                        .limit(1))));

        assertThat(authors.get(0).articles()).extracting(Article::id).containsExactly(11L);
    }

    @Test
    void keysWithOptionsGiveWhatIsSeen() {
        published(session -> {
            Author ada =
                    session.get(Author.class, 1L, List.of(selectin(a.articles))).orElseThrow();
            assertThat(ada.articles()).extracting(Article::id).containsExactly(11L);
            assertThat(session.get(Article.class, 12L, List.of(unfiltered("published"))))
                    .isPresent();
            List<Author> all = session.getAll(Author.class, List.of(2L, 1L), List.of(joined(a.articles)));
            assertThat(all.get(0).articles()).extracting(Article::id).containsExactly(13L);
            return true;
        });
    }

    @Test
    void rowsWrittenByTheirKeysAreThoseThatAreSeen() {
        RowMapping<Long> renaming =
                RowMapping.of(Long.class, art).set(art.id, id -> id).set(art.title, id -> "x" + id);
        execute("delete from comment; delete from article_tag; delete from article_keyword; delete from reply;"
                + " delete from rating; delete from review");
        published(session -> {
            List<Long> ids = List.of(12L, 11L, 14L, 13L);
            BulkResult updated = session.bulk().update(renaming, ids);
            assertThat(updated).isEqualTo(new BulkResult(2, List.of(), List.of(0L, 2L)));
            assertThat(session.bulk().updateReturning(art.title, renaming, ids).values())
                    .containsExactly("x11", "x13");
            assertThat(session.bulk().updateReturning(art, renaming, ids).values())
                    .extracting(Article::id)
                    .containsExactly(11L, 13L);
            assertThat(session.bulk().delete(art.id, List.of(12L, 11L)))
                    .isEqualTo(new BulkResult(1, List.of(), List.of(0L)));
            assertThat(session.bulk()
                            .deleteReturning(art, renaming, List.of(13L, 14L))
                            .values())
                    .extracting(Article::id)
                    .containsExactly(13L);
            long one = session.unfiltered(
                    Set.of("published"),
                    () -> session.bulk().delete(art.id, List.of(14L)).rows());
            assertThat(one).isEqualTo(1);
            return true;
        });
        List<String> left = read(session -> session.list(selectValue(art.title)));

        assertThat(left).containsExactly("Notes");
    }

    @Test
    void statementsThatChangeByQueriesAreAboutWhatIsSeen() {
        QArticle own = QArticle.as("own");
        published(session -> {
            long renamed = session.execute(update(a)
                    .set(a.name, "published")
                    .where(exists(select(own.id).where(own.author.id.eq(a.id).and(own.title.ne("Engines"))))));
            assertThat(renamed).as("Ada's Notes are not seen").isEqualTo(1);
            long commented =
                    session.execute(update(c).set(c.text, art.title).from(art).where(c.article.id.eq(art.id)));
            assertThat(commented).isEqualTo(3);
            return true;
        });
        execute("update article set status = 'DRAFT' where id = 11");
        published(session -> {
            long commented =
                    session.execute(update(c).set(c.text, "y").from(art).where(c.article.id.eq(art.id)));
            assertThat(commented).isEqualTo(1);
            long deleted = session.execute(delete(c).using(art).where(c.article.id.eq(art.id)));
            assertThat(deleted).isEqualTo(1);
            long inserted = session.execute(
                    insert(c).from(select(art.id.plus(900L), art.title).from(art), c.id, c.text));
            assertThat(inserted).isEqualTo(1);
            return true;
        });
    }

    @Test
    void aStatementLoadsRelationsByItsOwnOptions() {
        List<Author> authors = published(session ->
                session.list(select(a).orderBy(a.id.asc()).options(selectin(a.articles), unfiltered("published"))));

        assertThat(authors.get(0).articles()).extracting(Article::id).containsExactlyInAnyOrder(11L, 12L);
    }

    @Test
    void whatIsNotSeenIsNotFoundThoughItIsInTheSession() {
        published(session -> {
            assertThat(session.get(Article.class, 12L)).isEmpty();
            assertThat(session.getAll(Article.class, List.of(12L, 11L)))
                    .extracting(Article::id)
                    .containsExactly(11L);

            Article draft = session.one(select(art).where(art.id.eq(12L)).options(unfiltered()));

            assertThat(session.contains(draft)).isTrue();
            assertThat(session.get(Article.class, 12L)).isEmpty();
            assertThat(session.getAll(Article.class, List.of(12L), List.of(unfiltered("published"))))
                    .containsExactly(draft);
            return draft;
        });
    }

    @Test
    void statementsChangeOnlyWhatIsSeen() {
        long updated = published(session -> session.execute(update(art).set(art.title, "x")));
        execute("delete from comment; delete from article_tag; delete from article_keyword; delete from reply;"
                + " delete from rating; delete from review");
        long deleted = published(session -> session.execute(delete(art)));
        List<Article> left = read(session -> session.list(select(art).orderBy(art.id.asc())));

        assertThat(updated).isEqualTo(2);
        assertThat(deleted).isEqualTo(2);
        assertThat(left).extracting(Article::title).containsExactly("Notes", "Orphan");
    }

    @Test
    void anInsertChangesNothingThatIsNotSeen() {
        long touched = published(session -> session.execute(insert(art)
                .set(art.id, 12L)
                .set(art.title, "x")
                .set(art.status, Status.DRAFT)
                .onConflict(art.id)
                .doUpdate(row -> row.set(art.title, "taken"))));

        assertThat(touched).isZero();
    }

    @Test
    void streamsAreFiltered() {
        List<Long> ids = published(session -> {
            try (Stream<Article> stream = session.stream(select(art).orderBy(art.id.asc()), 1)) {
                return stream.map(Article::id).toList();
            }
        });

        assertThat(ids).containsExactly(11L, 13L);
    }

    @Test
    void aFilterOfAClassHoldsForThoseBelow() {
        EntityFilter cheap = EntityFilter.of("cheap", QPayment::as, p -> p.amount.lt(new BigDecimal("15")));
        QCardPayment card = QCardPayment.as("card");
        QPayment p = QPayment.as("p");
        EntityFilter named = EntityFilter.of("named", QMedia::as, m -> m.name.ne("cover"));
        EntityFilter called = EntityFilter.of("called", QNotice::as, n -> n.text.ne("mailed"));
        QMailNotice mail = QMailNotice.as("mail");

        assertThat(list(cheap, select(p))).hasSize(2);
        assertThat(list(cheap, select(card))).hasSize(2);
        assertThat(list(named, select(QPhoto.as("x")))).isEmpty();
        assertThat(list(named, select(QMedia.as("x")))).hasSize(2);
        assertThat(statements().get(statements().size() - 1).split("<>", -1))
                .as("said once, not for each class below")
                .hasSize(2);
        assertThat(list(called, select(mail))).isEmpty();
        assertThat(list(called, select(QNotice.as("x")))).hasSize(2);
    }

    @Test
    void aFilterOfAClassHidesItsEntitiesWhereTheClassAboveIsRead() {
        EntityFilter cards = EntityFilter.of("cards", QCardPayment::as, p -> p.card.eq("4242"));
        EntityFilter small = EntityFilter.of("small", QPhoto::as, p -> p.pixels.lt(100));
        EntityFilter once = EntityFilter.of("once", QMailNotice::as, m -> m.attempts.eq(1));
        QMedia m = QMedia.as("m");

        assertThat(list(cards, select(QPayment.as("p"))))
                .extracting(Payment::id)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(list(small, select(m))).extracting(Media::id).containsExactlyInAnyOrder(2L, 3L);
        assertThat(list(small, selectValue(m.id))).containsExactlyInAnyOrder(2L, 3L);
        assertThat(list(once, select(QNotice.as("n")))).extracting(Notice::id).containsExactlyInAnyOrder(2L, 3L);
        Optional<Media> found = filtered(small, session -> session.get(Media.class, 1L));
        assertThat(found).isEmpty();
    }

    @Test
    void aFilterIsOfAllThatExtendOrImplementSomething() {
        execute("insert into sample (id, small, fraction, flag, letter, made_at) values "
                + "('00000000-0000-0000-0000-000000000001', 1, 1, true, 'a', '2026-01-01 00:00'), "
                + "('00000000-0000-0000-0000-000000000002', 1, 1, true, 'a', null)");
        EntityFilter made = EntityFilter.all("made", Stamped.class, row -> row.attribute("madeAt", SqlTypes.TIMESTAMP)
                .isNotNull());
        EntityFilter unknown = EntityFilter.all("unknown", Stamped.class, row -> row.attribute("x", SqlTypes.TEXT)
                .isNull());
        QSample s = QSample.as("s");

        assertThat(count(made, select(s))).isEqualTo(1);
        assertThatThrownBy(() -> count(unknown, select(s)))
                .isInstanceOf(OrmException.class)
                .hasMessageContaining("\"x\" is no attribute of dev.athanor.orm.press.Sample");
    }

    @Test
    void valuesAreAskedForByEachStatementAndBound() {
        AtomicLong author = new AtomicLong(1);
        EntityFilter own = EntityFilter.of("own", QArticle::as, author::get, (x, id) -> x.author.id.eq(id));
        filtered(own, session -> {
            assertThat(session.list(selectValue(art.id).orderBy(art.id.asc()))).containsExactly(11L, 12L);
            forgetStatements();
            long misses = StatementCache.shared().misses();
            author.set(2);
            assertThat(session.list(selectValue(art.id).orderBy(art.id.asc()))).containsExactly(13L);
            assertThat(StatementCache.shared().misses()).isEqualTo(misses);
            assertThat(statements().get(statements().size() - 1)).contains("\"author_id\" = ?");
            return true;
        });
    }

    @Test
    void filtersHoldForABlock() {
        sessions.transaction(session -> {
            long some = session.filtered(List.of(PUBLISHED), () -> session.count(select(art)));
            assertThat(some).isEqualTo(2);
            assertThat(session.count(select(art))).isEqualTo(4);
        });
        published(session -> {
            long all = session.unfiltered(Set.of("published"), () -> session.count(select(art)));
            assertThat(all).isEqualTo(4);
            assertThat(session.count(select(art))).isEqualTo(2);
            assertThatThrownBy(() -> session.unfiltered(Set.of("pubished"), () -> session.count(select(art))))
                    .isInstanceOf(OrmException.class)
                    .hasMessageContaining("no filter is called [pubished]; there are [living, published]");
            return true;
        });
    }

    @Test
    void groupsAreOfWhatIsSeen() {
        List<Row> rows = published(session -> session.list(select(a.id, Aggregates.count(art.id))
                .from(a)
                .join(a.articles, art)
                .groupBy(a.id)
                .orderBy(a.id.asc())));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).toString()).contains("1");
    }
}
