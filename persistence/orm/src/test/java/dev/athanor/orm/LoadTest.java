// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.CardPayment;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Photo;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QRating;
import dev.athanor.orm.press.QReply;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.Reply;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.press.Video;
import dev.athanor.sql.Option;
import dev.athanor.sql.Select;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What a statement that loads relations leads to. */
class LoadTest extends LoadTests {
    private final QComment c = QComment.as("c");
    private final QGallery g = QGallery.as("g");

    /**
     * Uses what a statement has read without another; that nothing is changed, and a flush writes nothing, is seen to.
     */
    private <E> void loaded(int statements, Select<E> select, BiConsumer<Session, List<E>> use) {
        sessions.transaction(session -> {
            List<E> entities = session.list(select);
            assertThat(statements()).as("statements that read").hasSize(statements);
            use.accept(session, entities);
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).as("statements after use").hasSize(statements);
        });
    }

    @Test
    void relationsToOneAreLoaded() {
        loaded(2, articles(selectin(art.author)), (session, articles) -> {
            assertThat(articles)
                    .extracting(article ->
                            article.author() == null ? null : article.author().name())
                    .containsExactly("Ada", "Ada", "Bob", null);
            assertThat(articles.get(0).author()).isSameAs(articles.get(1).author());
            assertThat(session.contains(articles.get(0).author())).isTrue();
        });
    }

    @Test
    void relationsToOneOfTheOtherSideAreLoaded() {
        loaded(2, authors(selectin(a.profile)), (session, authors) -> assertThat(authors)
                .extracting(author ->
                        author.profile() == null ? null : author.profile().text())
                .containsExactly("first", null, "third", null));
    }

    @Test
    void relationsToManyAreLoadedInTheirOrder() {
        loaded(2, authors(selectin(a.articles)), (session, authors) -> {
            assertThat(authors.get(0).articles()).extracting(Article::title).containsExactly("Notes", "Engines");
            assertThat(authors.get(1).articles()).extracting(Article::title).containsExactly("Bridges");
            assertThat(authors.get(2).articles()).isEmpty();
            assertThat(authors.get(0).articles().get(0).author()).isSameAs(authors.get(0));
        });
    }

    @Test
    void relationsByATableBetweenAreLoaded() {
        loaded(2, articles(selectin(art.tags)), (session, articles) -> {
            assertThat(articles.get(0).tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "sql");
            assertThat(articles.get(1).tags()).isEmpty();
            assertThat(articles.get(2).tags()).extracting(Tag::name).containsExactly("sql");
            assertThat(articles.get(0).tags()).containsAll(articles.get(2).tags());
        });
    }

    @Test
    void theOtherSideOfATableBetweenIsLoaded() {
        QTag t = QTag.as("t");
        loaded(2, select(t).orderBy(t.name.asc()).options(selectin(t.articles)), (session, tags) -> {
            assertThat(tags).extracting(Tag::name).containsExactly("empty", "java", "sql");
            assertThat(tags.get(0).articles()).isEmpty();
            assertThat(tags.get(2).articles())
                    .extracting(Article::title)
                    .containsExactlyInAnyOrder("Engines", "Bridges");
        });
    }

    @Test
    void relationsToOnesOwnKindAreLoaded() {
        loaded(2, authors(selectin(a.pupils)).options(selectin(a.mentor)), (session, authors) -> {
            assertThat(authors.get(0).mentor()).isNull();
            assertThat(authors.get(0).pupils()).containsExactlyInAnyOrder(authors.get(1), authors.get(2));
            assertThat(authors.get(3).mentor()).isSameAs(authors.get(2));
        });
    }

    @Test
    void keysOfSeveralColumnsAreReferredTo() {
        QReply r = QReply.as("r");
        loaded(2, select(r).orderBy(r.id.asc()).options(selectin(r.rating)), (session, replies) -> {
            assertThat(replies)
                    .extracting(reply ->
                            reply.rating() == null ? null : reply.rating().stars())
                    .containsExactly(5, 5, 4, null);
            // what EclipseLink reads of derived keys when it flushes
            replies.stream()
                    .map(Reply::rating)
                    .filter(java.util.Objects::nonNull)
                    .forEach(session::expunge);
        });
    }

    @Test
    void keysOfSeveralColumnsAreReferredFrom() {
        QRating r = QRating.as("r");
        sessions.transaction(session -> {
            List<Rating> ratings =
                    session.list(select(r).orderBy(r.stars.desc()).options(selectin(r.replies), selectin(r.article)));
            assertThat(statements()).hasSize(3);
            assertThat(ratings.get(0).replies()).extracting(Reply::id).containsExactly(1L, 2L);
            assertThat(ratings.get(1).replies()).extracting(Reply::id).containsExactly(3L);
            assertThat(ratings.get(2).replies()).isEmpty();
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(statements()).hasSize(3);
    }

    @Test
    void pathsAreFollowed() {
        Option<Author> path = selectin(a.articles)
                .then(selectin(art.comments).then(selectin(c.author).then(selectin(a.profile))), selectin(art.tags));
        loaded(5, authors(path), (session, authors) -> {
            Comment good = authors.get(0).articles().get(1).comments().get(0);
            assertThat(good.author().name()).isEqualTo("Bob");
            assertThat(good.author().profile()).isNull();
            assertThat(firstCommenter(authors.get(1)).profile().text()).isEqualTo("first");
            assertThat(authors.get(1).articles().get(0).tags()).hasSize(1);
        });
    }

    @Test
    void collectionsOfValuesAreLoaded() {
        loaded(2, articles(selectin(art.keywords)), (session, articles) -> {
            assertThat(articles.get(0).keywords()).isEqualTo(Set.of("steam", "cards"));
            assertThat(articles.get(1).keywords()).isEmpty();
        });
    }

    @Test
    void mapsAndOrderedListsAreLoaded() {
        Select<Gallery> galleries = select(g)
                .orderBy(g.id.asc())
                .options(selectin(g.media), selectin(g.rooms), selectin(g.titles), selectin(g.sites));
        loaded(5, galleries, (session, found) -> {
            assertThat(found.get(0).media())
                    .extracting(Object::getClass)
                    .containsExactly(LiveVideo.class, Photo.class, Video.class);
            assertThat(found.get(0).rooms()).containsOnlyKeys(101, 102);
            assertThat(found.get(0).titles()).isEqualTo(Map.of("en", "Pictures", "cs", "Obrazy"));
            assertThat(found.get(0).sites()).extracting(Address::city).containsExactly("Prague", "Brno");
            assertThat(found.get(1).media()).isEmpty();
            assertThat(found.get(1).rooms()).isEmpty();
            assertThat(found.get(1).titles()).isEmpty();
            assertThat(found.get(1).sites()).isEmpty();
        });
    }

    @Test
    void relationsOfSuperclassesAreLoaded() {
        QPayment p = QPayment.as("p");
        loaded(2, select(p).orderBy(p.id.asc()).options(selectin(p.author)), (session, payments) -> {
            assertThat(payments.get(2)).isInstanceOf(CardPayment.class);
            assertThat(payments).extracting(payment -> payment.author().name()).containsExactly("Ada", "Ada", "Bob");
        });
    }

    @Test
    void nothingIsLoadedTwice() {
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            assertThat(engines.tags()).hasSize(2);
            session.get(Author.class, 2L);
            forgetStatements();

            session.list(articles(selectin(art.author)));
            assertThat(statements()).hasSize(2);
            forgetStatements();
            session.list(articles(selectin(art.author)));
            assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void manyOwnersAreOneStatement() {
        addManyAuthors();
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a).where(a.id.gt(1000L)).options(selectin(a.articles)));
            assertThat(authors)
                    .hasSize(40_000)
                    .allMatch(author -> author.articles().size() == 1);
            assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void keysAreGottenWithWhatIsToBeLoaded() {
        sessions.transaction(session -> {
            List<Author> authors = session.getAll(Author.class, List.of(1L, 2L), List.of(selectin(a.articles)));
            assertThat(statements()).hasSize(2);
            assertThat(authors.get(0).articles()).hasSize(2);
            assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void streamsLoadForAsManyAsTravelTogether() {
        sessions.transaction(session -> {
            try (var articles = session.stream(articles(selectin(art.tags)), 2)) {
                assertThat(articles.map(article -> article.tags().size())).containsExactly(2, 0, 1, 0);
            }
            assertThat(statements()).hasSize(3);
        });
    }
}
