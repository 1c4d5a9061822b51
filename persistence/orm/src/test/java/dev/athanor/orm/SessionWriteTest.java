// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.CardPayment;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QCardPayment;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionWriteTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QTag t = QTag.as("t");

    private String name(long id) {
        return read(session -> session.one(selectValue(a.name).where(a.id.eq(id))));
    }

    @Test
    void addedEntitiesAreInsertedWithWhatTheyCascadeTo() {
        Author gus = new Author(7, "Gus");
        gus.articles().add(new Article(gus, "Ropes"));
        sessions.transaction(session -> session.addAll(List.of(gus, new Author(8, "Hal"))));

        assertThat(this.<List<String>>read(session -> session.list(
                        selectValue(art.title).from(a).join(a.articles, art).where(a.id.eq(7L)))))
                .containsExactly("Ropes");
        assertThat(name(8)).isEqualTo("Hal");
    }

    @Test
    void deletedEntitiesAreDeleted() {
        sessions.transaction(
                session -> session.delete(session.get(Author.class, 4L).orElseThrow()));
        assertThat(this.<Boolean>read(session -> session.exists(select(a).where(a.id.eq(4L)))))
                .isFalse();
    }

    @Test
    void mergedEntitiesGiveTheirValues() {
        Author ada = read(session -> session.get(Author.class, 1L).orElseThrow());
        ada.rename("Augusta");

        sessions.transaction(session -> {
            Author own = session.merge(ada);
            assertThat(own).isNotSameAs(ada);
            assertThat(session.one(select(a).where(a.name.eq("Augusta")))).isSameAs(own);
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void failuresRollBack() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.add(new Author(7, "Gus"));
                    session.flush();
                    throw new java.io.IOException("gone");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(this.<Long>read(session -> session.count(select(a)))).isEqualTo(4);
    }

    @Test
    void brokenConstraintsAreErrorsOfStatements() {
        assertThatThrownBy(() -> sessions.transaction(session -> session.add(new Author(1, "Twin"))))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.CONSTRAINT_VIOLATED));
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.add(new Tag("sql"));
                    session.list(select(t));
                }))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.sqlState()).contains("23505"));
    }

    @Test
    void conflictsWithOthersAreErrors() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    execute("update author set name = 'other', version = version + 1 where id = 1");
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTIMISTIC_CONFLICT));
        assertThat(name(1)).isEqualTo("other");
    }

    @Test
    void statementsWriteRows() {
        sessions.transaction(session -> {
            assertThat(session.execute(update(a).set(a.name, "nobody").where(a.id.gt(2L))))
                    .isEqualTo(2);
            assertThat(session.execute(
                            insert(t).set(t.name, "xml").onConflict(t.name).doNothing()))
                    .isEqualTo(1);
            assertThat(session.execute(select(a))).isEqualTo(4);
        });
        assertThat(name(3)).isEqualTo("nobody");
    }

    @Test
    void whatIsPendingIsWrittenBeforeAStatementWrites() {
        sessions.transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            session.noAutoflush(() ->
                    session.execute(update(a).set(a.name, a.name.concat("!")).where(a.id.eq(1L))));
        });
        assertThat(name(1)).isEqualTo("Augusta!");
    }

    @Test
    void updatedEntitiesComeBackAsTheyAreNow() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Author bob = session.get(Author.class, 2L).orElseThrow();
            bob.rename("Bobby");

            List<Author> updated = session.list(update(a)
                    .set(a.name, a.name.concat("!"))
                    .set(a.version, a.version.plus(1))
                    .where(a.id.lt(3L))
                    .returning(a));

            assertThat(updated).containsExactlyInAnyOrder(ada, bob);
            assertThat(ada.name()).isEqualTo("Ada!");
            assertThat(bob.name()).isEqualTo("Bobby!");
            assertThat(session.dirty()).isEmpty();
            ada.rename("Augusta");
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void insertedRowsComeBackAsEntities() {
        sessions.transaction(session -> {
            Tag tag = session.one(insert(t).set(t.name, "xml").returning(t));
            assertThat(session.contains(tag)).isTrue();
            assertThat(session.get(Tag.class, "xml")).containsSame(tag);
            assertThat(session.state(tag)).isEqualTo(EntityState.PERSISTENT);
        });
    }

    @Test
    void deletedRowsComeBackAsEntitiesThatAreDeleted() {
        sessions.transaction(session -> {
            Author dan = session.get(Author.class, 4L).orElseThrow();

            assertThat(session.list(delete(a).where(a.id.eq(4L)).returning(a))).containsExactly(dan);
            assertThat(session.state(dan)).isEqualTo(EntityState.DELETED);
            assertThat(session.get(Author.class, 4L)).isEmpty();
        });
        assertThat(this.<Long>read(session -> session.count(select(a)))).isEqualTo(3);
    }

    @Test
    void returnedEntitiesAreOfTheirClass() {
        QPayment p = QPayment.as("p");
        sessions.transaction(session -> {
            List<Payment> paid = session.list(
                    update(p).set(p.amount, BigDecimal.ONE).where(p.id.eq(1L)).returning(p));
            assertThat(paid).hasOnlyElementsOfType(CardPayment.class);
            assertThat(paid).extracting(Payment::amount).containsExactly(new BigDecimal("1.00"));
        });
    }

    @Test
    void aClassOfOneTableChangesOnlyItsRows() {
        QCardPayment c = QCardPayment.as("c");
        sessions.transaction(session -> {
            assertThat(session.execute(update(c).set(c.amount, BigDecimal.ONE))).isEqualTo(2);
            assertThat(session.list(delete(c).where(c.id.le(2L)).returning(c)))
                    .extracting(Payment::id)
                    .containsExactly(1L);
            session.execute(insert(c).set(c.id, 9L).set(c.card, "9999"));
            assertThat(session.get(Payment.class, 9L)).containsInstanceOf(CardPayment.class);
        });
        QPayment p = QPayment.as("p");
        assertThat(this.<List<BigDecimal>>read(session -> session.list(
                        selectValue(p.amount).where(p.amount.isNotNull()).orderBy(p.id.asc()))))
                .containsExactly(new BigDecimal("20.00"), new BigDecimal("1.00"));
    }

    @Test
    void theSharedCacheForgetsWhatStatementsWrote() {
        sessions.transaction(session -> {
            session.entityManager().find(Author.class, 1L);
            session.entityManager().find(Author.class, 4L);
        });
        try (var entities = factory().createEntityManager()) {
            assertThat(entities.find(Author.class, 1L).name()).isEqualTo("Ada");
            assertThat(entities.find(Author.class, 4L)).isNotNull();
        }

        sessions.transaction(session -> {
            session.execute(update(a).set(a.name, "Augusta").where(a.id.eq(1L)));
            session.list(delete(a).where(a.id.eq(4L)).returning(a));
        });

        try (var entities = factory().createEntityManager()) {
            assertThat(entities.find(Author.class, 1L).name()).isEqualTo("Augusta");
            assertThat(entities.find(Author.class, 4L)).isNull();
        }
    }

    @Test
    void statementsOfEntityManagersMix() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            assertThat(session.entityManager()
                            .createQuery("select a from Author a where a.name = 'Augusta'", Author.class)
                            .getSingleResult())
                    .isSameAs(ada);
        });
    }
}
