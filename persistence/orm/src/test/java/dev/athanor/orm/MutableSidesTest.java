// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.internal.eclipselink.TypesCustomizer;
import dev.athanor.orm.market.Binder;
import dev.athanor.orm.market.Booklet;
import dev.athanor.orm.market.Imprint;
import dev.athanor.orm.market.QBooklet;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Entities with values that change themselves, and relations within embedded objects. */
class MutableSidesTest extends SessionTest {
    private final QBooklet b = QBooklet.as("b");

    private static Binder binder(Session session, long id) {
        return session.get(Binder.class, id).orElseThrow();
    }

    private static Booklet booklet(Session session, long id) {
        return session.get(Booklet.class, id).orElseThrow();
    }

    /** What a transaction does to a booklet, and what the next sees. */
    private void done(long id, Consumer<Booklet> change, Consumer<Booklet> check) {
        sessions.transaction(session -> change.accept(booklet(session, id)));
        sessions.transaction(session -> check.accept(booklet(session, id)));
    }

    @Test
    void relationsOfEntitiesWithMutableValuesAreInStep() {
        sessions.transaction(session -> {
            Binder first = binder(session, 1);
            Binder second = binder(session, 2);
            Booklet knots = booklet(session, 1);
            assertThat(first.sold()).hasSize(2);
            assertThat(second.sold()).isEmpty();

            knots.sellBy(second);
            assertThat(first.sold()).doesNotContain(knots);
            assertThat(second.sold()).containsExactly(knots);

            first.sold().add(knots);
            assertThat(knots.seller()).isSameAs(first);
            assertThat(second.sold()).isEmpty();
            first.sold().removeIf(booklet -> booklet != knots);
            assertThat(booklet(session, 2).seller()).isNull();
        });
        read(session ->
                assertThat(binder(session, 1).sold()).extracting(Booklet::title).containsExactly("Knots"));
    }

    @Test
    void relationsWithinEmbeddedObjectsAreInStep() {
        sessions.transaction(session -> {
            Binder first = binder(session, 1);
            Binder second = binder(session, 2);
            Booklet knots = booklet(session, 1);
            assertThat(first.bound()).containsExactly(knots);
            assertThat(second.bound()).hasSize(1);

            knots.imprint().bindBy(second);
            assertThat(first.bound()).isEmpty();
            assertThat(second.bound()).contains(knots).hasSize(2);

            first.bound().add(knots);
            assertThat(knots.imprint().binder()).isSameAs(first);
            assertThat(second.bound()).hasSize(1);
            second.bound().clear();
            assertThat(booklet(session, 2).imprint().binder()).isNull();
        });
        read(session -> assertThat(session.list(select(b).where(b.imprint.binder.id.isNotNull())))
                .extracting(Booklet::title)
                .containsExactly("Knots"));
    }

    @Test
    void otherEmbeddedObjectsAreInStep() {
        sessions.transaction(session -> {
            Binder first = binder(session, 1);
            Binder second = binder(session, 2);
            Booklet knots = booklet(session, 1);
            Booklet kites = booklet(session, 3);
            assertThat(first.bound()).hasSize(1);
            assertThat(second.bound()).hasSize(1);

            knots.imprint(new Imprint(second, "blue"));
            kites.imprint(new Imprint(first));
            assertThat(first.bound()).containsExactly(kites);
            assertThat(second.bound()).contains(knots);

            knots.imprint().bindBy(first);
            assertThat(first.bound()).containsExactlyInAnyOrder(kites, knots);
            kites.imprint(null);
            assertThat(first.bound()).containsExactly(knots);
        });
        read(session -> {
            assertThat(binder(session, 1).bound()).extracting(Booklet::title).containsExactly("Knots");
            assertThat(binder(session, 2).bound()).extracting(Booklet::title).containsExactly("Looms");
            return assertThat(booklet(session, 1).imprint().marks()).containsExactly("blue");
        });
    }

    @Test
    void newEntitiesWithEmbeddedRelationsAreSeen() {
        sessions.transaction(session -> {
            Binder second = binder(session, 2);
            assertThat(second.bound()).hasSize(1);
            Booklet seas = new Booklet(9, "Seas", new Imprint(second));
            session.add(seas);
            assertThat(second.bound()).contains(seas).hasSize(2);
        });
    }

