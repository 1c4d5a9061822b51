// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.Stamped;
import dev.athanor.sql.Related;
import dev.athanor.sql.Row;
import dev.athanor.sql.SqlTypes;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations and classes lead to what is seen, however they are loaded. */
class FilteredRelationsTest extends FilterTests {
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
    void aStatementLoadsRelationsByItsOwnOptions() {
        List<Author> authors = published(session ->
                session.list(select(a).orderBy(a.id.asc()).options(selectin(a.articles), unfiltered("published"))));

        assertThat(authors.get(0).articles()).extracting(Article::id).containsExactlyInAnyOrder(11L, 12L);
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
}
