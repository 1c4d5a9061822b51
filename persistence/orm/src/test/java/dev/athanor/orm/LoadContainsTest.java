// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QRoom;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.Select;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Relations that the joins of a statement fill, one after the other and beside each other. */
class LoadContainsTest extends LoadTests {
    private final QComment c = QComment.as("c");
    private final QTag t = QTag.as("t");
    private final QAuthor m = QAuthor.as("m");
    private final QAuthor p = QAuthor.as("p");

    /** By one statement, without changing anything. */
    private <E> void contained(Select<E> select, BiConsumer<Session, List<E>> use) {
        sessions.transaction(session -> {
            List<E> found = session.list(select);
            use.accept(session, found);
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void pathsOfTheStatementsOwnJoinsAreFilled() {
        contained(
                select(a)
                        .join(a.articles, art)
                        .join(art.comments, c)
                        .leftJoin(c.author, p)
                        .orderBy(a.id.asc(), art.id.asc(), c.id.asc())
                        .options(contains(a.articles, art)
                                .then(contains(art.comments, c).then(contains(c.author, p)))),
                (session, authors) -> {
                    assertThat(authors).extracting(Author::name).containsExactly("Ada", "Bob");
                    assertThat(authors.get(0).articles())
                            .extracting(Article::title)
                            .containsExactly("Engines");
                    Article engines = authors.get(0).articles().get(0);
                    assertThat(engines.comments()).extracting(Comment::text).containsExactly("good", "better");
                    assertThat(engines.comments().get(0).author()).isSameAs(authors.get(1));
                    assertThat(engines.comments().get(1).author()).isNull();
                    assertThat(firstCommenter(authors.get(1))).isSameAs(authors.get(0));
                });
    }

    @Test
    void relationsBesideEachOtherAreNotMultiplied() {
        contained(
                select(a)
                        .leftJoin(a.articles, art)
                        .leftJoin(art.comments, c)
                        .leftJoin(art.tags, t)
                        .leftJoin(a.pupils, p)
                        .orderBy(a.id.asc(), art.id.asc(), c.id.asc())
                        .options(
                                contains(a.articles, art).then(contains(art.comments, c), contains(art.tags, t)),
                                contains(a.pupils, p)),
                (session, authors) -> {
                    assertThat(authors).extracting(Author::name).containsExactly("Ada", "Bob", "Cyd", "Dan");
                    Author ada = authors.get(0);
                    assertThat(ada.articles()).extracting(Article::title).containsExactly("Engines", "Notes");
                    Article engines = ada.articles().get(0);
                    assertThat(engines.comments()).extracting(Comment::text).containsExactly("good", "better");
                    assertThat(engines.tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "sql");
                    assertThat(ada.articles().get(1).comments()).isEmpty();
                    assertThat(ada.pupils()).containsExactlyInAnyOrder(authors.get(1), authors.get(2));
                    assertThat(authors.get(3).articles()).isEmpty();
                });
    }

    @Test
    void relationsToOnesOwnKindAreFilledInBothDirections() {
        contained(
                select(a)
                        .leftJoin(a.mentor, m)
                        .leftJoin(a.pupils, p)
                        .orderBy(a.id.asc(), p.id.asc())
                        .options(contains(a.mentor, m), contains(a.pupils, p)),
                (session, authors) -> {
                    assertThat(authors).extracting(Author::name).containsExactly("Ada", "Bob", "Cyd", "Dan");
                    assertThat(authors.get(0).mentor()).isNull();
                    assertThat(authors.get(0).pupils()).containsExactlyInAnyOrder(authors.get(1), authors.get(2));
                    assertThat(authors.get(3).mentor()).isSameAs(authors.get(2));
                    assertThat(authors.get(3).pupils()).isEmpty();
                });
    }

    @Test
    void pathsLeadThroughOnesOwnKind() {
        QAuthor pupil = QAuthor.as("pupil");
        contained(
                select(a)
                        .join(a.pupils, p)
                        .leftJoin(p.pupils, pupil)
                        .where(a.id.eq(1L))
                        .options(contains(a.pupils, p).then(contains(p.pupils, pupil), contains(p.mentor, a))),
                (session, authors) -> {
                    assertThat(authors).extracting(Author::name).containsExactly("Ada");
                    assertThat(authors.get(0).pupils())
                            .extracting(Author::name)
                            .containsExactlyInAnyOrder("Bob", "Cyd");
                    assertThat(authors.get(0).pupils()).allMatch(one -> one.mentor() == authors.get(0));
                    assertThat(authors.get(0).pupils().stream().flatMap(one -> one.pupils().stream()))
                            .extracting(Author::name)
                            .containsExactly("Dan");
                });
    }

    @Test
    void aRelationToOneThatNoRowHasLoadsWhenItIsUsed() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a)
                    .leftJoin(m, a.mentor.leadsTo(m).and(m.name.eq("Ada")))
                    .orderBy(a.id.asc())
                    .options(contains(a.mentor, m)));
            assertThat(authors.get(1).mentor()).isSameAs(authors.get(0));
            assertThat(statements()).hasSize(1);
            assertThat(authors.get(3).mentor()).isSameAs(authors.get(2));
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void otherOptionsLeadOnFromWhatIsFilled() {
        read(session -> {
            List<Author> authors = session.list(select(a)
                    .join(a.articles, art)
                    .where(art.title.ne("Notes"))
                    .orderBy(a.id.asc())
                    .options(contains(a.articles, art).then(selectin(art.tags), raise(art.keywords))));
            assertThat(statements()).hasSize(2);
            Article engines = authors.get(0).articles().get(0);
            assertThat(engines.tags()).hasSize(2);
            assertThatThrownBy(() -> engines.keywords().size()).isInstanceOf(OrmException.class);
            return assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void whatIsFilledIsJoinedFurther() {
        contained(
                select(a)
                        .join(a.articles, art)
                        .orderBy(a.id.asc(), art.id.desc())
                        .options(contains(a.articles, art)
                                .then(joined(art.comments).then(joined(c.author)))),
                (session, authors) -> {
                    assertThat(authors).extracting(Author::name).containsExactly("Ada", "Bob");
                    assertThat(authors.get(0).articles())
                            .extracting(Article::title)
                            .containsExactly("Notes", "Engines");
                    assertThat(authors.get(0).articles().get(1).comments())
                            .extracting(Comment::text)
                            .containsExactly("good", "better");
                    assertThat(firstCommenter(authors.get(1)).name()).isEqualTo("Ada");
                });
    }

    @Test
    void whatIsFilledInPartIsNotSharedAndItsChangesAreWritten() {
        QGallery g = QGallery.as("g");
        QRoom room = QRoom.as("room");
        QGallery.Titles title = QGallery.Titles.as("title");
        sessions.transaction(session -> {
            Gallery gallery = session.one(select(g)
                    .join(g.rooms, room)
                    .join(g.titles, title)
                    .where(room.number.eq(102), title.key.eq("cs"))
                    .options(contains(g.rooms, room), contains(g.titles, title)));
            assertThat(gallery.rooms()).containsOnlyKeys(102);
            assertThat(gallery.titles()).containsOnlyKeys("cs");
            assertThat(session.dirty()).isEmpty();
            gallery.rooms().remove(102);
            gallery.titles().put("de", "Bilder");
        });
        try (var entities = factory().createEntityManager()) {
            Gallery gallery = entities.find(Gallery.class, 1L);
            assertThat(gallery.rooms()).containsOnlyKeys(101);
            assertThat(gallery.titles()).containsOnlyKeys("en", "cs", "de");
        }
    }

    @Test
    void limitsCountRows() {
        contained(
                select(art).join(art.comments, c).orderBy(c.id.asc()).limit(2).options(contains(art.comments, c)),
                (session, articles) -> {
                    assertThat(articles).extracting(Article::title).containsExactly("Engines");
                    assertThat(articles.get(0).comments()).hasSize(2);
                });
    }

    @Test
    void placesAreKeptHoweverRowsAreOrdered() {
        QGallery g = QGallery.as("g");
        QMedia media = QMedia.as("media");
        QGallery.Sites site = QGallery.Sites.as("site");
        contained(
                select(g)
                        .join(g.media, media)
                        .join(g.sites, site)
                        .orderBy(media.name.asc(), site.value.city.asc())
                        .options(contains(g.media, media), contains(g.sites, site)),
                (session, galleries) -> {
                    assertThat(galleries).hasSize(1);
                    assertThat(galleries.get(0).media())
                            .extracting(one -> one.name())
                            .containsExactly("reading", "cover", "trailer");
                    assertThat(galleries.get(0).sites())
                            .extracting(one -> one.city())
                            .containsExactly("Prague", "Brno");
                });
    }
}
