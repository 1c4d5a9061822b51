// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations that were changed and not flushed, and that a statement's options are about. */
class PendingRelationTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private static Stream<Load<? super Article, ?>> toOne() {
        QArticle art = QArticle.as("art");
        return Stream.of(
                selectin(art.author),
                subquery(art.author),
                joined(art.author),
                lazy(art.author),
                noLoad(art.author),
                raise(art.author));
    }

    @ParameterizedTest
    @MethodSource("toOne")
    void anotherTargetStays(Load<? super Article, ?> way) {
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            Author bob = session.get(Author.class, 2L).orElseThrow();
            engines.writtenBy(bob);
            session.noAutoflush(() -> session.list(select(art).options(way)));
            assertThat(engines.author()).isSameAs(bob);
            assertThat(session.dirty()).containsExactly(engines);
        });
        assertThat(this.<String>read(session ->
                        session.get(Article.class, 11L).orElseThrow().author().name()))
                .isEqualTo("Bob");
    }

    private static Stream<Load<? super Article, ?>> toMany() {
        QArticle art = QArticle.as("art");
        return Stream.of(
                selectin(art.tags),
                subquery(art.tags),
                joined(art.tags),
                lazy(art.tags),
                noLoad(art.tags),
                raise(art.tags));
    }

    @ParameterizedTest
    @MethodSource("toMany")
    void addedAndRemovedOnesStay(Load<? super Article, ?> way) {
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            Tag empty = session.get(Tag.class, "empty").orElseThrow();
            engines.tags().removeIf(tag -> tag.name().equals("java"));
            engines.tags().add(empty);
            session.noAutoflush(() -> session.list(select(art).options(way)));
            assertThat(engines.tags()).extracting(Tag::name).containsExactlyInAnyOrder("sql", "empty");
            forgetStatements();
            session.flush();
            assertThat(statements())
                    .filteredOn(sql -> sql.contains("article_tag"))
                    .as("one is taken out, one put in")
                    .hasSize(2);
        });
        List<String> tags = read(session -> session.get(Article.class, 11L).orElseThrow().tags().stream()
                .map(Tag::name)
                .sorted()
                .toList());
        assertThat(tags).containsExactly("empty", "sql");
    }

    private static Stream<Load<? super Article, ?>> ofValues() {
        QArticle art = QArticle.as("art");
        return Stream.of(selectin(art.keywords), subquery(art.keywords), joined(art.keywords), lazy(art.keywords));
    }

    @ParameterizedTest
    @MethodSource("ofValues")
    void addedAndRemovedValuesStay(Load<? super Article, ?> way) {
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            engines.keywords().remove("steam");
            engines.keywords().add("brass");
            session.noAutoflush(() -> session.list(select(art).options(way)));
            assertThat(engines.keywords()).containsExactlyInAnyOrder("cards", "brass");
        });
        List<String> keywords = read(session -> session.get(Article.class, 11L).orElseThrow().keywords().stream()
                .sorted()
                .toList());
        assertThat(keywords).containsExactly("brass", "cards");
    }

    @Test
    void ofTwoSessionsThatChangeAPartlyLoadedRowTheSecondFails() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    Author ada = session.one(select(a)
                            .where(a.id.eq(1L))
                            .options(selectin(a.articles).then(Load.only(art.title))));
                    sessions.transaction(
                            other -> other.get(Article.class, 11L).orElseThrow().publish());
                    sessions.transaction(
                            other -> other.get(Article.class, 11L).orElseThrow().retitle("Machines"));
                    ada.articles().forEach(article -> article.retitle(article.title() + "!"));
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTIMISTIC_CONFLICT));
        assertThat(this.<String>read(
                        session -> session.get(Article.class, 11L).orElseThrow().title()))
                .isEqualTo("Machines");
    }
}
