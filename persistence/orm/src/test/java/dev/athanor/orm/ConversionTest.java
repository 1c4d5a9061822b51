// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.internal.eclipselink.TypesCustomizer;
import dev.athanor.orm.press.Hour;
import dev.athanor.orm.press.Mood;
import dev.athanor.orm.press.Note;
import dev.athanor.orm.press.QTreasure;
import dev.athanor.orm.press.Span;
import dev.athanor.orm.press.Treasure;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that EclipseLink does not know by itself. */
class ConversionTest extends SessionTest {
    private static final Instant MOMENT = Instant.parse("2024-05-06T07:08:09.123456Z");
    private static final UUID TOKEN = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private final QTreasure t = QTreasure.as("t");

    private static Treasure full() {
        Treasure treasure = new Treasure();
        treasure.id = 1L;
        treasure.moment = MOMENT;
        treasure.atzone = OffsetDateTime.parse("2024-05-06T12:38:09.123456Z");
        treasure.local = LocalDateTime.parse("2024-03-31T02:30:00.000001");
        treasure.day = LocalDate.parse("2024-02-29");
        treasure.clock = LocalTime.parse("23:59:59.999999");
        treasure.clockzone = OffsetTime.parse("01:02:03.000004+05:30");
        treasure.length = Duration.parse("PT-51H-2M-3.000004S");
        treasure.token = TOKEN;
        treasure.mood = Mood.WILD;
        treasure.other = Mood.CALM;
        treasure.note = new Note("a \"note\"", 7, List.of("x", "y"));
        treasure.facts = Map.of("pi", new BigDecimal("3.14"), "one", BigDecimal.ONE);
        treasure.names = new ArrayList<>(List.of("Ada", "Bob"));
        treasure.tree = Json.createObjectBuilder().add("a", 1).addNull("b").build();
        treasure.raw = "{\"a\": 1}";
        treasure.tags = Arrays.asList("a, b", "NULL", null, "\"c\"");
        treasure.tokens = Set.of(TOKEN);
        treasure.counts = new int[] {1, -2, 3};
        treasure.words = new String[] {"one", ""};
        treasure.moments = List.of(MOMENT, Instant.EPOCH);
        treasure.epoch = Instant.ofEpochSecond(5);
        treasure.span = new Span();
        treasure.span.begin = MOMENT;
        treasure.span.length = Duration.ofMinutes(90);
        treasure.span.day = LocalDate.parse("2024-02-29");
        treasure.span.local = LocalDateTime.parse("2024-03-31T02:30:00.000001");
        treasure.span.clock = LocalTime.parse("23:59:59.998");
        treasure.span.stops = new ArrayList<>(List.of("here", "there"));
        treasure.visits.add(MOMENT);
        treasure.prices.put(MOMENT, Duration.ofDays(3));
        return treasure;
    }

    private void add(Treasure treasure) {
        sessions.transaction(session -> session.add(treasure));
        factory().getCache().evictAll();
    }

    private static Treasure theirs(EntityManager entities) {
        return entities.find(Treasure.class, 1L);
    }

    private void same(Treasure found, Treasure expected) {
        assertThat(found.visits).isEqualTo(expected.visits);
        assertThat(found.prices).isEqualTo(expected.prices);
        assertThat(found.tree).isEqualTo(expected.tree);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?_.*", "visits", "prices", "tree", "hour", "version")
                .isEqualTo(expected);
    }

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
    void columnsHaveWhatTypedStatementsRead() {
        add(full());
        sessions.transaction(session -> {
            assertThat(session.one(selectValue(t.moment))).isEqualTo(MOMENT);
            assertThat(session.one(selectValue(t.length))).isEqualTo(Duration.parse("PT-51H-2M-3.000004S"));
            assertThat(session.one(selectValue(t.mood))).isEqualTo(Mood.WILD);
            assertThat(session.one(selectValue(t.note.text("text")))).isEqualTo("a \"note\"");
            assertThat(session.one(selectValue(t.tags.length()))).isEqualTo(4);
            assertThat(session.one(selectValue(t.id).where(t.moments.has(Instant.EPOCH), t.length.lt(Duration.ZERO))))
                    .isEqualTo(1L);
        });
    }

