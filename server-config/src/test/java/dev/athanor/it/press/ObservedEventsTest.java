// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What beans are told of the sessions that are injected. */
class ObservedEventsTest extends SessionTest {
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final Chronicle chronicle = CDI.current().select(Chronicle.class).get();
    private final QAuthor a = QAuthor.as("a");

    /** What is told of a transaction; connections apart, which the container shares. */
    private List<String> told(Consumer<Session> work) {
        return chronicle.of(() -> assertThat(succeeded(work)).isTrue()).stream()
                .filter(name -> !name.equals("AfterAcquire") && !name.equals("BeforeRelease"))
                .toList();
    }

    private boolean succeeded(Consumer<Session> work) {
        try {
            return archive.inTransaction(() -> {
                work.accept(archive.session());
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofATransactionFromItsBeginToItsEnd() {
        assertThat(told(session -> session.get(Author.class, 1L).orElseThrow().rename("Augusta")))
                .containsExactly(
                        "AfterBegin",
                        "BeforeStatement",
                        "AfterStatement",
                        "BeforeCommit",
                        "BeforeFlush",
                        "BeforeUpdate",
                        "BeforeStatement",
                        "AfterStatement",
                        "AfterUpdate",
                        "AfterFlush",
                        "AfterCommit");
    }

    @Test
    void ofEntitiesThatComeAndGo() {
        assertThat(told(session -> {
                    Author eve = new Author(9L, "Eve");
                    session.add(eve);
                    session.flush();
                    session.delete(eve);
                }))
                .containsSubsequence("BeforeInsert", "AfterInsert", "AfterFlush", "BeforeDelete", "AfterDelete")
                .endsWith("AfterCommit");
    }

    @Test
    void ofARollback() {
        List<String> told = chronicle.of(() -> assertThatThrownBy(() -> archive.renameApartAndFail(1, "Augusta"))
                .hasMessage("on purpose"));

        assertThat(told).contains("AfterRollback");
    }

    @Test
    void ofBlocksThatAreKeptAndUndone() {
        assertThat(told(session -> {
                    session.nested(inner -> {});
                    assertThatThrownBy(() -> session.nested(inner -> {
                                throw new IllegalStateException("undone");
                            }))
                            .hasMessage("undone");
                }))
                .containsSubsequence("AfterSavepoint", "AfterRelease", "AfterSavepoint", "AfterRollbackTo");
    }

    @Test
    void ofAStatementThatFails() {
        List<String> told = chronicle.of(() -> archive.provokeAndSwallow(archive.session()));

        assertThat(told).contains("BeforeStatement", "FailedStatement").doesNotContain("AfterStatement");
    }

    @Test
    void ofARelationThatLoadsByItself() {
        assertThat(told(session -> {
                    Article article = session.get(Article.class, 11L).orElseThrow();
                    assertThat(article.comments()).isNotNull().hasSizeLessThan(9);
                }))
                .containsSubsequence("LazyLoad", "BeforeStatement", "AfterStatement");
    }

    @Test
    void ofConnectionsAsTheyAreUsed() {
        List<String> told = chronicle.of(
                () -> assertThat(succeeded(session -> session.list(select(a)))).isTrue());

        assertThat(told).containsSubsequence("AfterBegin", "AfterAcquire", "AfterCommit");
        assertThat(told)
                .filteredOn("BeforeRelease"::equals)
                .hasSameSizeAs(told.stream().filter("AfterAcquire"::equals).toList());
    }
}
