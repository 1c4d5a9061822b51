// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.contains;
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
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Row;
import dev.athanor.sql.StatementCache;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that are not to be seen are not there: whatever a statement does. */
class FilterTest extends FilterTests {
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
    void whatAStatementJoinsItselfIsFiltered() {
        List<Author> authors = published(session -> session.list(select(a)
                .join(a.articles, art)
                .orderBy(a.id.asc(), art.id.asc())
                .options(contains(a.articles, art))));

        assertThat(authors).extracting(Author::id).containsExactly(1L, 2L);
        assertThat(authors.get(0).articles()).extracting(Article::id).containsExactly(11L);
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