    @Test
    void nullsComeBackAsNulls() {
        Treasure empty = new Treasure();
        empty.id = 1L;
        add(empty);
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

    @Test
    void valuesAndNullsTakeEachOthersPlace() {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moment = :moment",
                "moment >= :moment",
                "moment between :moment and :moment",
                "moment in (:moment)",
                "atzone > :moment2",
                "length < :length",
                "mood = :mood",
                "token = :token",
                "local = :local",
                "clock = :clock",
                "epoch = :epoch",
                "span.begin = :moment",
                "mood = dev.athanor.orm.press.Mood.WILD",
                "note = :note"
            })
    void valuesAreComparedInJpql(String condition) {
        add(full());
        Map<String, Object> values = Map.of(
                "moment",
                MOMENT,
                "moment2",
                MOMENT.atOffset(ZoneOffset.UTC),
                "length",
                Duration.ZERO,
                "mood",
                Mood.WILD,
                "token",
                TOKEN,
                "local",
                LocalDateTime.parse("2024-03-31T02:30:00.000001"),
                "clock",
                LocalTime.parse("23:59:59.999999"),
                "epoch",
                Instant.ofEpochSecond(5),
                "note",
                new Note("a \"note\"", 7, List.of("x", "y")));
        try (EntityManager entities = factory().createEntityManager()) {
            var query = entities.createQuery("select t.id from Treasure t where t." + condition, Long.class);
            query.getParameters()
                    .forEach(parameter -> query.setParameter(parameter.getName(), values.get(parameter.getName())));
            assertThat(query.getResultList()).containsExactly(1L);
        }
    }

    @Test
    @InJavaSe
    void jpqlUpdatesAndSelectsValues() {
        add(full());
        try (EntityManager entities = factory().createEntityManager()) {
            entities.getTransaction().begin();
            entities.createQuery("update Treasure t set t.moment = :moment, t.length = :length, t.mood = :mood")
                    .setParameter("moment", Instant.EPOCH)
                    .setParameter("length", Duration.ofHours(1))
                    .setParameter("mood", Mood.CALM)
                    .executeUpdate();
            Object[] row = entities.createQuery(
                            "select t.moment, t.length, t.mood, t.note from Treasure t", Object[].class)
                    .getSingleResult();
            assertThat(row).startsWith(Instant.EPOCH, Duration.ofHours(1), Mood.CALM);
            entities.getTransaction().commit();
        }
    }

    @Test
    void extremesComeBack() {
        Treasure extreme = new Treasure();
        extreme.id = 1L;
        extreme.moment = Instant.MAX;
        extreme.atzone = OffsetDateTime.MIN;
        extreme.local = LocalDateTime.of(-43, 3, 15, 12, 0);
        extreme.day = LocalDate.of(1, 1, 1);
        extreme.length = Duration.ofDays(36_500);
        extreme.span = new Span();
        extreme.span.begin = Instant.MIN;
        extreme.span.day = LocalDate.MAX;
        extreme.span.local = LocalDateTime.MIN;
        extreme.span.clock = LocalTime.MIDNIGHT;
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
    void theyAreInsertedInBulk() {
        Treasure full = full();
        full.visits.clear();
        full.prices.clear();
        sessions.transaction(session -> session.bulk().insert(List.of(full)));
        sessions.transaction(session -> same(session.one(select(t)), full));
    }

    @Test
    void statementsReturnThem() {
        sessions.transaction(session -> {
            Treasure made = session.one(insert(t)
                    .set(t.id, 1L)
                    .set(t.version, 1)
                    .set(t.moment, MOMENT)
                    .set(t.note, "{\"text\": \"x\", \"rank\": 1, \"marks\": []}")
                    .set(t.mood, Mood.CALM)
                    .returning(t));
            assertThat(made.moment).isEqualTo(MOMENT);
            assertThat(made.note).isEqualTo(new Note("x", 1, List.of()));
            Treasure changed = session.one(update(t).set(t.mood, Mood.WILD).returning(t));
            assertThat(changed).isSameAs(made);
            assertThat(changed.mood).isEqualTo(Mood.WILD);
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
