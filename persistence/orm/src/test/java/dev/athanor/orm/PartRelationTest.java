// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.defer;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.only;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Option;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relations lead to entities of which only some columns are read. */
class PartRelationTest extends SessionTest {
    /** By which option the relation is loaded. */
    enum Way {
        SELECTIN,
        SUBQUERY,
        JOINED;

        <S, T> Load<S, T> of(Loadable<S, T, ?> relation) {
            return switch (this) {
                case SELECTIN -> selectin(relation);
                case SUBQUERY -> subquery(relation);
                case JOINED -> joined(relation);
            };
        }
    }

    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");

    private Author ada(Session session, Option<? super Author> option) {
        return session.one(select(a).where(a.id.eq(1L)).options(option));
    }

    private static Article engines(Author ada) {
        return ada.articles().stream()
                .filter(article -> article.id() == 11L)
                .findFirst()
                .orElseThrow();
    }

    private static String last() {
        return statements().get(statements().size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void relationsToManyLeadToParts(Way way) {
        sessions.transaction(session -> {
            Article engines = engines(ada(session, way.of(a.articles).then(only(art.title), selectin(art.comments))));
            assertThat(statements()).noneMatch(sql -> sql.contains("\"status\""));
            forgetStatements();
            assertThat(engines.title()).isEqualTo("Engines");
            assertThat(engines.comments()).hasSize(2);
            assertThat(statements()).isEmpty();
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(statements()).hasSize(1);
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(statements()).as("nothing is written").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void relationsToOneLeadToParts(Way way) {
        sessions.transaction(session -> {
            List<Article> articles = session.list(
                    select(art).orderBy(art.id.asc()).options(way.of(art.author).then(defer(a.name))));
            assertThat(statements()).noneMatch(sql -> sql.contains("\"name\"")).anyMatch(sql -> sql.contains("street"));
            assertThat(articles.get(3).author()).isNull();
            forgetStatements();
            assertThat(articles.get(0).author().home().city()).isEqualTo("London");
            assertThat(statements()).isEmpty();
            assertThat(articles.get(0).author().name()).isEqualTo("Ada");
            assertThat(articles.get(2).author().name()).isEqualTo("Bob");
            assertThat(statements()).hasSize(2);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void partsAreNestedThreeDeep(Way way) {
        sessions.transaction(session -> {
            Author ada = ada(
                    session,
                    way.of(a.articles)
                            .then(
                                    only(art.title),
                                    way.of(art.comments)
                                            .then(only(c.text), way.of(c.author).then(defer(a.home.city)))));
            List<String> some = statements();
            assertThat(some).noneMatch(sql -> sql.contains("\"status\""));
            forgetStatements();
            Comment good = engines(ada).comments().get(0);
            assertThat(good.text()).isEqualTo("good");
            assertThat(good.author().name()).isEqualTo("Bob");
            assertThat(engines(ada).comments().get(1).author()).isNull();
            assertThat(statements()).isEmpty();
            assertThat(good.author().home()).isNull();
            assertThat(ada.home().city()).isEqualTo("London");
            assertThat(statements()).as("Bob is partial, Ada is not").hasSize(1);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void wholeEntitiesStayWholeWithTheirChanges(Way way) {
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            session.noAutoflush(() -> {
                engines.retitle("Machines");
                Author ada = ada(session, way.of(a.articles).then(only(art.title)));
                forgetStatements();
                assertThat(engines(ada)).isSameAs(engines);
                assertThat(engines.title()).isEqualTo("Machines");
                assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
                assertThat(statements()).isEmpty();
                return assertThat(session.dirty()).containsExactly(engines);
            });
        });
        assertThat(this.<String>read(
                        session -> session.get(Article.class, 11L).orElseThrow().title()))
                .isEqualTo("Machines");
    }

    @ParameterizedTest
    @EnumSource
    void partsAreCompletedAndChanged(Way way) {
        sessions.transaction(session -> {
            Article engines = engines(ada(session, way.of(a.articles).then(only(art.title))));
            session.list(select(art));
            forgetStatements();
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(statements()).isEmpty();
            assertThat(session.dirty()).isEmpty();
            engines.retitle("Machines");
        });
        sessions.transaction(session -> {
            Article engines = engines(ada(session, way.of(a.articles).then(only(art.status))));
            engines.retitle("Engines again");
            forgetStatements();
        });
        assertThat(statements()).hasSize(1);
        assertThat(last()).contains("TITLE").doesNotContain("STATUS");
        assertThat(this.<String>read(
                        session -> session.get(Article.class, 11L).orElseThrow().title()))
                .isEqualTo("Engines again");
    }

    @ParameterizedTest
    @EnumSource
    void partsAreRefreshed(Way way) {
        sessions.transaction(session -> {
            Article engines = engines(ada(session, way.of(a.articles).then(only(art.title))));
            execute("update article set title = 'Machines', status = 'DRAFT' where id = 11");
            session.refresh(engines);
            forgetStatements();
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.status()).isEqualTo(Status.DRAFT);
            assertThat(statements()).isEmpty();
            assertThat(session.dirty()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void otherPartsAreAddedToThoseThatAreThere(Way way) {
        sessions.transaction(session -> {
            Article engines = engines(ada(session, way.of(a.articles).then(only(art.title))));
            engines.retitle("Machines");
            session.flush();
            session.list(select(c).options(way.of(c.article).then(only(art.status))));
            forgetStatements();
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(statements()).hasSizeLessThanOrEqualTo(1);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void whatAStatementJoinsItselfIsReadInPart() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a)
                    .join(a.articles, art)
                    .where(art.status.eq(Status.PUBLISHED))
                    .orderBy(a.id.asc())
                    .options(contains(a.articles, art).then(only(art.title))));
            assertThat(last())
                    .contains("\"art\".\"title\"")
                    .doesNotContain("\"art\".\"status\" as", "\"art\".\"status\",");
            forgetStatements();
            assertThat(authors.get(0).articles()).extracting(Article::title).containsExactly("Engines");
            assertThat(statements()).isEmpty();
            assertThat(authors.get(0).articles()).extracting(Article::status).containsExactly(Status.PUBLISHED);
            assertThat(statements()).hasSize(1);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void partsOfRelationsLeadToParts() {
        sessions.transaction(session -> {
            Author ada = session.one(select(a)
                    .where(a.id.eq(1L))
                    .options(selectin(a.articles, art)
                            .where(art.status.eq(Status.PUBLISHED))
                            .orderBy(art.title.asc())
                            .limit(1)
                            .then(only(art.title))));
            forgetStatements();
            assertThat(ada.articles()).extracting(Article::title).containsExactly("Engines");
            assertThat(statements()).isEmpty();
            assertThat(ada.articles()).extracting(Article::status).containsExactly(Status.PUBLISHED);
            assertThat(statements()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void usingWhatIsLeftOutIsAnErrorIfWanted(Way way) {
        sessions.transaction(session -> {
            Article engines =
                    engines(ada(session, way.of(a.articles).then(only(art.title).raising())));
            assertThatThrownBy(engines::status)
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ATTRIBUTE_NOT_LOADED))
                    .hasMessageContaining("Article.status");
        });
    }

    @ParameterizedTest
    @EnumSource
    void partsAreNotSharedWithOthers(Way way) {
        sessions.transaction(session ->
                engines(ada(session, way.of(a.articles).then(only(art.title)))).retitle("Machines"));
        try (EntityManager entities = factory().createEntityManager()) {
            Article engines = entities.find(Article.class, 11L);
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
        }
    }

    @Test
    void whatWasSeenIsCompletedThoughAFilterHidesItNow() {
        EntityFilter published = EntityFilter.of("published", QArticle::as, x -> x.status.eq(Status.PUBLISHED));
        SessionFactory.of(factory(), SessionSettings.standard().filters(published))
                .transaction(session -> {
                    Article notes =
                            session.one(select(art).where(art.id.eq(12L)).options(unfiltered(), only(art.title)));
                    assertThat(notes.status()).isEqualTo(Status.DRAFT);
                });
    }

    @Test
    void whatHasNoRowAnyMoreIsNotCompleted() {
        execute("insert into article (id, title, status) values (99, 'Brief', 'DRAFT')");
        sessions.transaction(session -> {
            Article brief = session.one(select(art).where(art.id.eq(99L)).options(only(art.title)));
            execute("delete from article where id = 99");
            assertThatThrownBy(brief::status)
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ATTRIBUTE_NOT_LOADED))
                    .hasMessageContaining("not there any more");
            assertThat(brief.title()).isEqualTo("Brief");
        });
    }

    @Test
    void columnsThatCannotBeLeftOutAreRefused() {
        QGallery g = QGallery.as("g");
        QMedia m = QMedia.as("m");
        QTag t = QTag.as("t");
        assertThatThrownBy(() -> this.<Object>read(session ->
                        session.list(select(art).options(selectin(art.keywords).then(only(t.name))))))
                .isInstanceOf(OrmException.class)
                .hasMessageContaining("selectin(Article.keywords) leads to no entities");
        assertThatThrownBy(() -> this.<Object>read(session ->
                        session.list(select(art).options(raise(art.comments).then(only(c.text))))))
                .hasMessageContaining("raise(Article.comments) leads to no entities");
        assertThatThrownBy(() -> this.<Object>read(session ->
                        session.list(select(art).options(selectin(art.comments).then(only(art.title))))))
                .hasMessageContaining("\"title\" of \"art\" is no column of dev.athanor.orm.press.Comment");
        assertThatThrownBy(() -> this.<Object>read(session ->
                        session.list(select(g).options(selectin(g.media).then(only(m.name))))))
                .hasMessageContaining("classes below");
    }
}
