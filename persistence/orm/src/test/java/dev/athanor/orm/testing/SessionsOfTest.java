// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.testing;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.Statements;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sessions as parameters of tests. */
// region class
@PostgresTest(scripts = "/press.sql")
@SessionsOf("press")
class SessionsOfTest {
    // endregion
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private long articles(SessionFactory sessions) {
        return sessions.<Long, RuntimeException>read(session -> session.count(select(art)));
    }

    private static void readTitles(List<Author> authors) {
        authors.forEach(author -> assertThat(author.articles()).isNotNull().hasSizeGreaterThanOrEqualTo(0));
    }

    // region loads
    @Test
    void authorsAreReadWithTheirArticles(Session session, Statements statements) {
        statements
                .during(() -> readTitles(session.list(select(a).options(selectin(a.articles)))))
                .hasCount(2)
                .repeatsNone();
    }
    // endregion

    @Test
    void relationsThatLoadOneByOneAreFound(Session session, Statements statements) {
        assertThatThrownBy(() -> statements
                        .during(() -> readTitles(session.list(select(a))))
                        .repeatsNone())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("article");
    }

    @RepeatedTest(2)
    void keysStartAsTheDatabaseSays(Session session) {
        Article article = new Article(session.get(Author.class, 1L).orElseThrow(), "New");
        session.add(article);
        session.flush();
        assertThat(article.id()).isBetween(991L, 1010L);
        assertThat(session.exists(select(art).where(art.title.eq("New")))).isTrue();
    }

    @Test
    void aFactoryGivesTransactionsOfItsOwn(SessionFactory sessions) {
        long before = articles(sessions);
        sessions.transaction(
                session -> session.add(new Article(session.get(Author.class, 1L).orElseThrow(), "New")));
        assertThat(articles(sessions)).isEqualTo(before + 1);
    }

    @Test
    void aTestThatFailsIsRolledBack(SessionFactory sessions) {
        CurrentSession current = new CurrentSession();
        Session session = current.session();
        assertThatThrownBy(() -> current.during(sessions, () -> {
                    session.add(new Author(77, "Nobody"));
                    session.flush();
                    throw new AssertionError("the test fails");
                }))
                .hasMessage("the test fails");
        assertThat(sessions.<Boolean, RuntimeException>read(
                        own -> own.exists(select(a).where(a.id.eq(77L)))))
                .isFalse();
        assertThatThrownBy(session::flush).hasMessageContaining("the test is over");
    }

    /** What is said of the class around it holds. */
    @Nested
    class CommittedTest {
        @Test
        void whatATestAddsIsCommittedAtItsEnd(Session session) {
            session.add(new Author(77, "Nobody"));
        }

        @AfterEach
        void isThere(SessionFactory sessions) {
            assertThat(sessions.<Boolean, RuntimeException>read(
                            own -> own.exists(select(a).where(a.id.eq(77L)))))
                    .isTrue();
        }
    }
}
