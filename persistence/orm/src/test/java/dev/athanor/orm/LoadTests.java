// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.Option;
import dev.athanor.sql.Select;

/** What tests of loading relations extend: authors and articles with options, and many of them. */
abstract class LoadTests extends SessionTest {
    final QAuthor a = QAuthor.as("a");
    final QArticle art = QArticle.as("art");

    final Select<Author> authors(Option<? super Author> option) {
        return select(a).orderBy(a.id.asc()).options(option);
    }

    final Select<Article> articles(Option<? super Article> option) {
        return select(art).orderBy(art.id.asc()).options(option);
    }

    /** Who was the first to comment on the first article of an author. */
    static Author firstCommenter(Author author) {
        return author.articles().get(0).comments().get(0).author();
    }

    /** Adds 40,000 authors, from the key 1001 on, with an article each. */
    final void addManyAuthors() {
        execute("insert into author (id, name) select i, 'a' || i from generate_series(1001, 41000) i");
        execute("insert into article (id, title, status, author_id) select i, 't' || i, 'DRAFT', i"
                + " from generate_series(1001, 41000) i");
    }
}
