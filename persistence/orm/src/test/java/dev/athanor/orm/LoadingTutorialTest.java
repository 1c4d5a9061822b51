// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.defer;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.only;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.raiseOnSql;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QTag;
import dev.athanor.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the documentation shows about loading. */
class LoadingTutorialTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");
    private final QTag t = QTag.as("t");

    private <E> List<E> list(Select<E> select) {
        return read(session -> session.list(select));
    }

    @Test
    void selectingIn() {
        // region selectin
        Select<Author> withArticles = select(a)
                .orderBy(a.name.asc())
                .options(selectin(a.articles).then(selectin(art.comments).then(selectin(c.author))));
        // endregion
        list(withArticles);
        assertThat(statements()).hasSize(3);
        assertThat(statements().get(1)).contains("= any (?)");
    }

    @Test
    void bySubqueries() {
        // region subquery
        Select<Author> firstPage = select(a).orderBy(a.name.asc()).limit(2).options(subquery(a.articles));
        // endregion
        list(firstPage);
        assertThat(statements()).hasSize(2);
        assertThat(statements().get(1)).contains("limit ?").contains("left join \"article\"");
    }

    @Test
    void joining() {
        // region joined
        Select<Article> page =
                select(art).orderBy(art.title.asc()).limit(10).options(joined(art.author), joined(art.comments));
        // endregion
        assertThat(list(page)).hasSize(4);
        assertThat(statements()).hasSize(1);
        assertThat(statements().get(0))
                .contains("limit ?) as \"art\"")
                .contains("left join \"comment\" as \"art.comments\"");
    }

    @Test
    void containing() {
        // region contains
        Select<Article> answered = select(art)
                .join(art.comments, c)
                .where(c.text.like("b%"))
                .orderBy(art.id.asc(), c.id.asc())
                .options(contains(art.comments, c));
        // endregion
        assertThat(list(answered)).hasSize(2).allSatisfy(article -> assertThat(article.comments())
                .hasSize(1));
        assertThat(statements()).hasSize(1);
    }

    @Test
    void parts() {
        // region parts
        Select<Article> withLatest = select(art)
                .options(
                        selectin(art.comments, c)
                                .where(c.text.isNotNull())
                                .orderBy(c.id.desc())
                                .limit(3)
                                .then(selectin(c.author)),
                        selectin(art.tags, t).where(t.name.ne("draft")));
        // endregion
        assertThat(list(withLatest)).hasSize(4);
    }

    @Test
    void refusing() {
        // region refusing
        Select<Article> nothingElse = select(art).options(selectin(art.author), lazy(art.tags), raise(Object.class));
        Select<Article> whatIsThere = select(art).options(raiseOnSql(art.author), noLoad(art.comments));
        // endregion
        assertThat(list(nothingElse)).hasSize(4);
        assertThat(list(whatIsThere)).hasSize(4);
    }

    @Test
    void columns() {
        // region columns
        Select<Article> titles = select(art).options(only(art.id, art.title), joined(art.author));
        Select<Article> strict = select(art).options(defer(art.status).raising());
        // endregion
        assertThat(list(titles)).hasSize(4);
        assertThat(statements().get(0)).doesNotContain("status");
        assertThat(list(strict)).hasSize(4);
        // region columnsOfRelations
        Select<Author> lists = select(a)
                .options(
                        only(a.name),
                        selectin(a.articles)
                                .then(only(art.title), selectin(art.comments).then(defer(c.text))));
        // endregion
        forgetStatements();
        assertThat(list(lists)).hasSize(4);
        assertThat(statements()).noneMatch(sql -> sql.contains("status") || sql.contains("\"text\""));
    }
}
