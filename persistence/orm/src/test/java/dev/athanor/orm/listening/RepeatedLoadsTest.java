// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.insight.RepeatedLoad;
import dev.athanor.orm.insight.RepeatedLoads;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read one at a time is found. */
class RepeatedLoadsTest extends SessionTest {
    private final QArticle art = QArticle.as("art");
    private final List<RepeatedLoad> found = new ArrayList<>();

    private SessionFactory detecting(RepeatedLoads detector) {
        return SessionFactory.of(factory(), SessionSettings.standard().with(detector.reporting(found::add)));
    }

    private static void readComments(List<Article> articles) {
        for (Article article : articles) {
            assertThat(article.comments().size()).isNotNegative();
        }
    }

    @Test
    void aRelationLoadedAgainAndAgainIsReportedOnce() {
        detecting(RepeatedLoads.warn().moreThan(2)).transaction(session -> readComments(session.list(select(art))));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).what()).isEqualTo("Article.comments");
        assertThat(found.get(0).advice()).contains("selectin(article.comments)");
        assertThat(found.get(0).place()).hasValueSatisfying(place -> assertThat(place)
                .startsWith(RepeatedLoadsTest.class.getName() + ".readComments(RepeatedLoadsTest.java:"));
    }

    @Test
    void relationsToOneAreFoundToo() {
        detecting(RepeatedLoads.warn().moreThan(1)).transaction(session -> {
            for (Article article : session.list(select(art).where(art.author.isNotNull()))) {
                assertThat(article.author().name()).isNotEmpty();
            }
        });
        assertThat(found).extracting(RepeatedLoad::what).containsExactly("Article.author");
    }

    @Test
    void whatOptionsLoadIsNotRepeated() {
        detecting(RepeatedLoads.fail().moreThan(1))
                .transaction(session -> readComments(session.list(select(art).options(selectin(art.comments)))));
        assertThat(found).isEmpty();
    }

    @Test
    void aFewAreNotTooMany() {
        detecting(RepeatedLoads.fail().moreThan(4)).transaction(session -> readComments(session.list(select(art))));
        assertThat(found).isEmpty();
    }

    @Test
    void testsCanLetItFail() {
        assertThatThrownBy(() -> detecting(RepeatedLoads.fail().moreThan(2))
                        .transaction(session -> readComments(session.list(select(art)))))
                .isInstanceOfSatisfying(OrmException.class, e -> {
                    assertThat(e.code()).isEqualTo(OrmError.REPEATED_LOAD);
                    assertThat(e)
                            .hasMessageContaining("Article.comments")
                            .hasMessageContaining("3 times")
                            .hasMessageContaining("RepeatedLoadsTest.java:");
                });
    }

    @Test
    void eachTransactionIsCountedByItself() {
        SessionFactory factory = detecting(RepeatedLoads.fail().moreThan(4));
        for (int i = 0; i < 2; i++) {
            factory.transaction(session -> readComments(session.list(select(art))));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void entitiesReadOneByOneAreFound() {
        detecting(RepeatedLoads.warn().statementsMoreThan(3)).transaction(session -> {
            for (long id = 1; id <= 4; id++) {
                read(session, id);
            }
        });
        assertThat(found).hasSize(1);
        assertThat(found.get(0).what()).startsWith("select");
        assertThat(found.get(0).advice()).contains("getAll(");
        assertThat(found.get(0).place())
                .hasValueSatisfying(place -> assertThat(place).contains("RepeatedLoadsTest.read("));
    }

    private static void read(Session session, long id) {
        assertThat(session.get(Author.class, id)).isPresent();
    }

    @Test
    void whatAFlushWritesRowByRowIsNoRepetition() {
        detecting(RepeatedLoads.fail().statementsMoreThan(1)).transaction(session -> {
            for (long id = 20; id < 30; id++) {
                session.add(new Author(id, "Author " + id));
            }
        });
        assertThat(found).isEmpty();
    }
}
