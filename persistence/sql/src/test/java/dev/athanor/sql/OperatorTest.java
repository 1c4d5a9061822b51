// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Functions.array;
import static dev.athanor.sql.Functions.concat;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Things.Mood;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each operator by its text, its binds, and its value in the row that has values. */
class OperatorTest extends Database {
    private final Things t = new Things("t");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        Things.create(fresh);
    }

    /** Checks the text without quotes and alias, the binds, and what PostgreSQL makes of it. */
    private <T> void is(Expr<T> expression, String sql, @Nullable T expected, @Nullable Object... binds) {
        Select<T> select = selectValue(expression).from(t).where(t.id.eq(inline(SqlTypes.BIGINT, 1L)));
        assertThat(select.sql().replace("\"", "").replace("t.", ""))
                .isEqualTo("select " + sql + " from things as t where id = cast('1' as bigint)");
        assertThat(select.binds()).isEqualTo(Arrays.asList(binds));
        T value = queries.one(select.limit(1));
        assertThat(value).as(sql).isEqualTo(expected);
    }

    @Test
    void textsMatchPatterns() {
        is(t.name.like("%Love%"), "name like ?", true, "%Love%");
        is(t.name.like(value("%Love%")), "name like ?", true, "%Love%");
        is(t.name.notLike("%Love%"), "name not like ?", false, "%Love%");
        is(t.name.ilike("%LOVE%"), "name ilike ?", true, "%LOVE%");
        is(t.name.notIlike("%LOVE%"), "name not ilike ?", false, "%LOVE%");
        is(t.name.startsWith(" Ada"), "starts_with(name, ?)", true, " Ada");
        is(t.name.startsWith(value("Ada")), "starts_with(name, ?)", false, "Ada");
        is(t.name.endsWith("100% "), "name like ?", true, "%100\\% ");
        is(t.name.endsWith("0_% "), "name like ?", false, "%0\\_\\% ");
        is(t.name.endsWith(value("% ")), "right(name, char_length(?)) = ?", true, "% ", "% ");
        is(t.name.contains("a_L"), "name like ?", true, "%a\\_L%");
        is(t.name.contains("aXL"), "name like ?", false, "%aXL%");
        is(t.name.contains(value("_")), "strpos(name, ?) > 0", true, "_");
        is(t.name.matches("^ [A-Z]"), "name ~ ?", true, "^ [A-Z]");
        is(t.name.matchesIgnoringCase("^ a"), "name ~* ?", true, "^ a");
    }

    @Test
    void textsAreMadeOfTexts() {
        is(t.name.trim(), "btrim(name)", "Ada_Lovelace 100%");
        is(t.name.trim(" A%"), "btrim(name, ?)", "da_Lovelace 100", " A%");
        is(t.name.trimLeading(), "ltrim(name)", "Ada_Lovelace 100% ");
        is(t.name.trimTrailing(), "rtrim(name)", " Ada_Lovelace 100%");
        is(t.name.lower(), "lower(name)", " ada_lovelace 100% ");
        is(t.name.upper(), "upper(name)", " ADA_LOVELACE 100% ");
        is(t.name.length(), "char_length(name)", 19);
        is(t.name.position("da"), "strpos(name, ?)", 3, "da");
        is(t.name.substring(2), "substr(name, ?)", "Ada_Lovelace 100% ", 2);
        is(t.name.substring(2, 3), "substr(name, ?, ?)", "Ada", 2, 3);
        is(t.name.left(t.small.asInteger()), "left(name, cast(small as integer))", " Ada_Lo");
        is(t.name.right(inline(2)).repeat(inline(2)), "repeat(right(name, 2), 2)", "% % ");
        is(t.name.substring(inline(2), inline(3)), "substr(name, 2, 3)", "Ada");
        is(t.name.left(4), "left(name, ?)", " Ada", 4);
        is(t.name.right(3), "right(name, ?)", "0% ", 3);
        is(t.name.part("_", 2), "split_part(name, ?, ?)", "Lovelace 100% ", "_", 2);
        is(t.name.split("_"), "string_to_array(name, ?)", List.of(" Ada", "Lovelace 100% "), "_");
        is(t.name.padLeft(21, "*"), "lpad(name, ?, ?)", "** Ada_Lovelace 100% ", 21, "*");
        is(t.name.left(2).repeat(2), "repeat(left(name, ?), ?)", " A A", 2, 2);
        is(t.name.replace("a", "o"), "replace(name, ?, ?)", " Ado_Loveloce 100% ", "a", "o");
        is(t.name.replaceAll("[^A-Z]", ""), "regexp_replace(name, ?, ?, cast('g' as text))", "AL", "[^A-Z]", "");
        is(t.name.matched("(\\d+)%"), "substring(name, ?)", "100", "(\\d+)%");
        is(
                t.name.concat("!").concat(t.mood.asText()),
                "name || ? || cast(mood as text)",
                " Ada_Lovelace 100% !OK",
                "!");
        is(concat(t.mood, t.whole), "concat(mood, whole)", "OK-17");
        is(t.name.collate("C").lt("a"), "name collate C < ?", true, "a");
    }

    @Test
    void numbersAreCalculated() {
        is(t.whole.plus(2), "whole + ?", -15, 2);
        is(t.whole.plus(t.whole), "whole + whole", -34);
        is(t.whole.minus(1).minus(t.whole.minus(1)), "(whole - ?) - (whole - ?)", 0, 1, 1);
        is(t.whole.times(2), "whole * ?", -34, 2);
        is(t.whole.dividedBy(5), "whole / ?", -3, 5);
        is(t.whole.mod(5), "whole % ?", -2, 5);
        is(t.price.times(t.whole), "price * whole", new BigDecimal("-209.95"));
        is(t.real.plus(t.whole), "double + whole", -14.5);
        is(
                t.whole.asDecimal().dividedBy(new BigDecimal("2")).round(1),
                "round(cast(cast(whole as numeric) / ? as numeric), 1)",
                new BigDecimal("-8.5"),
                new BigDecimal("2"));
        is(t.price.asInteger(), "cast(price as integer)", 12);
        is(t.whole.asLong().plus(1L), "cast(whole as bigint) + ?", -16L, 1L);
        is(t.whole.asDouble(), "cast(whole as double precision)", -17.0);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> t.whole.plus(t.price))
                .withMessageContainingAll("integer as Integer", "numeric as BigDecimal", "cast(…)");
        assertThatExceptionOfType(SqlException.class).isThrownBy(() -> t.single.plus(t.whole));
        is(t.whole.negated(), "- whole", 17);
        is(t.whole.abs(), "abs(whole)", 17);
        is(t.whole.sign(), "cast(sign(whole) as integer)", -1);
        is(t.price.round(), "round(price)", new BigDecimal("12"));
        is(t.price.round(1), "round(cast(price as numeric), 1)", new BigDecimal("12.4"));
        is(t.real.round(0), "round(cast(double as numeric), 0)", new BigDecimal("3"));
        is(t.price.truncate(1), "trunc(cast(price as numeric), 1)", new BigDecimal("12.3"));
        is(t.price.floor(), "floor(price)", new BigDecimal("12"));
        is(t.price.ceiling(), "ceil(price)", new BigDecimal("13"));
        is(t.whole.power(2), "power(cast(whole as double precision), ?)", 289.0, 2.0);
        is(t.real.squareRoot(), "sqrt(cast(double as double precision))", Math.sqrt(2.5));
        is(t.single.times(2f), "single * ?", 3f, 2f);
        is(t.small.cast(SqlTypes.BIGINT), "cast(small as bigint)", 7L);
    }

    @Test
    void valuesAreCompared() {
        is(t.whole.eq(-17), "whole = ?", true, -17);
        is(t.whole.ne(t.whole), "whole <> whole", false);
        is(t.whole.lt(0), "whole < ?", true, 0);
        is(t.whole.le(-17), "whole <= ?", true, -17);
        is(t.whole.gt(0), "whole > ?", false, 0);
        is(t.whole.ge(0), "whole >= ?", false, 0);
        is(t.whole.between(-20, 0), "whole between ? and ?", true, -20, 0);
        is(t.whole.notBetween(-20, 0), "whole not between ? and ?", false, -20, 0);
        is(t.whole.in(List.of(1, -17)), "whole = any (?)", true, List.of(1, -17));
        is(t.whole.in(List.of()), "whole = any (?)", false, List.of());
        is(t.whole.notIn(List.of()), "whole <> all (?)", true, List.of());
        is(t.whole.in(1, -17), "whole = any (?)", true, List.of(1, -17));
        is(t.whole.notIn(1, -17), "whole <> all (?)", false, List.of(1, -17));
        is(t.whole.isNull(), "whole is null", false);
        is(t.whole.isNotNull(), "whole is not null", true);
        is(t.whole.isDistinctFrom(3), "whole is distinct from ?", true, 3);
        is(t.whole.isNotDistinctFrom(t.whole), "whole is not distinct from whole", true);
        is(t.price.eq(new BigDecimal("12.350")), "price = ?", true, new BigDecimal("12.350"));
        is(t.price.gt(t.whole.cast(SqlTypes.NUMERIC)), "price > cast(whole as numeric)", true);
        is(t.uuid.eq(new UUID(0, 42)), "uuid = ?", true, new UUID(0, 42));
        is(t.uuid.in(List.of(new UUID(0, 42))), "uuid = any (?)", true, List.of(new UUID(0, 42)));
        is(t.mood.eq(Mood.OK), "mood = cast(? as mood)", true, Mood.OK);
        is(t.mood.gt(Mood.SAD), "mood > cast(? as mood)", true, Mood.SAD);
        is(t.mood.in(List.of(Mood.OK)), "mood = any (?)", true, List.of(Mood.OK));
        is(t.moodText.eq(Mood.HAPPY), "mood_text = ?", true, Mood.HAPPY);
        is(t.moodText.in(List.of(Mood.SAD, Mood.HAPPY)), "mood_text = any (?)", true, List.of(Mood.SAD, Mood.HAPPY));
    }

    @Test
    void conditionsAreCombined() {
        is(t.flag.and(t.whole.gt(0)), "flag and whole > ?", false, 0);
        is(t.flag.or(t.whole.gt(0)).and(t.flag), "(flag or whole > ?) and flag", true, 0);
        is(t.flag.not(), "not flag", false);
        is(t.flag.and(t.flag).not(), "not (flag and flag)", false);
        is(t.flag.isTrue(), "flag is true", true);
        is(t.flag.isFalse(), "flag is false", false);
        is(Sql.allOf(List.of(t.flag, t.whole.lt(0))), "flag and whole < ?", true, 0);
        is(Sql.anyOf(List.of()), "false", false);
        is(Sql.allOf(List.of()), "true", true);
        is(t.flag.eq(true), "flag = ?", true, true);
    }

    @Test
    void timesAreShifted() {
        Period month = Period.ofMonths(1);
        is(
                t.day.plus(month),
                "cast(day + cast(? as interval) as date)",
                LocalDate.of(2024, 3, 29),
                dev.athanor.sql.type.Interval.of(month));
        is(
                t.day.minus(Period.ofYears(1)),
                "cast(day - cast(? as interval) as date)",
                LocalDate.of(2023, 2, 28),
                dev.athanor.sql.type.Interval.of(Period.ofYears(1)));
        is(
                t.day.plus(Duration.ofDays(2)),
                "cast(day + cast(? as interval) as date)",
                LocalDate.of(2024, 3, 2),
                Duration.ofDays(2));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> t.day.plus(Duration.ofHours(36)))
                .withMessageContaining("whole days");
        is(t.day.plusDays(t.small), "day + cast(small as integer)", LocalDate.of(2024, 3, 7));
        is(t.day.minusDays(inline(1)), "day - cast(1 as integer)", LocalDate.of(2024, 2, 28));
        is(t.day.atTime(LocalTime.of(9, 5)), "day + ?", LocalDateTime.of(2024, 2, 29, 9, 5), LocalTime.of(9, 5));
        is(t.length.dividedBy(inline(2)), "length / 2", Duration.parse("PT13H1M32.25S"));
        is(
                Functions.overlap(t.day, t.day.plusDays(inline(1)), t.day, t.day),
                "((cast(day as timestamp), cast(day + cast(1 as integer) as timestamp)) overlaps"
                        + " (cast(day as timestamp), cast(day as timestamp)))",
                true);
        is(
                t.local.plus(Duration.ofHours(1)),
                "local + cast(? as interval)",
                LocalDateTime.of(2024, 3, 1, 0, 30),
                Duration.ofHours(1));
        is(t.local.plus(t.length), "local + length", LocalDateTime.parse("2024-03-02T01:33:04.5"));
        is(
                t.clock.minus(Duration.ofMinutes(11)),
                "clock - cast(? as interval)",
                LocalTime.of(10, 0, 12),
                Duration.ofMinutes(11));
        is(
                t.at.minus(Duration.ofDays(1)),
                "at - cast(? as interval)",
                OffsetDateTime.of(2024, 2, 28, 23, 30, 0, 0, ZoneOffset.UTC),
                Duration.ofDays(1));
        is(
                t.local.since(LocalDateTime.of(2024, 2, 27, 22, 0)),
                "local - ?",
                Duration.parse("PT49H30M"),
                LocalDateTime.of(2024, 2, 27, 22, 0));
        is(
                t.day.since(LocalDate.of(2024, 1, 1)),
                "cast(day as timestamp) - cast(? as timestamp)",
                Duration.ofDays(59),
                LocalDate.of(2024, 1, 1));
        is(t.day.daysSince(LocalDate.of(2024, 1, 1)), "day - ?", 59, LocalDate.of(2024, 1, 1));
        is(
                t.day.ageAt(LocalDate.of(2054, 3, 31)).years(),
                "cast(extract(year from age(cast(? as timestamp), cast(day as timestamp))) as integer)",
                30,
                LocalDate.of(2054, 3, 31));
        is(t.length.plus(t.length), "length + length", Duration.parse("PT52H6M9S"));
        is(t.length.times(value(2)), "length * ?", Duration.parse("PT52H6M9S"), 2);
        is(t.length.seconds(), "extract(epoch from length)", new BigDecimal("93784.500000"));
    }

    @Test
    void timesHaveParts() {
        is(t.at.extract(TemporalField.SECOND), "extract(second from at)", new BigDecimal("0.000000"));
        is(t.day.year(), "cast(extract(year from day) as integer)", 2024);
        is(t.day.month(), "cast(extract(month from day) as integer)", 2);
        is(t.day.day(), "cast(extract(day from day) as integer)", 29);
        is(t.day.dayOfWeek(), "cast(extract(isodow from day) as integer)", 4);
        is(t.local.hour(), "cast(extract(hour from local) as integer)", 23);
        is(t.local.minute(), "cast(extract(minute from local) as integer)", 30);
        is(
                t.day.truncate(TemporalField.MONTH),
                "cast(date_trunc(cast('month' as text), cast(day as timestamp)) as date)",
                LocalDate.of(2024, 2, 1));
        is(
                t.local.truncate(TemporalField.DAY),
                "date_trunc(cast('day' as text), local)",
                LocalDateTime.of(2024, 2, 29, 0, 0));
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        is(
                t.at.truncate(TemporalField.DAY, berlin),
                "date_trunc(cast('day' as text), at, cast('Europe/Berlin' as text))",
                OffsetDateTime.of(2024, 2, 29, 23, 0, 0, 0, ZoneOffset.UTC));
        is(t.at.atZone(berlin), "at at time zone cast('Europe/Berlin' as text)", LocalDateTime.of(2024, 3, 1, 0, 30));
        is(
                t.local.inZone(berlin),
                "local at time zone cast('Europe/Berlin' as text)",
                OffsetDateTime.of(2024, 2, 29, 22, 30, 0, 0, ZoneOffset.UTC));
        is(t.local.date(), "cast(local as date)", LocalDate.of(2024, 2, 29));
        is(t.day.format("YYYY/MM"), "to_char(day, ?)", "2024/02", "YYYY/MM");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> t.day.atZone(berlin))
                .withMessageContaining("date");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> t.day.truncate(TemporalField.DAY, berlin))
                .withMessageContaining("a point in time");
    }

    @Test
    void jsonIsTakenApart() {
        is(t.json.get("a").get("b").get(0), "((json -> ?) -> ?) -> ?", "1", "a", "b", 0);
        is(t.json.text("s"), "json ->> ?", "text", "s");
        is(t.json.text(inline("s")), "json ->> cast('s' as text)", "text");
        is(t.json.text("n"), "json ->> ?", null, "n");
        is(t.json.path("a", "b", "2"), "json #> ?", "\"x\"", List.of("a", "b", "2"));
        is(t.json.textAt("a", "b", "2"), "json #>> ?", "x", List.of("a", "b", "2"));
        is(t.json.contains("{\"s\": \"text\"}"), "json @> cast(? as jsonb)", true, "{\"s\": \"text\"}");
        is(t.json.containedBy("{}"), "json <@ cast(? as jsonb)", false, "{}");
        is(t.json.hasKey("a"), "json ?? ?", true, "a");
        is(t.json.hasAnyKey("x", "a"), "json ??| ?", true, List.of("x", "a"));
        is(t.json.hasAllKeys("x", "a"), "json ??& ?", false, List.of("x", "a"));
        is(t.json.pathExists("$.a.b[*] ? (@ == 2)"), "json @?? cast(? as jsonpath)", true, "$.a.b[*] ? (@ == 2)");
        is(t.json.pathMatches("$.s == \"text\""), "json @@ cast(? as jsonpath)", true, "$.s == \"text\"");
        is(
                t.json.without("a").merge("{\"z\": 1}"),
                "json - ? || cast(? as jsonb)",
                "{\"n\": null, \"s\": \"text\", \"z\": 1}",
                "a",
                "{\"z\": 1}");
        is(t.json.withoutPath("a", "b").get("a"), "(json #- ?) -> ?", "{}", List.of("a", "b"), "a");
        is(
                t.json.with(Functions.toJson(t.whole), "s").text("s"),
                "jsonb_set(json, ?, to_jsonb(whole)) ->> ?",
                "-17",
                List.of("s"),
                "s");
        is(t.json.path("a", "b").length(), "jsonb_array_length(json #> ?)", 3, List.of("a", "b"));
        is(t.json.get("n").kind(), "jsonb_typeof(json -> ?)", "null", "n");
    }

    @Test
    void arraysAreAskedForTheirElements() {
        is(t.tags, "tags", List.of("red", "a,b", "red"));
        is(t.days, "days", Arrays.asList(LocalDate.of(2024, 1, 1), null));
        is(t.moods, "moods", List.of(Mood.SAD, Mood.HAPPY));
        is(t.moods.has(Mood.HAPPY), "cast(? as mood) = any (moods)", true, Mood.HAPPY);
        is(t.moods.contains(List.of(Mood.SAD)), "moods @> ?", true, List.of(Mood.SAD));
        is(t.tags.has("red"), "? = any (tags)", true, "red");
        is(t.tags.has(t.name), "name = any (tags)", false);
        is(t.tags.contains(List.of("red", "a,b")), "tags @> ?", true, List.of("red", "a,b"));
        is(t.tags.containedBy(List.of("red")), "tags <@ ?", false, List.of("red"));
        is(t.tags.overlaps(List.of("blue", "red")), "tags && ?", true, List.of("blue", "red"));
        is(t.tags.length(), "cardinality(tags)", 3);
        is(t.tags.at(2), "(tags)[?]", "a,b", 2);
        is(t.tags.at(2, SqlTypes.TEXT).upper(), "upper((tags)[?])", "A,B", 2);
        is(t.tags.position("a,b"), "array_position(tags, ?)", 2, "a,b");
        is(t.tags.append("x"), "array_append(tags, ?)", List.of("red", "a,b", "red", "x"), "x");
        is(t.tags.without("red"), "array_remove(tags, ?)", List.of("a,b"), "red");
        is(t.tags.concat(t.tags).length(), "cardinality(array_cat(tags, tags))", 6);
        is(t.tags.join("+"), "array_to_string(tags, ?)", "red+a,b+red", "+");
        is(array(SqlTypes.INTEGER, t.whole, inline(3)), "cast(array[whole, 3] as integer[])", List.of(-17, 3));
        is(array(SqlTypes.INTEGER), "cast(array[] as integer[])", List.of());
    }

    @Test
    void everyTypeIsReadAsItWasBound() {
        Things other = new Things("other");
        for (Column<?> column : other.columns()) {
            roundTrip(column);
        }
    }

    private <T> void roundTrip(Column<T> column) {
        T value = queries.one(selectValue(column.expression()).where(new Things("other").id.eq(1L)));
        assertThat(value).isNotNull();
        Condition same = column.expression() instanceof JsonExpr<?>
                ? column.expression().cast(SqlTypes.TEXT).eq(value.toString())
                : column.expression().eq(value);
        assertThat(queries.list(selectValue(new Things("other").id).where(same)))
                .as(column.name())
                .containsExactly(1L);
        List<T> ofNulls = queries.list(selectValue(column.expression()).where(new Things("other").id.ne(1L)));
        assertThat(ofNulls).as(column.name()).hasSize(1);
        assertThat(column.name().equals("id")).isEqualTo(ofNulls.get(0) != null);
    }
}
