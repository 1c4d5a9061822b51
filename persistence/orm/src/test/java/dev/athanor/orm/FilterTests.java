// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Query;
import dev.athanor.sql.Rows;
import java.util.List;
import java.util.function.Function;

/** What tests of filters extend: what articles are seen, and what is read then. */
abstract class FilterTests extends SessionTest {
    protected static final EntityFilter PUBLISHED =
            EntityFilter.of("published", QArticle::as, a -> a.status.eq(Status.PUBLISHED));

    protected final QAuthor a = QAuthor.as("a");
    protected final QArticle art = QArticle.as("art");
    protected final QComment c = QComment.as("c");
    protected final QReview r = QReview.as("r");

    protected <T> T filtered(EntityFilter filter, Function<Session, T> work) {
        return SessionFactory.of(factory(), SessionSettings.standard().filters(filter))
                .<T, RuntimeException>transactionResult(work::apply);
    }

    protected <R> List<R> list(EntityFilter filter, Rows<R> statement) {
        return filtered(filter, session -> session.list(statement));
    }

    protected long count(EntityFilter filter, Query<?> query) {
        return filtered(filter, session -> session.count(query));
    }

    protected <T> T published(Function<Session, T> work) {
        return filtered(PUBLISHED, work);
    }
}