    @Test
    void whatIsNotLoadedIsInStepLater() {
        sessions.transaction(session -> {
            Binder second = binder(session, 2);
            Booklet knots = booklet(session, 1);
            knots.imprint().bindBy(second);
            forgetStatements();
            assertThat(second.bound()).contains(knots).hasSize(2);
            assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void valuesThatChangeThemselvesAreWritten() {
        done(
                1,
                booklet -> {
                    booklet.topics().add("sail");
                    booklet.notes().put("c", "d");
                    booklet.imprint().marks().add("green");
                },
                booklet -> {
                    assertThat(booklet.topics()).containsExactly("rope", "sail");
                    assertThat(booklet.notes()).isEqualTo(Map.of("a", "b", "c", "d"));
                    assertThat(booklet.imprint().marks()).containsExactly("red", "green");
                    assertThat(booklet.version()).isEqualTo(2);
                });
    }

    @Test
    void onlyWhatHasChangedIsWritten() {
        done(1, booklet -> booklet.topics().add("sail"), booklet -> {});
        assertThat(statements())
                .filteredOn(sql -> sql.startsWith("UPDATE"))
                .hasSize(1)
                .first()
                .asString()
                .contains("TOPICS", "VERSION")
                .doesNotContain("NOTES", "MARKS", "TITLE");
    }

    @Test
    void valuesThatAreTheSameAreNoChange() {
        done(
                1,
                booklet -> {
                    booklet.topics(new ArrayList<>(booklet.topics()));
                    booklet.note(Map.of("a", "b"));
                    booklet.print(booklet.printed().withOffsetSameInstant(ZoneOffset.ofHours(3)));
                },
                booklet -> assertThat(booklet.version()).isEqualTo(1));
    }

    @Test
    void changesAfterAFlushAreWrittenToo() {
        sessions.transaction(session -> {
            Booklet knots = booklet(session, 1);
            knots.topics().add("sail");
            session.flush();
            assertThat(session.dirty()).isEmpty();
            knots.topics().add("ship");
            knots.imprint().marks().clear();
            assertThat(session.dirty()).containsExactly(knots);
            assertThat(session.history(knots, "topics").before()).isEqualTo(List.of("rope", "sail"));
        });
        read(session -> {
            assertThat(booklet(session, 1).imprint().marks()).isEmpty();
            return assertThat(booklet(session, 1).topics()).containsExactly("rope", "sail", "ship");
        });
    }

    @Test
    void newEntitiesChangeThemselvesAfterAFlush() {
        sessions.transaction(session -> {
            Booklet seas = new Booklet(9, "Seas", new Imprint(null, "red"));
            session.add(seas);
            session.flush();
            seas.topics().add("salt");
            seas.imprint().marks().add("blue");
        });
        read(session -> {
            assertThat(booklet(session, 9).imprint().marks()).containsExactly("red", "blue");
            return assertThat(booklet(session, 9).topics()).containsExactly("salt");
        });
    }

    @Test
    void whatARefreshReadsIsNoChange() {
        sessions.transaction(session -> {
            Booklet knots = booklet(session, 1);
            knots.topics().add("sail");
            session.refresh(knots);
            assertThat(session.dirty()).isEmpty();
            assertThat(knots.topics()).containsExactly("rope");
        });
    }

    @Test
    void deferredValuesThatAreReadLaterAreNoChange() {
        sessions.transaction(session -> {
            Booklet knots = session.one(select(b).where(b.title.eq("Knots")).options(Load.only(b.title)));
            knots.retitle("Bows");
            assertThat(knots.topics()).containsExactly("rope");
            session.flush();
            knots.topics().add("sail");
        });
        read(session -> assertThat(booklet(session, 1).topics()).containsExactly("rope", "sail"));
        assertThat(statements())
                .filteredOn(sql -> sql.startsWith("UPDATE"))
                .first()
                .asString()
                .doesNotContain("TOPICS");
    }

    @Test
    void mergedEntitiesAreCompared() {
        Booklet knots = read(session -> booklet(session, 1));
        knots.topics().add("sail");
        sessions.transaction(session -> {
            Booklet merged = session.merge(knots);
            merged.topics().add("ship");
        });
        read(session -> assertThat(booklet(session, 1).topics()).containsExactly("rope", "sail", "ship"));
    }

    @Test
    @InJavaSe
    void whatWasReadBeforeTheFirstSessionIsWritten() {
        try (EntityManagerFactory fresh = customizedFactory(TypesCustomizer.class);
                EntityManager early = fresh.createEntityManager()) {
            early.getTransaction().begin();
            Booklet knots = early.find(Booklet.class, 1L);
            SessionFactory.of(fresh).transaction(session -> session.get(Binder.class, 1L));
            knots.topics().add("sail");
            knots.retitle("Bows");
            early.flush();
            knots.topics().add("ship");
            early.getTransaction().commit();
        }
        read(session -> {
            assertThat(booklet(session, 1).title()).isEqualTo("Bows");
            return assertThat(booklet(session, 1).topics()).containsExactly("rope", "sail", "ship");
        });
    }
}
