// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profiles;
import dev.athanor.orm.Session;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Makes pages of articles: the rows by one statement, their authors by another. */
@Dependent
class ArticlePages {
    private final Session session;
    private final Profiles profiles;

    @Inject
    ArticlePages(Session session, Profiles profiles) {
        this.session = session;
        this.profiles = profiles;
    }

    ArticlePage page(ArticleRows rows, Select<Row> some, Slice slice, Viewer viewer) {
        List<Row> found = session.list(some);
        if (found.isEmpty()) {
            return new ArticlePage(List.of(), slice.offset() == 0 ? 0 : session.one(rows.count()));
        }
        Authors authors = Authors.of(profiles, found.stream().map(rows::author).toList(), viewer);
        return new ArticlePage(
                found.stream()
                        .map(row -> rows.summary(row, authors.get(rows.author(row))))
                        .toList(),
                rows.total(found.get(0)));
    }
}
