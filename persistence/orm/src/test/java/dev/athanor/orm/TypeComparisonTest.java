// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Mood;
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.QTreasure;
import dev.athanor.orm.press.Sample;
import dev.athanor.orm.press.Status;
import dev.athanor.orm.press.Treasure;
import dev.athanor.sql.Condition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of all types in conditions of typed statements, and in rows that are inserted many at a time. */
class TypeComparisonTest extends SessionTest {
    private static final UUID KEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Instant MOMENT = Instant.parse("2024-05-06T07:08:09.123456Z");
    private static final QSample S = QSample.as("s");
    private static final QTreasure T = QTreasure.as("t");

    private static Sample sample() {
        Sample sample = Sample.full(KEY);
        sample.atZone = MOMENT.atOffset(ZoneOffset.ofHours(5));
        sample.other = KEY;
        sample.text = "a 'quoted' text";
        sample.essay = null;
        return sample;
    }

    private static Treasure treasure() {
        Treasure treasure = new Treasure();
        treasure.id = Long.MAX_VALUE;
        treasure.moment = MOMENT;
        treasure.local = LocalDateTime.parse("2024-03-31T02:30:00.000001");
        treasure.clock = LocalTime.parse("23:59:59.999999");
        treasure.clockzone = OffsetTime.parse("01:02:03.000004+05:30");
        treasure.length = Duration.parse("PT-51H-2M-3.000004S");
        treasure.mood = Mood.WILD;
        treasure.other = Mood.CALM;
        treasure.facts = Map.of("pi", new BigDecimal("3.14"));
        treasure.raw = "{\"a\": 1}";
        treasure.tags = List.of("a, b", "c");
        treasure.tokens = Set.of(KEY);
        treasure.counts = new int[] {1, -2};
        treasure.words = new String[] {"one", ""};
        treasure.moments = List.of(MOMENT);
        treasure.epoch = Instant.ofEpochSecond(5);
        return treasure;
    }

    static List<Named<Condition>> samples() {
        return List.of(
                Named.of("short", S.small.eq((short) -3)),
                Named.of("Short", S.tiny.lt((short) 0)),
                Named.of("Long", S.wide.eq(Long.MAX_VALUE)),
                Named.of("Double", S.broad.eq(-0.125)),
                Named.of("Integer", S.whole.lt(0)),
                Named.of("double", S.fraction.eq(1e-300)),
                Named.of("Float", S.half.eq(0.5f)),
                Named.of("BigDecimal", S.amount.eq(new BigDecimal("-12.3"))),
                Named.of("BigInteger", S.big.eq(new BigInteger("123456789012345678901234567890"))),
                Named.of("boolean", S.flag.eq(true)),
                Named.of("Boolean", S.maybe.in(false)),
                Named.of("char", S.letter.eq('ž')),
                Named.of("String", S.text.eq("a 'quoted' text")),
                Named.of("byte[]", S.bytes.eq(new byte[] {0, -1, 127})),
                Named.of("LocalDate", S.day.between(LocalDate.MIN, LocalDate.of(1900, 1, 1))),
                Named.of("LocalTime", S.time.ge(LocalTime.of(23, 59, 58))),
                Named.of("OffsetDateTime", S.atZone.eq(MOMENT.atOffset(ZoneOffset.UTC))),
                Named.of("LocalDateTime", S.madeAt.lt(LocalDateTime.MAX)),
                Named.of("enum as text", S.status.in(Status.DRAFT, Status.PUBLISHED)),
                Named.of("enum as number", S.number.ne(Status.DRAFT)),
                Named.of("converted", S.yes.eq(true)),
                Named.of("UUID", S.other.in(KEY)),
                Named.of("null", S.essay.isNull()));
    }

    static List<Named<Condition>> treasures() {
        return List.of(
                Named.of("Long", T.id.eq(Long.MAX_VALUE)),
                Named.of("Instant", T.moment.in(MOMENT, Instant.EPOCH)),
                Named.of("LocalDateTime", T.local.eq(LocalDateTime.parse("2024-03-31T02:30:00.000001"))),
                Named.of("LocalTime", T.clock.eq(LocalTime.parse("23:59:59.999999"))),
                Named.of("OffsetTime", T.clockzone.eq(OffsetTime.parse("01:02:03.000004+05:30"))),
                Named.of("Duration", T.length.eq(Duration.parse("PT-51H-2M-3.000004S"))),
                Named.of("database's enum", T.mood.in(Mood.WILD)),
                Named.of("another", T.other.ne(Mood.WILD)),
                Named.of("JSON's member", T.facts.text("pi").eq("3.14")),
                Named.of("JSON", T.raw.eq("{\"a\":1}")),
                Named.of("text[]", T.tags.eq(List.of("a, b", "c"))),
                Named.of("uuid[]", T.tokens.has(KEY)),
                Named.of("int[]", T.counts.eq(List.of(1, -2))),
                Named.of("String[]", T.words.has("")),
                Named.of("timestamptz[]", T.moments.eq(List.of(MOMENT))),
                Named.of("converted", T.epoch.eq(Instant.ofEpochSecond(5))),
                Named.of("null", T.note.isNull()),
                Named.of("null array", T.token.isNull()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void plainValuesAreCompared(Condition condition) {
        sessions.transaction(session -> session.add(sample()));
        read(session -> {
            assertThat(session.list(select(S).where(condition))).hasSize(1);
            return assertThat(session.list(select(S).where(condition.not()))).hasSize(0);
        });
    }

    @ParameterizedTest
    @MethodSource("treasures")
    void convertedValuesAreCompared(Condition condition) {
        sessions.transaction(session -> session.add(treasure()));
        read(session -> {
            assertThat(session.list(select(T).where(condition))).hasSize(1);
            return assertThat(session.list(select(T).where(condition.not()))).hasSize(0);
        });
    }

    @Test
    void nullsAreInsertedInBulk() {
        Sample sample = new Sample();
        sample.id = KEY;
        sample.letter = 'x';
        Treasure treasure = new Treasure();
        treasure.id = 1L;
        sessions.transaction(session -> {
            session.bulk().insert(List.of(sample));
            session.bulk().insert(List.of(treasure));
        });
        read(session -> {
            assertThat(session.one(select(S)))
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("_.*", "loads", "version")
                    .isEqualTo(sample);
            return assertThat(session.one(select(T)))
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("_.*", "visits", "prices", "hour", "version")
                    .isEqualTo(treasure);
        });
    }
}
