// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.raiseOnSql;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.orm.Load.within;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.Essay;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.Photo;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QEssay;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Review;
import dev.athanor.orm.press.Status;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What options do together, on paths, in statements of all kinds, and of parts of relations. */
class LoadOptionsTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");
    private final QGallery g = QGallery.as("g");
    private final QTag t = QTag.as("t");

    private static void unloaded(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(OrmError.RELATION_NOT_LOADED));
    }

    @Test
    void allThatIsNotNamedIsRefused() {
        read(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(raise(Article.class), selectin(art.tags), lazy(art.author)));
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
            unloaded(engines.comments()::size);
            unloaded(engines.keywords()::size);
            return engines;
        });
    }

    @Test
    void allThatNamedOnesLeadToIsRefusedToo() {
        read(session -> {
            Article engines =
                    session.one(select(art).where(art.id.eq(11L)).options(raise(Object.class), selectin(art.comments)));
            Comment good = engines.comments().get(0);
            unloaded(good::author);
            unloaded(engines.tags()::size);
            return good;
        });
    }

    @Test
    void allIsLeftEmptyThatIsNotNamed() {
        sessions.transaction(session -> {
            Article engines = session.one(
                    select(art).where(art.id.eq(11L)).options(noLoad(Article.class), selectin(art.comments)));
            assertThat(engines.comments()).hasSize(2);
            assertThat(engines.tags()).isEmpty();
            assertThat(engines.author()).isNull();
            engines.retitle("Machines");
        });
        read(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            assertThat(engines.tags()).hasSize(2);
            return assertThat(engines.author().name()).isEqualTo("Ada");
        });
    }

    @Test
    void whatTheSessionHasNeedsNoStatement() {
        read(session -> {
            session.get(Author.class, 1L);
            forgetStatements();
            List<Article> articles =
                    session.list(select(art).orderBy(art.id.asc()).options(raiseOnSql(Article.class)));
            assertThat(articles.get(0).author().name()).isEqualTo("Ada");
            unloaded(articles.get(2)::author);
            assertThat(articles.get(3).author()).isNull();
            unloaded(articles.get(0).tags()::size);
            assertThat(statements()).hasSize(1);
            return articles;
        });
    }

    @Test
    void optionsOfASubclassAreForItsEntities() {
        read(session -> {
            Gallery gallery = session.one(select(g)
                    .where(g.id.eq(1L))
                    .options(selectin(g.media).ofType(Photo.class).then(raise(Photo.class))));
            assertThat(gallery.media()).hasSize(3);
            return assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void pathsAreFollowedByStatementsWithTheFirstAsAPart() {
        read(session -> {
            List<Author> authors = session.list(select(a)
                    .where(a.name.lt("C"))
                    .orderBy(a.name.desc())
                    .limit(1)
                    .offset(1)
                    .options(subquery(a.articles)
                            .then(subquery(art.comments).then(subquery(c.author)), subquery(art.tags))));
            assertThat(authors).extracting(Author::name).containsExactly("Ada");
            assertThat(authors.get(0).articles()).extracting(Article::title).containsExactly("Notes", "Engines");
            Article engines = authors.get(0).articles().get(1);
            assertThat(engines.comments()).hasSize(2);
            assertThat(engines.comments().get(0).author().name()).isEqualTo("Bob");
            assertThat(engines.tags()).hasSize(2);
            assertThat(statements()).hasSize(5);
            return assertThat(statements().get(2)).doesNotContain("any (").contains("limit");
        });
    }

    @Test
    void pathsAreJoinedThreeDeep() {
        read(session -> {
            List<Author> authors = session.list(select(a)
                    .orderBy(a.id.asc())
                    .options(joined(a.articles)
                            .then(joined(art.comments).then(joined(c.author).then(joined(a.profile))))));
            assertThat(authors).extracting(Author::name).containsExactly("Ada", "Bob", "Cyd", "Dan");
            assertThat(authors.get(0).articles()).extracting(Article::title).containsExactly("Notes", "Engines");
            assertThat(authors.get(0).articles().get(1).comments())
                    .extracting(Comment::text)
                    .containsExactly("good", "better");
            assertThat(authors.get(1)
                            .articles()
                            .get(0)
                            .comments()
                            .get(0)
                            .author()
                            .profile()
                            .text())
                    .isEqualTo("first");
            assertThat(authors.get(2).articles()).isEmpty();
            return assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void twoCollectionsAreNotMultiplied() {
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(joined(art.comments), joined(art.tags), joined(art.author)));
            assertThat(articles).hasSize(4);
            assertThat(articles.get(0).comments()).hasSize(2);
            assertThat(articles.get(0).tags()).hasSize(2);
            assertThat(statements()).as("tags by a statement of their own").hasSize(2);
            return assertThat(articles.get(0).author().name()).isEqualTo("Ada");
        });
    }

    @Test
    void pagesAreNotCutByWhatIsJoined() {
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .where(art.id.lt(14L))
                    .orderBy(art.title.desc())
                    .limit(2)
                    .options(joined(art.comments), joined(art.author)));
            assertThat(articles).extracting(Article::title).containsExactly("Notes", "Engines");
            assertThat(articles.get(1).comments()).extracting(Comment::text).containsExactly("good", "better");
            return assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void rowsThatAStatementRepeatsStayRepeated() {
        read(session -> {
            List<Article> articles = session.list(
                    select(art).join(art.tags, t).orderBy(art.id.asc()).options(joined(art.comments)));
            assertThat(articles).extracting(Article::title).containsExactly("Engines", "Engines", "Bridges");
            assertThat(articles.get(0).comments()).extracting(Comment::text).containsExactly("good", "better");
            return assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void joinedRelationsOfLockedRows() {
        sessions.transaction(session -> {
            List<Article> articles = session.list(
                    select(art).orderBy(art.id.asc()).lock(forUpdate()).options(joined(art.comments)));
            assertThat(articles.get(0).comments()).hasSize(2);
        });
    }

    @Test
    void eagerRelationsAreJoined() {
        QReview r = QReview.as("r");
        read(session -> {
            List<Review> reviews =
                    session.list(select(r).orderBy(r.id.asc()).options(joined(r.article), joined(r.reviewer)));
            assertThat(reviews.get(0).article().title()).isEqualTo("Engines");
            assertThat(reviews.get(2).reviewer()).isNull();
            return assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void relationsAreFilledByTheStatementsOwnJoins() {
        sessions.transaction(session -> {
            List<Article> articles = session.list(select(art)
                    .join(art.comments, c)
                    .where(c.text.ne("good"))
                    .orderBy(art.id.asc(), c.id.desc())
                    .options(contains(art.comments, c)));
            assertThat(articles).extracting(Article::title).containsExactly("Engines", "Bridges");
            assertThat(articles.get(0).comments()).extracting(Comment::text).containsExactly("better");
            assertThat(statements()).hasSize(1);
            assertThat(session.dirty()).isEmpty();
            articles.get(0).retitle("Machines");
        });
        read(session -> assertThat(session.get(Article.class, 11L).orElseThrow().comments())
                .hasSize(2));
    }

    @Test
    void relationsByATableBetweenAreFilledByTheStatementsOwnJoins() {
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .leftJoin(art.tags, t)
                    .leftJoin(art.comments, c)
                    .orderBy(art.id.asc(), t.name.asc())
                    .options(contains(art.tags, t), contains(art.comments, c)));
            assertThat(articles).hasSize(4);
            assertThat(articles.get(0).tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "sql");
            assertThat(articles.get(0).comments()).hasSize(2);
            assertThat(articles.get(3).tags()).isEmpty();
            return assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void whatAStatementDoesNotJoinItDoesNotContain() {
        assertThatThrownBy(() ->
                        this.<Object>read(session -> session.list(select(art).options(contains(art.comments, c)))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTION_INVALID));
    }

    @Test
    void unionsLoadRelations() {
        read(session -> {
            QArticle other = QArticle.as("other");
            List<Article> articles = session.list(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.comments))
                    .union(select(other).where(other.id.eq(13L)))
                    .options(joined(art.author), subquery(art.tags)));
            assertThat(articles).hasSize(2).allSatisfy(article -> {
                assertThat(article.author()).isNotNull();
                assertThat(article.tags()).isNotEmpty();
                assertThat(article.comments()).isNotEmpty();
            });
            return assertThat(statements()).hasSize(4);
        });
    }

    @Test
    void statementsThatWriteLoadRelations() {
        sessions.transaction(session -> {
            List<Article> articles = session.list(update(art)
                    .set(art.status, Status.PUBLISHED)
                    .where(art.id.eq(12L))
                    .returning(art)
                    .options(selectin(art.author)));
            assertThat(articles.get(0).author().name()).isEqualTo("Ada");
            assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void entitiesOfAKeyLoadRelations() {
        read(session -> {
            Article engines = session.get(Article.class, 11L, List.of(selectin(art.tags), joined(art.author)))
                    .orElseThrow();
            assertThat(statements()).hasSize(3);
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
            return assertThat(statements()).hasSize(3);
        });
    }

    @Test
    void partsOfRelationsAreLoaded() {
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(selectin(art.comments, c).where(c.text.like("b%")).orderBy(c.id.desc())));
            assertThat(articles.get(0).comments()).extracting(Comment::text).containsExactly("better");
            assertThat(articles.get(2).comments()).extracting(Comment::text).containsExactly("best");
            return assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void theFirstOfEachEntityAreLoaded() {
        execute("insert into comment values (104, 'late', 11, 1), (105, 'later', 13, 1)");
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(selectin(art.comments, c)
                            .orderBy(c.id.desc())
                            .limit(2)
                            .then(selectin(c.author))));
            assertThat(articles.get(0).comments()).extracting(Comment::text).containsExactly("late", "better");
            assertThat(articles.get(2).comments()).extracting(Comment::text).containsExactly("later", "best");
            return assertThat(articles.get(1).comments()).hasSize(0);
        });
    }

    @Test
    void partsByATableBetweenAndOfValuesAreLoaded() {
        QArticle.Keywords k = QArticle.Keywords.as("k");
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(
                            selectin(art.tags, t).where(t.name.eq("java")),
                            selectin(art.keywords, k).where(k.value.like("s%"))));
            assertThat(articles.get(0).tags()).extracting(Tag::name).containsExactly("java");
            assertThat(articles.get(2).tags()).isEmpty();
            assertThat(articles.get(0).keywords()).containsExactly("steam");
            return assertThat(articles.get(2).keywords()).containsExactly("steel");
        });
    }

    @Test
    void whatIsAddedToAPartOrTakenFromItIsWritten() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.tags, t).where(t.name.eq("java"))));
            Tag empty = session.get(Tag.class, "empty").orElseThrow();
            engines.tags().clear();
            engines.tags().add(empty);
        });
        read(session -> assertThat(session.get(Article.class, 11L).orElseThrow().tags())
                .extracting(Tag::name)
                .containsExactlyInAnyOrder("sql", "empty"));
    }

    @Test
    void partsAreNotSharedWithOthers() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.tags, t).where(t.name.eq("java")), noLoad(art.comments)));
            engines.retitle("Machines");
        });
        try (EntityManager entities = factory().createEntityManager()) {
            Article engines = entities.find(Article.class, 11L);
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.comments()).hasSize(2);
        }
    }

    @Test
    void aPartOfARelationToOneIsRefused() {
        assertThatThrownBy(() -> this.<Object>read(session ->
                        session.list(select(art).options(selectin(art.author, a).where(a.id.eq(1L))))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTION_INVALID));
    }

    @Test
    void changedPartsAreNotLoadedAnew() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.tags, t).where(t.name.eq("java"))));
            engines.tags().add(session.get(Tag.class, "empty").orElseThrow());
            session.noAutoflush(() -> session.list(select(art).options(selectin(art.tags))));
            assertThat(engines.tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "empty");
        });
        read(session ->
                assertThat(session.get(Article.class, 11L).orElseThrow().tags()).hasSize(3));
    }

    @Test
    void manyOwnersAreJoinedAndFoundByAPart() {
        execute("insert into author (id, name) select i, 'a' || i from generate_series(1001, 41000) i");
        execute("insert into article (id, title, status, author_id) select i, 't' || i, 'DRAFT', i"
                + " from generate_series(1001, 41000) i");
        for (Load<Author, ?> load : List.<Load<Author, ?>>of(subquery(a.articles), joined(a.articles))) {
            forgetStatements();
            read(session -> {
                List<Author> authors =
                        session.list(select(a).where(a.id.gt(1000L)).options(load));
                assertThat(authors)
                        .hasSize(40_000)
                        .allMatch(author -> author.articles().size() == 1);
                return assertThat(statements()).hasSizeLessThanOrEqualTo(2);
            });
        }
    }

    @Test
    void relationsOfEmbeddedObjectsAreLoaded() {
        QEssay e = QEssay.as("e");
        sessions.transaction(session -> {
            List<Essay> essays = session.list(select(e).orderBy(e.id.asc())
                    .options(within(Essay.class, selectin(e.byline.editor).then(selectin(a.profile)))));
            assertThat(statements()).hasSize(3);
            assertThat(essays.get(0).byline().editor().name()).isEqualTo("Bob");
            assertThat(essays.get(1).byline().editor()).isNull();
            assertThat(essays.get(2).byline().editor().profile().text()).isEqualTo("third");
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).hasSize(3);
        });
    }

    @Test
    void relationsOfEmbeddedObjectsAreRefused() {
        QEssay e = QEssay.as("e");
        read(session -> {
            List<Essay> essays = session.list(select(e).orderBy(e.id.asc())
                    .options(within(Essay.class, raise(e.byline.editor)), selectin(e.author)));
            unloaded(essays.get(0).byline()::editor);
            return assertThat(essays.get(0).author().name()).isEqualTo("Ada");
        });
    }

    @Test
    void relationsThatAreAlwaysThereAreJoinedByInnerJoins() {
        QEssay e = QEssay.as("e");
        read(session -> {
            List<Essay> essays =
                    session.list(select(e).orderBy(e.id.asc()).options(joined(e.author).then(joined(a.profile))));
            assertThat(essays).extracting(essay -> essay.author().name()).containsExactly("Ada", "Ada", "Bob");
            assertThat(essays.get(0).author().profile().text()).isEqualTo("first");
            return assertThat(statements()).hasSize(1).first().asString()
                    .contains(" join \"author\"")
                    .doesNotContain("left join \"author\"")
                    .contains("left join \"profile\"");
        });
    }
}
