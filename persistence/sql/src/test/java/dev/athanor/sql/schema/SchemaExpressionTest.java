// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Functions.array;
import static dev.athanor.sql.Functions.caseOf;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.concat;
import static dev.athanor.sql.Functions.concatWith;
import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Functions.greatest;
import static dev.athanor.sql.Functions.immutable;
import static dev.athanor.sql.Functions.jsonObject;
import static dev.athanor.sql.Functions.least;
import static dev.athanor.sql.Functions.nullif;
import static dev.athanor.sql.Functions.overlap;
import static dev.athanor.sql.Functions.toJson;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.constant;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.tuple;
import static dev.athanor.sql.Sql.value;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Aggregates;
import dev.athanor.sql.ArrayExpr;
import dev.athanor.sql.Clocked;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Functions;
import dev.athanor.sql.IntervalExpr;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Path;
import dev.athanor.sql.Related;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalField;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.Windows;
import dev.athanor.sql.schema.Facts.Mood;
import dev.athanor.sql.type.Interval;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expressions of generated columns and indexes: PostgreSQL takes those we give, and would not take those we refuse. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
class SchemaExpressionTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static final class Manager {}

    /** An entity that is kept in two tables. */
    private static final class QManager extends EntityTable<Manager> {
        final TextColumn name = made().text("name", "name");
        final NumberColumn<Integer> bonus = made().in("manager").number("bonus", "bonus", SqlTypes.INTEGER);

        QManager() {
            super(
                    Manager.class,
                    Kept.in("person").and("manager", Kept.in("manager"), false, List.of("id"), List.of("person_id")),
                    "m",
                    Map.of());
        }
    }

    private TestDatabase database;
    private Facts f;

    @BeforeEach
    void create(TestDatabase fresh) throws SQLException {
        database = fresh;
        f = new Facts(fresh);
    }

    @AfterEach
    void close() throws SQLException {
        f.close();
    }

    private String sql(Expr<?> expression) {
        return SchemaExpression.of(f, expression).sql();
    }

    @Test
    void columnsAreBareAndConstantsAreInTheText() {
        assertThat(sql(f.name.concat(inline(" it's ")).concat(f.name.upper())))
                .isEqualTo("\"name\" || cast(' it''s ' as text) || upper(\"name\")");
        assertThat(sql(f.small.plus(f.small).times(f.small).as("label")))
                .isEqualTo("(\"small\" + \"small\") * \"small\"");
        assertThat(sql(caseOf(f.mood)
                        .when(constant(f.mood, Mood.HAPPY), inline(1))
                        .otherwise(inline(0))))
                .isEqualTo("case \"mood\" when cast('HAPPY' as mood) then 1 else 0 end");
        assertThat(SchemaExpression.of(f, f.whole.plus(inline(1))).type()).isEqualTo(SqlTypes.INTEGER);
        assertThat(SchemaExpression.of(f, f.whole)).hasToString("\"whole\"");
    }

    /** Everything that typed expressions offer and that depends on the row alone. */
    private Map<String, Expr<?>> allowed() {
        IntervalExpr<Interval> year = inline(SqlTypes.INTERVAL, Interval.of(Period.ofYears(1)));
        ArrayExpr<String> words = inline(SqlTypes.array(SqlTypes.TEXT), List.of("a", "b"));
        Map<String, Expr<?>> all = new LinkedHashMap<>();
        List.<Expr<?>>of(
                        f.name.eq(inline("x")).and(f.flag.not()).or(f.whole.isNull()),
                        f.name.isDistinctFrom(inline("x")),
                        f.flag.isTrue().and(f.flag.isFalse()),
                        f.whole.between(inline(1), inline(2)).and(f.day.notBetween(f.day, f.day)),
                        f.name.eq(Functions.any(words)),
                        f.at.lt(f.at)
                                .and(f.at.eq(
                                        inline(SqlTypes.TIMESTAMPTZ, OffsetDateTime.parse("2024-01-01T00:00:00Z")))),
                        tuple(f.whole, f.name).lt(tuple(inline(1), inline("x"))))
                .forEach(expression -> all.put("condition " + all.size(), expression));
        List.<Expr<?>>of(
                        f.name.like(inline("x%")),
                        f.name.startsWith(inline("x")),
                        f.name.endsWith(inline("x")),
                        f.name.contains(inline("x")),
                        f.name.lower()
                                .trim()
                                .concat(f.name.upper())
                                .concat(f.name.trimLeading().trimTrailing()),
                        f.name.length().plus(f.name.position(inline("x"))),
                        f.name.substring(inline(1), inline(2))
                                .concat(f.name.left(inline(1)).right(inline(1))),
                        f.name.repeat(inline(2)).collate("C"),
                        func("split_part", SqlTypes.TEXT, f.name, inline(","), inline(1)),
                        func("regexp_replace", SqlTypes.TEXT, f.name, inline("a"), inline("b"), inline("g")),
                        func("btrim", SqlTypes.TEXT, f.name, inline(" \t")),
                        func("translate", SqlTypes.TEXT, f.name, inline("ab"), inline("cd")),
                        func("string_to_array", SqlTypes.array(SqlTypes.TEXT), f.name, inline(",")),
                        func("md5", SqlTypes.TEXT, f.name.concat(inline("x"))))
                .forEach(expression -> all.put("text " + all.size(), expression));
        List.<Expr<?>>of(
                        f.small.plus(inline(SqlTypes.SMALLINT, (short) 1)).times(f.small),
                        f.id.dividedBy(f.id).mod(inline(SqlTypes.BIGINT, 7L)),
                        f.price.times(f.whole).round(2).truncate(1),
                        f.price
                                .round()
                                .plus(f.price.abs())
                                .minus(f.price.floor())
                                .plus(f.price.ceiling().negated()),
                        f.price.sign(),
                        f.real.squareRoot().plus(f.single),
                        f.whole.asLong().plus(f.small),
                        f.price.asInteger().asDecimal().asDouble(),
                        func("power", SqlTypes.DOUBLE, f.real, inline(SqlTypes.DOUBLE, 2.0)),
                        func("div", SqlTypes.NUMERIC, f.price, f.price),
                        func("scale", SqlTypes.INTEGER, f.price))
                .forEach(expression -> all.put("number " + all.size(), expression));
        List.<Expr<?>>of(
                        f.day.plus(year).minus(year),
                        f.day.plusDays(f.whole).minusDays(inline(1)),
                        f.day.daysSince(f.day).plus(f.local.daysSince(f.local)),
                        f.day.since(f.day).plus(f.local.since(f.local)).plus(f.at.since(f.at)),
                        f.day.age(f.day).years(),
                        f.local.age(f.local).extract(TemporalField.MONTH),
                        f.at.age(f.at),
                        f.day.year().plus(f.local.hour()).plus(f.day.dayOfWeek()),
                        f.day.truncate(TemporalField.MONTH),
                        f.local.truncate(TemporalField.HOUR).plus(year),
                        f.at.truncate(TemporalField.DAY, ROME),
                        f.at.atZone(ROME).date(),
                        f.at.atZone(ROME).year(),
                        f.local.inZone(ROME).atZone(ROME),
                        f.local.date(),
                        f.clock.plus(f.length).extract(TemporalField.MINUTE),
                        f.length.seconds(),
                        f.length.times(inline(2)).plus(f.length).minus(f.length).dividedBy(f.whole),
                        overlap(f.day, f.day, f.day, f.day),
                        overlap(f.at, f.at, f.at, f.at),
                        overlap(f.local, f.local, f.local, f.local),
                        func("make_date", SqlTypes.DATE, f.whole, inline(1), inline(1)))
                .forEach(expression -> all.put("time " + all.size(), expression));
        List.<Expr<?>>of(
                        f.json.get(inline("a")),
                        f.json.text(inline("a")).concat(f.name),
                        f.json.contains(inline(SqlTypes.JSONB, "{}")),
                        f.json.merge(f.json).length(),
                        f.json.kind(),
                        f.json.text(inline("n")).cast(SqlTypes.INTEGER),
                        f.json.get(inline("n")).cast(SqlTypes.NUMERIC),
                        f.tags.contains(words).and(f.tags.overlaps(words)),
                        f.tags.has(f.name).and(f.numbers.has(inline(1))),
                        f.tags.concat(words).append(f.name).length(),
                        array(SqlTypes.TEXT, f.name, inline("x")),
                        array(SqlTypes.TEXT))
                .forEach(expression -> all.put("several " + all.size(), expression));
        List.<Expr<?>>of(
                        coalesce(f.name, inline("?")),
                        coalesce(f.price, inline(BigDecimal.ZERO)),
                        greatest(f.day, f.day),
                        least(f.whole, inline(3)),
                        nullif(f.name, inline("")),
                        when(f.flag, f.name).otherwise(inline("no")),
                        when(f.flag, f.day).otherwiseNull(),
                        f.whole.cast(SqlTypes.TEXT).concat(f.uuid.cast(SqlTypes.TEXT)),
                        f.name.cast(SqlTypes.INTEGER),
                        f.flag.cast(SqlTypes.TEXT),
                        f.moodText.asText(),
                        f.moodNumber.asText(),
                        f.mood.eq(constant(f.mood, Mood.SAD)),
                        f.moods.contains(constant(f.moods, List.of(Mood.SAD))),
                        caseOf(f.moodNumber)
                                .when(constant(f.moodNumber, Mood.SAD), inline("sad"))
                                .otherwiseNull(),
                        f.bytes.eq(inline(SqlTypes.BYTEA, new byte[] {1})))
                .forEach(expression -> all.put("choice " + all.size(), expression));
        return all;
    }

    /** What truncates in a time zone is immutable from version 16 on. */
    private boolean knows(String sql) throws SQLException {
        return f.version() >= 16 || !(sql.contains("date_trunc") && sql.contains("'Europe/Rome'"));
    }

    @Test
    void whatIsGivenGeneratesAColumn() throws SQLException {
        for (Map.Entry<String, Expr<?>> each : allowed().entrySet()) {
            SchemaExpression expression = SchemaExpression.of(f, each.getValue());
            assertThat(f.generates(expression.type().name(), expression.sql()))
                    .as("%s: %s", each.getKey(), expression)
                    .isEqualTo(knows(expression.sql()));
        }
        List<String> all = new ArrayList<>();
        for (Expr<?> each : allowed().values()) {
            if (knows(sql(each))) {
                all.add(sql(each));
            }
        }
        assertThat(f.keptAs(all)).doesNotContainNull().hasSizeGreaterThan(70);
    }

    @Test
    void whatIsGivenMakesAnIndexThatIsUsed() throws SQLException {
        database.execute("create index by_name on facts ((" + sql(f.name.lower()) + "));"
                + "create index by_key on facts (id) where "
                + sql(f.json.get(inline("a")).isNotNull()));
        SchemaExpression has = SchemaExpression.of(f, immutable(text(SqlTypes.BOOLEAN, "{} ?? 'key'", f.json)));
        assertThat(has.sql()).isEqualTo("(\"json\" ? 'key')");
        assertThat(f.generates("boolean", has.sql())).isTrue();
    }

    /**
     * What each refusal says of, and what it says; PostgreSQL refuses them, too, where there is something to refuse.
     */
    private Map<Expr<?>, String> refused() {
        Map<Expr<?>, String> all = new LinkedHashMap<>();
        all.put(Functions.now(), "now(…) gives another value each time");
        all.put(Functions.clockTime(), "clock_timestamp(…)");
        all.put(Functions.today(), "current_date");
        all.put(Functions.random(), "random(…)");
        all.put(Functions.randomUuid(), "gen_random_uuid(…)");
        all.put(concat(f.name, f.day), "concat(…) of text and date depends on how the session writes values");
        all.put(f.at.date(), "the cast of timestamptz to date depends on the session's time zone; say which by atZone");
        all.put(f.at.cast(SqlTypes.TIMESTAMP), "the cast of timestamptz to timestamp");
        all.put(f.local.cast(SqlTypes.TIMESTAMPTZ), "inZone(…)");
        all.put(f.name.cast(SqlTypes.TIMESTAMPTZ), "the cast of text to timestamptz");
        all.put(f.name.cast(SqlTypes.DATE), "the cast of text to date");
        all.put(f.day.cast(SqlTypes.TEXT), "the cast of date to text depends on the session's settings");
        all.put(f.local.cast(SqlTypes.TEXT), "the cast of timestamp to text");
        all.put(f.length.cast(SqlTypes.TEXT), "the cast of interval to text");
        all.put(f.tags.cast(SqlTypes.TEXT), "the cast of text[] to text");
        all.put(f.mood.asText(), "a case for an enumeration");
        all.put(f.at.year(), "extract(year from …) of timestamptz depends on the session's time zone");
        all.put(f.at.truncate(TemporalField.DAY), "date_trunc(…) of text and timestamptz depends on the session's");
        all.put(f.at.plus(f.length), "the operator + of timestamptz");
        all.put(f.at.minus(f.length), "the operator - of timestamptz and interval");
        all.put(func("age", SqlTypes.INTERVAL, f.local), "age(…) of timestamp is not known");
        all.put(func("age", SqlTypes.INTERVAL, f.day, f.day), "age(…) of date and date depends on the session's time");
        all.put(func("to_char", SqlTypes.TEXT, f.local, inline("YYYY")), "to_char(…) of timestamp and text depends");
        all.put(func("to_timestamp", SqlTypes.TIMESTAMPTZ, f.name, inline("YYYY")), "to_timestamp(…)");
        all.put(func("array_to_string", SqlTypes.TEXT, f.tags, inline(",")), "array_to_string(…)");
        all.put(toJson(f.day), "to_jsonb(…)");
        all.put(jsonObject("name", f.name), "jsonb_build_object(…)");
        all.put(f.name.concat(f.day.cast(SqlTypes.TEXT)), "the cast of date to text");
        all.put(coalesce(f.name, f.day.cast(SqlTypes.TEXT)), "the cast of date to text");
        all.put(count(f.id), "count(…) looks at several rows");
        all.put(Aggregates.max(f.name), "max(…) looks at several rows");
        all.put(rowNumber().over(Windows.orderBy(f.id.asc())), "row_number(…) over a window looks at several rows");
        all.put(selectValue(inline(1)).asScalar(), "a query within an expression");
        return all;
    }

    @Test
    void whatIsRefusedGeneratesNoColumn() throws SQLException {
        for (Map.Entry<Expr<?>, String> each : refused().entrySet()) {
            assertThatExceptionOfType(SqlException.class)
                    .as("%s", each.getValue())
                    .isThrownBy(() -> SchemaExpression.of(f, each.getKey()))
                    .withMessageStartingWith("the expression cannot be a part of the schema: ")
                    .withMessageContaining(each.getValue())
                    .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.SCHEMA_EXPRESSION_INVALID));
            String type = each.getKey().type().name();
            assertThat(f.generates(type, f.text(each.getKey().node())))
                    .as("%s", each.getValue())
                    .isFalse();
        }
    }

    private void refuses(Expr<?> expression, String... parts) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> SchemaExpression.of(f, expression))
                .satisfies(error -> assertThat(error.getMessage()).contains(parts));
    }

    @Test
    void valuesHaveNoPlace() {
        refuses(f.name.eq("x"), "a bound value of type text has no place there; write it by inline(…) or constant(…)");
        refuses(f.name.replace("a", "b"), "a bound value");
        refuses(concatWith(", ", f.name), "a bound value");
        refuses(f.day.plus(Period.ofDays(1)), "a bound value of type interval");
        refuses(f.whole.in(1, 2), "a bound value of type integer[]");
        refuses(f.name.eq(param("name", SqlTypes.TEXT)), "the parameter \"name\" has no value there");
        refuses(f.day.lt(Clocked.today()), "a value of the time of execution is another each time");
        refuses(f.day.lt(value(LocalDate.EPOCH)).or(f.at.year().gt(2000)), "of type date", "extract(year from …)");
        refuses(immutable(func("f", SqlTypes.INTEGER, "x")), "a bound value of type text");
    }

    @Test
    void onlyColumnsOfTheTableItselfCount() {
        QManager m = new QManager();
        refuses(f.name.concat(m.name), "the column \"m\".\"name\" is not one of \"f\"");
        assertThat(SchemaExpression.of(m, m.name.lower()).sql()).isEqualTo("lower(\"name\")");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> SchemaExpression.of(m, m.bonus.plus(inline(1))))
                .withMessageContaining(
                        "the column \"m.manager\".\"bonus\" is in another table of the same entity; use columns of the");
        Path<QManager> path = target -> target.name.eq(f.name);
        refuses(Related.one(path, m, manager -> manager.name), "a value of a related row (\"m\")");
        refuses(exists(m, m.name.eq(f.name)), "a query within an expression looks at other rows");
        refuses(f.name.in(selectValue(m.name)), "a query within an expression");
    }

    @Test
    void functionsOfOnesOwnHaveToBeVouchedFor() throws SQLException {
        database.execute("create function twice(x int) returns int immutable language sql as 'select x * 2'");
        refuses(func("twice", SqlTypes.INTEGER, f.whole), "twice(…) of integer is not known", "immutable(…)");
        refuses(text(SqlTypes.INTEGER, "{} # 3", f.whole), "a text of SQL is not known", "immutable(…)");
        refuses(immutable(count(f.id)), "looks at several rows");
        refuses(immutable(func("twice", SqlTypes.INTEGER, f.at.year())), "extract(year from …)");
        String twice = sql(immutable(func("twice", SqlTypes.INTEGER, f.whole)).plus(inline(1)));
        String other = sql(f.day.plusDays(immutable(text(SqlTypes.INTEGER, "{} # 3", f.whole))));
        assertThat(twice).isEqualTo("twice(\"whole\") + 1");
        assertThat(other).isEqualTo("\"day\" + cast((\"whole\" # 3) as integer)");
        assertThat(f.generates("integer", twice)).isTrue();
        assertThat(f.generates("date", other)).isTrue();
        assertThat(selectValue(immutable(f.whole.plus(inline(1))).times(f.whole))
                        .sql())
                .isEqualTo("select (\"f\".\"whole\" + 1) * \"f\".\"whole\" from \"facts\" as \"f\"");
    }

    @Test
    void timesOfDifferentKindsAreNotMixed() {
        assertThat(sql(f.day.cast(SqlTypes.TIMESTAMP).lt(f.local))).isEqualTo("cast(\"day\" as timestamp) < \"local\"");
        refuses(f.at.lt(f.local.cast(SqlTypes.TIMESTAMPTZ)), "the cast of timestamp to timestamptz");
        refuses(
                f.local
                        .inZone(ROME)
                        .since(inline(SqlTypes.TIMESTAMPTZ, OffsetDateTime.MAX))
                        .eq(Duration.ZERO),
                "a bound value of type interval");
        assertThat(sql(f.local.gt(inline(SqlTypes.TIMESTAMP, LocalDateTime.of(2024, 2, 29, 12, 0)))))
                .isEqualTo("\"local\" > cast('2024-02-29T12:00' as timestamp)");
    }
}
