// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.raiseOnSql;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.orm.Load.within;
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
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QEssay;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.Status;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What options do together, on paths, and in statements of all kinds. */
class LoadOptionsTest extends LoadTests {
    private final QComment c = QComment.as("c");
    private final QGallery g = QGallery.as("g");
    private final QEssay e = QEssay.as("e");

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
    void relationsOfEmbeddedObjectsAreLoaded() {
        sessions.transaction(session -> {
            List<Essay> essays = session.list(select(e)
                    .orderBy(e.id.asc())
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
        read(session -> {
            List<Essay> essays = session.list(select(e)
                    .orderBy(e.id.asc())
                    .options(within(Essay.class, raise(e.byline.editor)), selectin(e.author)));
            unloaded(essays.get(0).byline()::editor);
            return assertThat(essays.get(0).author().name()).isEqualTo("Ada");
        });
    }
}
