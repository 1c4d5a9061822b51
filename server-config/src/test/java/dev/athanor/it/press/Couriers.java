// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.async.AsyncSettings;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A bean that lets other threads work on authors. */
@ApplicationScoped
class Couriers {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    // region settings
    @Produces
    AsyncSettings settings() {
        return AsyncSettings.standard().atOnce(2).waiting(20);
    }
    // endregion

    // region bean
    @Inject
    private AsyncSessions async;

    public CompletionStage<String> rename(long id, String name) {
        return async.transactionResult(session -> {
            Author author = session.get(Author.class, id).orElseThrow();
            author.rename(name);
            return author.name();
        });
    }

    public CompletionStage<String> figures() {
        return async.readBoth(
                session -> session.count(select(a)),
                session -> session.count(select(art)),
                (authors, articles) -> authors + " authors, " + articles + " articles");
    }
    // endregion

    AsyncSessions async() {
        return async;
    }
}
