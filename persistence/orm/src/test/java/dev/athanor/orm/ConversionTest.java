// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.athanor.orm.internal.eclipselink.TypesCustomizer;
import dev.athanor.orm.press.Hour;
import dev.athanor.orm.press.Treasure;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that EclipseLink does not know by itself, in entities. */
class ConversionTest extends ConversionTests {
    @Test
    void valuesComeBackAsTheyWere() {
        Treasure full = full();
        add(full);
        sessions.transaction(session -> {
            same(session.one(select(t)), full);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void whatEclipseLinkReadsIsTheSame() {
        Treasure full = full();
        add(full);
        try (EntityManager entities = factory().createEntityManager()) {
            same(theirs(entities), full);
        }
    }

    @Test
    void nullsComeBackAsNulls() {
        add(empty());
        Consumer<Treasure> allNull = found -> assertThat(found)
                .hasAllNullFieldsOrPropertiesExcept(
                        "id",
                        "version",
                        "visits",
                        "prices",
                        "_persistence_primaryKey",
                        "_persistence_session",
                        "_persistence_cacheKey",
                        "_persistence_listener",
                        "_persistence_fetchGroup",
                        "_persistence_hour_vh",
                        "_persistence_shouldRefreshFetchGroup");
        sessions.transaction(session -> allNull.accept(session.one(select(t))));
        try (EntityManager entities = factory().createEntityManager()) {
            allNull.accept(theirs(entities));
        }
    }

    static List<Arguments> changes() {
        return List.of(
                arguments(named("values", full()), named("nulls", empty())),
                arguments(named("nulls", empty()), named("values", full())),
                arguments(named("values", full()), named("extremes", extreme())),
                arguments(named("extremes", extreme()), named("values", full())));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void valuesAndNullsTakeEachOthersPlace(Treasure before, Treasure after) {
        add(before);
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            found.become(after);
            session.flush();
            same(found, after);
            session.refresh(found);
            same(found, after);
        });
        factory().getCache().evictAll();
        sessions.transaction(session -> {
            same(session.one(select(t)), after);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void emptyValuesAreNoNulls() {
        add(full());
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            found.forget();
        });
        factory().getCache().evictAll();
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            assertThat(found.moment).isNull();
            assertThat(found.length).isNull();
            assertThat(found.mood).isNull();
            assertThat(found.note).isNull();
            assertThat(found.tags).isNull();
            assertThat(found.counts).isEmpty();
        });
    }

    @Test
    void extremesComeBack() {
        Treasure extreme = extreme();
        add(extreme);
        sessions.transaction(session -> same(session.one(select(t)), extreme));
        try (EntityManager entities = factory().createEntityManager()) {
            same(theirs(entities), extreme);
        }
    }

    @Test
    void finerTimesAreRounded() {
        Treasure fine = new Treasure();
        fine.id = 1L;
        fine.moment = Instant.parse("2024-05-06T07:08:09.123456789Z");
        add(fine);
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            assertThat(found.moment).isEqualTo(Instant.parse("2024-05-06T07:08:09.123457Z"));
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void pointsInTimeAreKeys() {
        sessions.transaction(session -> {
            Hour hour = new Hour();
            hour.at = MOMENT;
            hour.name = "first";
            session.add(hour);
            Treasure treasure = full();
            treasure.hour = hour;
            session.add(treasure);
        });
        factory().getCache().evictAll();
        sessions.transaction(session -> {
            Treasure found = session.one(select(t).options(Load.selectin(t.hour)));
            assertThat(found.hour().name).isEqualTo("first");
            assertThat(session.get(Hour.class, MOMENT)).containsSame(found.hour());
            assertThat(session.entityManager().find(Hour.class, MOMENT)).isSameAs(found.hour());
            found.hour().rename("second");
        });
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(theirs(entities).hour().name).isEqualTo("second");
            assertThat(entities.find(Hour.class, MOMENT))
                    .isSameAs(theirs(entities).hour());
        }
    }

    @Test
    void whatIsChangedInPlaceIsWritten() {
        add(full());
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            found.name("Cyd");
            found.counts[0] = 100;
            found.tags.set(0, "changed");
            found.span.stops.add("nowhere");
            assertThat(session.dirty()).containsExactly(found);
        });
        factory().getCache().evictAll();
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            assertThat(found.names).containsExactly("Ada", "Bob", "Cyd");
            assertThat(found.counts).containsExactly(100, -2, 3);
            assertThat(found.tags).startsWith("changed");
            assertThat(found.span.stops).containsExactly("here", "there", "nowhere");
        });
    }

    @Test
    void whatIsNotChangedIsNotWritten() {
        add(full());
        sessions.transaction(session -> {
            Treasure found = session.one(select(t));
            found.names = new ArrayList<>(found.names);
            found.atzone = found.atzone.withOffsetSameInstant(ZoneOffset.ofHours(3));
            session.flush();
            forgetStatements();
        });
        assertThat(statements()).isEmpty();
        sessions.transaction(
                session -> assertThat(session.one(select(t)).version).isEqualTo(1));
    }

    @Test
    void newOnesAreWrittenOnce() {
        sessions.transaction(session -> {
            session.add(full());
            session.flush();
            forgetStatements();
            session.flush();
            assertThat(statements()).isEmpty();
        });
    }

    @Test
    @InJavaSe
    void entitiesWithoutMutableValuesTrackTheirChanges() {
        sessions.transaction(session -> {
            Hour hour = new Hour();
            hour.at = Instant.EPOCH;
            session.add(hour);
        });
        assertThat(factory()
                        .unwrap(ServerSession.class)
                        .getDescriptor(Hour.class)
                        .getObjectChangePolicy()
                        .isAttributeChangeTrackingPolicy())
                .isTrue();
    }

    @Test
    @InJavaSe
    void aUnitMayConvertFromItsBeginning() {
        try (EntityManagerFactory fresh = customizedFactory(TypesCustomizer.class);
                EntityManager entities = fresh.createEntityManager()) {
            entities.getTransaction().begin();
            entities.persist(full());
            entities.getTransaction().commit();
        }
        sessions.transaction(session -> same(session.one(select(t)), full()));
    }
}
