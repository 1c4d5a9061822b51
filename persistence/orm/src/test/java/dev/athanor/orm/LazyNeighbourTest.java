// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations of entities that EclipseLink has read by itself, where there is a session. */
class LazyNeighbourTest extends LazyTests {
    private static Article found(EntityManager entities) {
        return entities.find(Article.class, 11L);
    }

    private static Article queried(EntityManager entities) {
        return entities.createQuery("select a from Article a where a.id = 11", Article.class)
                .getSingleResult();
    }

    private static Article reread(EntityManager entities) {
        Article engines = found(entities);
        entities.createNativeQuery("update article set title = title").executeUpdate();
        entities.refresh(engines);
        return engines;
    }

    private static Article merged(EntityManager entities) {
        Article engines = found(entities);
        entities.detach(engines);
        return entities.merge(engines);
    }

    static List<Named<Function<EntityManager, Article>>> readsOfOthers() {
        return List.of(
                Named.of("find", LazyNeighbourTest::found),
                Named.of("JPQL", LazyNeighbourTest::queried),
                Named.of("refresh", LazyNeighbourTest::reread),
                Named.of("merge", LazyNeighbourTest::merged));
    }

    @ParameterizedTest
    @MethodSource("readsOfOthers")
    void whatEclipseLinkHasReadRefusesAfterTheSession(Function<EntityManager, Article> read) {
        Article engines =
                sessions.<Article, RuntimeException>transactionResult(session -> read.apply(session.entityManager()));
        allRefused(engines, "its session has ended");
        assertThat(engines.title()).isEqualTo("Engines");
    }

    @ParameterizedTest
    @MethodSource("readsOfOthers")
    void whatEclipseLinkHasReadRefusesWhenItIsDetached(Function<EntityManager, Article> read) {
        sessions.transaction(session -> {
            Article engines = read.apply(session.entityManager());
            session.entityManager().detach(engines);
            allRefused(engines, "not in the session any more");
        });
    }

    @ParameterizedTest
    @MethodSource("readsOfOthers")
    void whatEclipseLinkHasReadItLoadsAndWrites(Function<EntityManager, Article> read) {
        sessions.transaction(session -> {
            Article engines = read.apply(session.entityManager());
            assertThat(engines.author().name()).isEqualTo("Ada");
            assertThat(engines.comments()).extracting("text").containsExactly("good", "better");
            assertThat(session.dirty()).isEmpty();
            engines.keywords().add("brass");
            engines.tags().removeIf(tag -> tag.name().equals("java"));
            engines.writtenBy(session.get(Author.class, 2L).orElseThrow());
        });
        sessions.transaction(session -> {
            Article engines = engines(session);
            assertThat(engines.keywords()).containsExactlyInAnyOrder("steam", "cards", "brass");
            assertThat(engines.tags()).extracting(Tag::name).containsExactly("sql");
            assertThat(engines.author().name()).isEqualTo("Bob");
        });
    }

    @Test
    void whatEclipseLinkHasReadItLoadsByItsCache() {
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(found(entities).author().name()).isEqualTo("Ada");
        }
        forgetStatements();
        read(session ->
                assertThat(found(session.entityManager()).author().name()).isEqualTo("Ada"));
        assertThat(statements()).isEmpty();
    }

    @Test
    void whatASessionReadsAgainItLoads() {
        sessions.transaction(session -> {
            Article engines = found(session.entityManager());
            forgetStatements();
            assertThat(session.one(select(art).where(art.id.eq(11L)))).isSameAs(engines);
            assertThat(engines.comments()).hasSize(2);
            assertThat(statements()).allSatisfy(sql -> assertThat(sql).startsWith("select \""));
        });
    }

    @InJavaSe
    @Test
    void whatWasReadBeforeTheSessionRefusesToo() {
        Article engines;
        Article lines;
        try (EntityManager entities = factory().createEntityManager()) {
            engines = found(entities);
            lines = entities.find(Article.class, 12L);
            Session.of(entities).get(Author.class, 1L);
            assertThat(lines.author().name()).isEqualTo("Ada");
        }
        allRefused(engines, "its session has ended");
        refused(() -> lines.tags().size(), "Article.tags", "12");
    }

    @InJavaSe
    @Test
    void whereNoSessionIsNothingChanges() {
        Article engines;
        try (EntityManager entities = factory().createEntityManager()) {
            engines = found(entities);
        }
        assertThat(engines.tags()).hasSize(2);
    }

    @Test
    void classesOfAHierarchyThatEclipseLinkHasReadRefuse() {
        Payment payment = read(session -> session.entityManager()
                .createQuery("select p from Payment p where p.author.id = 1", Payment.class)
                .setMaxResults(1)
                .getSingleResult());
        refused(payment::author, "Payment.author", "its session has ended");
    }
}
