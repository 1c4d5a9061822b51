// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.pattern;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Select;
import java.util.function.UnaryOperator;

// region query
/** Queries of articles, in the press's own words. A value: every step gives a new one. */
record ArticleQuery(Select<Article> rows) {
    static final QArticle ARTICLE = QArticle.as("a");
    private static final QAuthor AUTHOR = QAuthor.as("author");

    static ArticleQuery articles() {
        return new ArticleQuery(select(ARTICLE));
    }

    ArticleQuery published() {
        return with(query -> query.where(ARTICLE.status.eq(Status.PUBLISHED)));
    }

    ArticleQuery writtenBy(String name) {
        return with(query -> query.join(ARTICLE.author, AUTHOR).where(AUTHOR.name.eq(name)));
    }

    ArticleQuery with(UnaryOperator<Select<Article>> fragment) {
        return new ArticleQuery(rows.apply(fragment));
    }
}
// endregion
