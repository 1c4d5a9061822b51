// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.defer;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.only;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.Review;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Option;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities of which only some columns are read. */
class PartEntityTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private Article engines(Session session, Option<? super Article> option) {
        return session.one(select(art).where(art.id.eq(11L)).options(option));
    }

    @Test
    void whatIsLeftOutIsReadWhenItIsUsed() {
        sessions.transaction(session -> {
            Article engines = engines(session, only(art.id, art.title));
            assertThat(statements().get(0)).contains("title").doesNotContain("status");
            assertThat(engines.title()).isEqualTo("Engines");
            assertThat(statements()).hasSize(1);
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(statements()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
            assertThat(engines.tags()).hasSize(2);
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(statements()).hasSize(4);
    }

    @Test
    void othersAreReadWithoutWhatIsDeferred() {
        sessions.transaction(session -> {
            Article engines = engines(session, defer(art.title));
            assertThat(statements().get(0)).contains("status").doesNotContain("title");
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(engines.title()).isEqualTo("Engines");
            assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void changesStayWhenTheRestIsRead() {
        sessions.transaction(session -> {
            Article engines = engines(session, only(art.id, art.title));
            engines.retitle("Machines");
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(session.dirty()).containsExactly(engines);
        });
        read(session -> assertThat(session.get(Article.class, 11L).orElseThrow().title())
                .isEqualTo("Machines"));
    }

    @Test
    void whatIsLeftOutCanBeSet() {
        sessions.transaction(session -> engines(session, only(art.id)).retitle("Machines"));
        read(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            assertThat(engines.title()).isEqualTo("Machines");
            return assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
        });
    }

    @Test
    void onlyWhatIsThereIsWritten() {
        sessions.transaction(session -> {
            engines(session, only(art.id, art.title)).retitle("Machines");
            forgetStatements();
            session.flush();
            assertThat(statements())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("TITLE")
                    .doesNotContain("STATUS");
        });
    }

    @Test
    void statementsForAllCompleteEntities() {
        sessions.transaction(session -> {
            Article engines = engines(session, only(art.id, art.title));
            session.list(select(art));
            forgetStatements();
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(statements()).isEmpty();
            engines.publish();
            engines.retitle("Machines");
        });
        read(session -> assertThat(session.get(Article.class, 11L).orElseThrow().title())
                .isEqualTo("Machines"));
    }

    @Test
    void wholeEntitiesStayWhole() {
        read(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            forgetStatements();
            engines(session, only(art.id, art.title));
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            return assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void partialEntitiesAreRefreshed() {
        sessions.transaction(session -> {
            Article engines = engines(session, only(art.id, art.title));
            engines.retitle("Machines");
            session.refresh(engines);
            assertThat(engines.title()).isEqualTo("Engines");
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void embeddedObjectsAreLeftOutAndChanged() {
        sessions.transaction(session -> {
            Author ada = session.one(select(a).where(a.id.eq(1L)).options(only(a.name)));
            assertThat(statements().get(0)).doesNotContain("street");
            assertThat(ada.home().city()).isEqualTo("London");
            assertThat(session.dirty()).isEmpty();
            ada.home().moveTo("Oxford");
        });
        sessions.transaction(session -> {
            Author ada = session.one(select(a).where(a.id.eq(1L)).options(defer(a.home.city)));
            assertThat(ada.home().city()).isEqualTo("Oxford");
            ada.settle(new Address("New 1", "Oslo"));
        });
        read(session -> assertThat(
                        session.get(Author.class, 1L).orElseThrow().home().city())
                .isEqualTo("Oslo"));
    }

    @Test
    void usingWhatIsLeftOutIsAnErrorIfWanted() {
        sessions.transaction(session -> {
            Article engines = engines(session, only(art.title).raising());
            assertThatThrownBy(engines::status)
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ATTRIBUTE_NOT_LOADED))
                    .hasMessageContaining("Article.status");
            engines.retitle("Machines");
        });
        read(session -> assertThat(session.get(Article.class, 11L).orElseThrow().title())
                .isEqualTo("Machines"));
    }

    @Test
    void partialEntitiesAreNotSharedWithOthers() {
        sessions.transaction(session -> engines(session, only(art.title)).retitle("Machines"));
        try (EntityManager entities = factory().createEntityManager()) {
            Article engines = entities.find(Article.class, 11L);
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.status()).isEqualTo(Status.PUBLISHED);
        }
    }

    @Test
    void relationsOfPartialEntitiesAreLoaded() {
        read(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(only(art.title), joined(art.author), selectin(art.comments)));
            assertThat(engines.author().name()).isEqualTo("Ada");
            assertThat(engines.comments()).hasSize(2);
            return assertThat(statements()).hasSize(2);
        });
    }

    @Test
    void columnsThatAreNotReadableInPartAreRefused() {
        QMedia m = QMedia.as("m");
        QComment c = QComment.as("c");
        assertThatThrownBy(() ->
                        this.<Object>read(session -> session.list(select(m).options(only(m.name)))))
                .hasMessageContaining("classes below");
        assertThatThrownBy(() ->
                        this.<Object>read(session -> session.list(select(art).options(only(c.text)))))
                .hasMessageContaining("text");
    }

    @Test
    void eagerRelationsAreReadWhenTheyAreUsed() {
        QReview r = QReview.as("r");
        sessions.transaction(session -> {
            List<Review> reviews =
                    session.list(select(r).orderBy(r.id.asc()).options(lazy(r.article), lazy(r.reviewer)));
            assertThat(statements()).hasSize(1);
            assertThat(reviews.get(0).article().title()).isEqualTo("Engines");
            assertThat(reviews.get(0).reviewer().name()).isEqualTo("Bob");
            assertThat(reviews.get(2).reviewer()).isNull();
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void eagerRelationsAreRefusedOrLeftEmpty() {
        QReview r = QReview.as("r");
        sessions.transaction(session -> {
            List<Review> reviews =
                    session.list(select(r).orderBy(r.id.asc()).options(noLoad(r.article), raise(Review.class)));
            assertThat(statements()).hasSize(1);
            assertThat(reviews.get(0).article()).isNull();
            assertThatThrownBy(reviews.get(0)::reviewer).isInstanceOf(OrmException.class);
            assertThat(session.dirty()).isEmpty();
        });
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(entities.find(Review.class, 1L).article().title()).isEqualTo("Engines");
        }
    }
}
