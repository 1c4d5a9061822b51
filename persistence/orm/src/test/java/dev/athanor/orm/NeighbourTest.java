// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.legacy.Ledger;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions beside code that uses the entity manager, in one transaction. */
class NeighbourTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");

    private static Author jpql(EntityManager entities, String name) {
        return entities.createQuery("select a from Author a where a.name = :name", Author.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    @Test
    void sessionsSeeWhatTheEntityManagerPersists() {
        sessions.transaction(session -> {
            Author gus = new Author(7, "Gus");
            session.entityManager().persist(gus);

            assertThat(session.one(select(a).where(a.name.eq("Gus")))).isSameAs(gus);
            session.entityManager().remove(gus);
            assertThat(session.exists(select(a).where(a.name.eq("Gus")))).isFalse();
        });
    }

    @Test
    void jpqlSeesWhatSessionsAddAndChange() {
        sessions.transaction(session -> {
            Author gus = new Author(7, "Gus");
            session.add(gus);
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");

            assertThat(jpql(session.entityManager(), "Gus")).isSameAs(gus);
            assertThat(jpql(session.entityManager(), "Augusta")).isSameAs(ada);
        });
    }

    @Test
    void anEntityIsOneObjectForBoth() {
        sessions.transaction(session -> {
            EntityManager entities = session.entityManager();
            Author found = entities.find(Author.class, 1L);
            assertThat(session.get(Author.class, 1L)).containsSame(found);
            assertThat(session.one(select(a).where(a.id.eq(1L)))).isSameAs(found);

            Author read = session.one(select(a).where(a.id.eq(2L)));
            assertThat(entities.find(Author.class, 2L)).isSameAs(read);
            assertThat(entities.getReference(Author.class, 2L)).isSameAs(read);
            assertThat(jpql(entities, "Bob")).isSameAs(read);
            assertThat(entities.contains(read)).isTrue();
        });
    }

    @Test
    void criteriaAndNativeQueriesGiveTheSameObjects() {
        sessions.transaction(session -> {
            EntityManager entities = session.entityManager();
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            CriteriaQuery<Author> query = entities.getCriteriaBuilder().createQuery(Author.class);
            Root<Author> root = query.from(Author.class);
            query.select(root).where(entities.getCriteriaBuilder().equal(root.get("name"), "Augusta"));

            assertThat(entities.createQuery(query).getSingleResult()).isSameAs(ada);
            assertThat(entities.createNamedQuery("Ledger.all", Ledger.class).getResultList())
                    .isEmpty();
            assertThat(entities.createNativeQuery("select * from author where name = 'Augusta'", Author.class)
                            .getSingleResult())
                    .isSameAs(ada);
        });
    }

    @Test
    void whatIsClearedIsReadAnew() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            session.entityManager().clear();

            assertThat(session.contains(ada)).isFalse();
            Author again = session.get(Author.class, 1L).orElseThrow();
            assertThat(again).isNotSameAs(ada).returns("Ada", Author::name);
            again.rename("Lovelace");
        });
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 1L).orElseThrow().name()))
                .isEqualTo("Lovelace");
    }

    @Test
    void sessionsFlushWhateverTheFlushModeIs() {
        sessions.transaction(session -> {
            EntityManager entities = session.entityManager();
            entities.setFlushMode(FlushModeType.COMMIT);
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");

            assertThat(entities.createQuery("select count(a) from Author a where a.name = 'Augusta'", Long.class)
                            .getSingleResult())
                    .isZero();
            assertThat(session.exists(select(a).where(a.name.eq("Augusta")))).isTrue();
        });
    }

    @Test
    void locksOfTheEntityManagerHold() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            session.entityManager().lock(ada, LockModeType.PESSIMISTIC_WRITE);
            session.entityManager()
                    .lock(session.get(Author.class, 2L).orElseThrow(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            assertThat(session.entityManager().getLockMode(ada)).isEqualTo(LockModeType.PESSIMISTIC_WRITE);
        });
        assertThat(this.<Integer>read(session -> ((Number) session.entityManager()
                                .createNativeQuery("select version from author where id = 2")
                                .getSingleResult())
                        .intValue()))
                .isEqualTo(2);
    }

    @Test
    void sessionsSeeWhatJpqlChangesInBulk() {
        sessions.transaction(session -> {
            EntityManager entities = session.entityManager();
            int changed = entities.createQuery("update Author a set a.name = 'Nobody' where a.id > 2")
                    .executeUpdate();
            assertThat(changed).isEqualTo(2);
            assertThat(session.list(select(a).where(a.name.eq("Nobody")))).hasSize(2);

            Author ada = session.get(Author.class, 1L).orElseThrow();
            entities.createQuery("update Author a set a.name = 'Countess' where a.id = 1")
                    .executeUpdate();
            assertThat(session.exists(select(a).where(a.name.eq("Countess")))).isTrue();
            session.refresh(ada);
            assertThat(ada).returns("Countess", Author::name);
        });
    }

    @Test
    void jpqlSeesWhatStatementsChange() {
        sessions.transaction(session -> {
            session.execute(update(a).set(a.name, "Countess").where(a.id.eq(1L)));
            assertThat(jpql(session.entityManager(), "Countess").id()).isEqualTo(1);
        });
        sessions.transaction(session -> {
            List<String> names = session.entityManager()
                    .createQuery("select a.name from Author a where a.id = 1", String.class)
                    .getResultList();
            assertThat(names).containsExactly("Countess");
            assertThat(session.entityManager().find(Author.class, 1L)).returns("Countess", Author::name);
        });
    }

    @Test
    void whatTheEntityManagerFlushesIsCommittedWithTheSession() {
        sessions.transaction(session -> {
            session.entityManager().persist(new Author(7, "Gus"));
            session.entityManager().flush();
            session.add(new Author(8, "Hal"));
        });
        assertThat(this.<Long>read(session -> session.count(select(a)))).isEqualTo(6);
    }
}
