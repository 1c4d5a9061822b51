// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Functions.caseOf;
import static dev.athanor.sql.Sql.constant;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Things.Mood;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Constants of the type of what they stand beside. */
@SuppressWarnings("JavaUtilDate") // entities that have them are there
class ConstantTest extends Database {
    /** Euros and cents. */
    private record Money(BigDecimal amount) {}

    /** A table of what is kept as something else. */
    private static final class Kinds extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final EnumColumn<Mood> number = enumeration("number", SqlTypes.enumNumber(Mood.class));
        final EnumColumn<Mood> text = enumeration("text", SqlTypes.enumText(Mood.class));
        final EnumColumn<Mood> own = enumeration("own", SqlTypes.enumeration("mood", Mood.class));
        final ArrayColumn<Mood> several = array("several", SqlTypes.enumNumber(Mood.class));
        final ValueColumn<Money> money =
                column("money", Type.converted(Money.class, SqlTypes.NUMERIC, Money::amount, Money::new));
        final ValueColumn<Character> letter = column("letter", SqlTypes.CHARACTER);
        final TemporalColumn<Date> date = temporal("date", DateTypes.UTIL_TIMESTAMP);
        final TemporalColumn<Calendar> calendar = temporal("calendar", DateTypes.CALENDAR_DATE);
        final TemporalColumn<Timestamp> stamp = temporal("stamp", DateTypes.TIMESTAMP);
        final NumberColumn<Byte> small = number("small", SqlTypes.BYTE);

