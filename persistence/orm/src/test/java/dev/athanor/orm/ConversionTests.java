// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Mood;
import dev.athanor.orm.press.Note;
import dev.athanor.orm.press.QTreasure;
import dev.athanor.orm.press.Span;
import dev.athanor.orm.press.Treasure;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What tests of types that EclipseLink does not know by itself extend: an entity with a value of each. */
abstract class ConversionTests extends SessionTest {
    static final Instant MOMENT = Instant.parse("2024-05-06T07:08:09.123456Z");
    static final UUID TOKEN = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    final QTreasure t = QTreasure.as("t");

    /** With nothing but a key. */
    static Treasure empty() {
        Treasure treasure = new Treasure();
        treasure.id = 1L;
        return treasure;
    }

    /** With what the database has names for, as infinity, and what is about them. */
    static Treasure extreme() {
        Treasure extreme = empty();
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
        return extreme;
    }

    /** With a value of each type. */
    static Treasure full() {
        Treasure treasure = empty();
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

    final void add(Treasure treasure) {
        sessions.transaction(session -> session.add(treasure));
        factory().getCache().evictAll();
    }

    static Treasure theirs(EntityManager entities) {
        return entities.find(Treasure.class, 1L);
    }

    final void same(Treasure found, Treasure expected) {
        assertThat(found.visits).isEqualTo(expected.visits);
        assertThat(found.prices).isEqualTo(expected.prices);
        assertThat(found.tree).isEqualTo(expected.tree);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?_.*", "visits", "prices", "tree", "hour", "version")
                .isEqualTo(expected);
    }
}
