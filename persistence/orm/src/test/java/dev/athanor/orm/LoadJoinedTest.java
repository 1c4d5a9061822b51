// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.Essay;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QEssay;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Review;
import dev.athanor.orm.press.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations that come with the rows of a statement: by joins of the toolkit, or the statement's own. */
class LoadJoinedTest extends LoadTests {
    private final QComment c = QComment.as("c");
    private final QTag t = QTag.as("t");

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
            assertThat(firstCommenter(authors.get(1)).profile().text()).isEqualTo("first");
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
    void relationsThatAreAlwaysThereAreJoinedByInnerJoins() {
        QEssay e = QEssay.as("e");
        read(session -> {
            List<Essay> essays = session.list(
                    select(e).orderBy(e.id.asc()).options(joined(e.author).then(joined(a.profile))));
            assertThat(essays).extracting(essay -> essay.author().name()).containsExactly("Ada", "Ada", "Bob");
            assertThat(essays.get(0).author().profile().text()).isEqualTo("first");
            return assertThat(statements())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(" join \"author\"")
                    .doesNotContain("left join \"author\"")
                    .contains("left join \"profile\"");
        });
    }

    @Test
    void manyOwnersAreJoinedAndFoundByAPart() {
        addManyAuthors();
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
}