        Kinds() {
            super("kinds", "k");
        }
    }

    private final Things t = new Things("t");
    private final Kinds k = new Kinds();

    @Override
    void create(TestDatabase fresh) throws SQLException {
        Things.create(fresh);
        fresh.execute("""
                create table kinds (id bigint primary key, number int, text text, own mood, several int[],
                  money numeric(8, 2), letter text, date timestamp, calendar date, stamp timestamp, small smallint);
                insert into kinds values (1, 1, 'OK', 'OK', '{0,2}', 12.50, '''', '2024-02-29 10:00:00', '2024-02-29',
                  '2024-02-29 10:00:00.5', -3);
                """);
    }

    @Test
    void enumerationsAreWrittenAsTheirColumnsKeepThem() {
        TextExpr mood = caseOf(k.number)
                .when(constant(k.number, Mood.OK), inline("ok"))
                .when(constant(k.number, Mood.SAD), inline("sad"))
                .otherwise(inline("?"));
        shown(select(mood, count()).groupBy(mood))
                .sql("select case k.number when cast('1' as integer) then cast('ok' as text)"
                        + " when cast('0' as integer) then cast('sad' as text) else cast('?' as text) end, count(*)"
                        + " from kinds as k group by case k.number when cast('1' as integer) then cast('ok' as text)"
                        + " when cast('0' as integer) then cast('sad' as text) else cast('?' as text) end")
                .binds()
                .rows("ok, 1");
        shown(selectValue(caseOf(k.text)
                        .when(constant(k.text, Mood.OK), constant(k.text, Mood.HAPPY))
                        .otherwiseNull()))
                .sql("select case k.text when cast('OK' as text) then cast('HAPPY' as text) end from kinds as k")
                .rows("HAPPY");
        shown(selectValue(caseOf(k.own)
                        .when(constant(k.own, Mood.OK), constant(k.own, Mood.HAPPY))
                        .otherwise(k.own)))
                .sql("select case k.own when cast('OK' as mood) then cast('HAPPY' as mood) else k.own end"
                        + " from kinds as k")
                .rows("HAPPY");
        shown(selectValue(k.id)
                        .where(
                                k.own.lt(constant(k.own, Mood.HAPPY)),
                                k.several.contains(constant(k.several, List.of(Mood.HAPPY)))))
                .sql("select k.id from kinds as k where k.own < cast('HAPPY' as mood)"
                        + " and k.several @> cast('{2}' as integer[])")
                .rows("1");
    }

    @Test
    void convertedValuesAreWrittenAsWhatTheyAreKeptAs() {
        Calendar day = Calendar.getInstance();
        day.setTimeInMillis(java.sql.Date.valueOf("2024-02-29").getTime());
        Date date = new Date(Timestamp.valueOf("2024-02-29 10:00:00").getTime());
        shown(selectValue(k.id)
                        .where(
                                k.money.eq(constant(k.money, new Money(new BigDecimal("12.5")))),
                                k.letter.eq(constant(k.letter, '\'')),
                                k.date.eq(constant(k.date, date)),
                                k.calendar.eq(constant(k.calendar, day)),
                                k.stamp.eq(constant(k.stamp, Timestamp.valueOf("2024-02-29 10:00:00.5"))),
                                k.small.eq(constant(k.small, (byte) -3))))
                .sql("select k.id from kinds as k where k.money = cast('12.5' as numeric)"
                        + " and k.letter = cast('''' as text) and k.date = cast('2024-02-29 10:00:00.0' as timestamp)"
                        + " and k.calendar = cast('2024-02-29' as date)"
                        + " and k.stamp = cast('2024-02-29 10:00:00.5' as timestamp)"
                        + " and k.small = cast('-3' as smallint)")
                .binds()
                .rows("1");
    }

    @Test
    void everyTypeHasConstants() {
        Instant instant = Instant.parse("2024-02-29T23:30:00Z");
        shown(selectValue(t.id)
                        .where(
                                t.small.eq(constant(t.small, (short) 7)),
                                t.whole.eq(constant(t.whole, -17)),
                                t.price.eq(constant(t.price, new BigDecimal("12.35"))),
                                t.single.eq(constant(t.single, 1.5f)),
                                t.real.eq(constant(t.real, 2.5)),
                                t.name.eq(constant(t.name, " Ada_Lovelace 100% ")),
                                t.flag.eq(constant(t.flag, true)),
                                t.day.eq(constant(t.day, LocalDate.of(2024, 2, 29))),
                                t.clock.eq(constant(t.clock, LocalTime.of(10, 11, 12))),
                                t.local.eq(constant(t.local, LocalDateTime.of(2024, 2, 29, 23, 30))),
                                t.at.eq(constant(t.at, instant.atOffset(ZoneOffset.ofHours(2)))),
                                t.instant.eq(constant(t.instant, instant)),
                                t.length.eq(constant(
                                        t.length,
                                        Duration.ofDays(1).plusHours(2).plusMillis(184_500))),
                                t.uuid.eq(constant(t.uuid, new UUID(0, 42))),
                                t.bytes.eq(constant(t.bytes, new byte[] {0, -1})),
                                t.json.contains(constant(t.json, "{\"s\": \"text\"}")),
                                t.tags.eq(constant(t.tags, List.of("red", "a,b", "red"))),
                                t.days.eq(constant(t.days, Arrays.asList(LocalDate.of(2024, 1, 1), null))),
                                t.mood.eq(constant(t.mood, Mood.OK)),
                                t.moodText.eq(constant(t.moodText, Mood.HAPPY)),
                                t.moods.eq(constant(t.moods, List.of(Mood.SAD, Mood.HAPPY)))))
                .binds()
                .rows("1");
        String text = "it's \\ \"'' ☃";
        assertThat(queries.one(selectValue(constant(t.name, text)))).isEqualTo(text);
        assertThat(queries.one(selectValue(constant(t.bytes, text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aConstantOfAnExpressionIsLikeAnyOfItsKind() {
        shown(selectValue(constant(t.whole.plus(1), 5).plus(inline(2)).times(t.whole))
                        .where(t.id.eq(1L)))
                .sql("select (5 + 2) * t.whole from things as t where t.id = ?")
                .rows("-119");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> constant(t.whole, ConstantTest.<Integer>none()))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.NULL_VALUE));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a careless caller may give
    private static <T> T none() {
        return null;
    }
}
