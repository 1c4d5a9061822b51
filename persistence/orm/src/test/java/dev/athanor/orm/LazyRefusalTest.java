// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Essay;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** When relations that are not loaded refuse to load, and what they say then. */
class LazyRefusalTest extends LazyTests {
    @Test
    void entitiesOfAnEndedSessionRefuse() {
        allRefused(read(LazyTests::engines), "its session has ended");
        allRefused(sessions.<Article, RuntimeException>transactionResult(LazyTests::engines), "its session has ended");
        assertThat(statements()).as("the two reads").hasSize(2);
    }

    @Test
    void whatWasLoadedStaysAfterTheSession() {
        Article engines = read(session ->
                session.one(select(art).where(art.id.eq(11L)).options(selectin(art.tags), selectin(art.author))));
        assertThat(engines.tags()).hasSize(2);
        assertThat(engines.author().name()).isEqualTo("Ada");
    }

    @InJavaSe
    @Test
    void entitiesOfAnEndedTransactionRefuseUntilTheNext() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            entities.getTransaction().begin();
            Article engines = engines(session);
            entities.getTransaction().commit();
            allRefused(engines, "the transaction in which the entity was read has ended");

            entities.getTransaction().begin();
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
            entities.getTransaction().rollback();
            refused(() -> engines.keywords().size(), "Article.keywords", "11");
        }
    }

    @InJavaSe
    @Test
    void entitiesReadWithoutATransactionLoadUntilTheirEntityManagerIsClosed() {
        Article engines;
        try (EntityManager entities = factory().createEntityManager()) {
            engines = engines(Session.of(entities));
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
        }
        refused(() -> engines.comments().size(), "Article.comments", "11", "its session has ended");
    }

    @Test
    void expungedEntitiesRefuse() {
        sessions.transaction(session -> {
            Article engines = engines(session);
            session.expunge(engines);
            allRefused(engines, "not in the session any more");
            assertThat(engines(session).tags()).hasSize(2);
            session.entityManager().clear();
            allRefused(engines, "not in the session any more");
        });
    }

    @Test
    void refreshedAndMergedEntitiesRefuseAsThoseThatWereRead() {
        Article detached = read(LazyTests::engines);
        detached.retitle("Machines");
        Article merged = sessions.<Article, RuntimeException>transactionResult(session -> session.merge(detached));
        allRefused(merged, "its session has ended");
        Article refreshed = read(session -> {
            Article engines = engines(session);
            session.refresh(engines);
            assertThat(engines.title()).isEqualTo("Machines");
            return engines;
        });
        allRefused(refreshed, "its session has ended");
    }

    @Test
    void relationsWithinEmbeddedObjectsRefuse() {
        Essay ours = read(session -> session.get(Essay.class, 1L).orElseThrow());
        refused(() -> ours.byline().editor(), "Essay.editor", "1", "its session has ended");
        Essay theirs = read(session -> session.entityManager().find(Essay.class, 1L));
        refused(() -> theirs.byline().editor(), "Essay.editor", "1", "its session has ended");
    }
}
