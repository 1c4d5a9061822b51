// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.QArticle;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of relations that load when they are used extend: an article with some of each kind, and what refuses. */
abstract class LazyTests extends SessionTest {
    final QArticle art = QArticle.as("art");

    static void refused(ThrowingCallable access, String... parts) {
        assertThatThrownBy(access)
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                .hasMessageContainingAll(parts);
    }

    static void allRefused(Article engines, String reason) {
        refused(() -> engines.author(), "Article.author", "11", "selectin", reason);
        refused(() -> engines.comments().size(), "Article.comments", "11", "selectin", reason);
        refused(() -> engines.tags().isEmpty(), "Article.tags", "11", "selectin", reason);
        refused(() -> engines.keywords().contains("steam"), "Article.keywords", "11", "selectin", reason);
    }

    static Article engines(Session session) {
        return session.get(Article.class, 11L).orElseThrow();
    }
}
