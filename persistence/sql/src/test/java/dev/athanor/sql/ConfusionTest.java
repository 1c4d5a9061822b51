// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Functions.any;
import static dev.athanor.sql.Functions.caseOf;
import static dev.athanor.sql.Functions.jsonObject;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.nullOf;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static dev.athanor.sql.Tables.unnest;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.type.TextCodec;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What could be mistaken for something else, and is not. */
class ConfusionTest extends Database {
    private final Things t = new Things("t");
    private final Things other = new Things("other");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        Things.create(fresh);
        fresh.execute("create table numbers (n int unique, label text); insert into numbers values (1, 'one')");
    }

    private static final class Named extends Table {
        final NumberColumn<Long> id = bigint("id");

        Named(String name) {
            super(name, "x");
        }
    }

    private static final class Numbers extends Table {
        final NumberColumn<Integer> n = integer("n");
        final TextColumn label = text("label");

        Numbers() {
            super("numbers", "m");
        }
    }

    private CommonTable above(long id) {
        return select(t.id).where(t.id.gt(inline(id))).asCommonTable("above");
    }

    @Test
    void statementsOfEqualHashes() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(selectValue(new Named("Aa").id).sql()).contains("\"Aa\"");
        assertThat(selectValue(new Named("BB").id).sql()).contains("\"BB\"");
        assertThat(Long.hashCode(0)).isEqualTo(Long.hashCode(-1));
        assertThat(selectValue(above(0).get(t.id)).sql()).contains("'0'");
        assertThat(selectValue(above(-1).get(t.id)).sql()).contains("'-1'");
    }

    @Test
    void constantsOfTypesWithTheSameName() {
        Type<Things.Mood, ValueExpr<Things.Mood>> small = Type.of(
                "text",
                Things.Mood.class,
                new TextCodec<>(
                        mood -> mood.name().toLowerCase(Locale.ROOT),
                        text -> Things.Mood.valueOf(text.toUpperCase(Locale.ROOT))));
        assertThat(queries.one(selectValue(inline(small, Things.Mood.OK)))).isEqualTo(Things.Mood.OK);
        assertThat(selectValue(inline(small, Things.Mood.OK)).sql()).contains("'ok'");
        assertThat(selectValue(inline(SqlTypes.enumText(Things.Mood.class), Things.Mood.OK))
                        .sql())
                .contains("'OK'");
        assertThat(selectValue(value(small, Things.Mood.OK)).sql()).contains("cast(? as text)");
        assertThat(selectValue(value(SqlTypes.enumText(Things.Mood.class), Things.Mood.OK))
                        .sql())
                .isEqualTo("select ?");
    }

    @Test
    void commonTablesOfOneName() {
        CommonTable one = select(t.id).where(t.whole.lt(8)).asCommonTable("some");
        CommonTable another =
                select(t.id).where(t.whole.lt(100)).asCommonTable("some").as("another");
        assertRefused(
                () -> queries.list(select(one.get(t.id))
                        .from(one)
                        .join(another, another.get(t.id).eq(one.get(t.id)))),
                "two common tables are called \"some\"");
        CommonTable hiding = select(t.id).where(t.id.eq(1L)).asCommonTable("things");
        assertRefused(
                () -> selectValue(t.id)
                        .where(t.id.notIn(selectValue(hiding.get(t.id)).from(hiding)))
                        .sql(),
                "\"things\" is hidden");
        shown(selectValue(hiding.get(t.id))).rows("1");
    }

    @Test
    void namesThatMeanSomethingElseHere() {
        Windowing one = partitionBy(t.flag).orderBy(t.id.desc()).as("w");
        assertRefused(
                () -> select(rowNumber().over(one))
                        .from(t)
                        .window(orderBy(t.id.asc()).as("w"))
                        .sql(),
                "window \"w\"");
        assertRefused(
                () -> select(t.id, t.whole.as("x"))
                        .orderBy(t.name.as("x").asc())
                        .sql(),
                "\"x\"");
        Combined<Row> both = select(t.id.as("x"), t.whole.asLong().as("id")).union(select(other.id, other.id));
        shown(both.orderBy(t.id.asc(), t.whole.asLong().asc()))
                .sql("select t.id as x, cast(t.whole as bigint) as id from things as t union"
                        + " select other.id, other.id from things as other order by x, id")
                .rows("1, -17", "1, 1", "2, 2", "2, null");
        assertRefused(
                () -> selectValue(count(t.id))
                        .from(t)
                        .union(selectValue(count()).from(t))
                        .orderBy(count(t.id).asc())
                        .sql(),
                "by name");
    }

    @Test
    void numbersThatAreNoPositions() {
        shown(selectValue(t.id).orderBy(inline(1).desc(), t.id.asc()))
                .sql("select t.id from things as t order by cast(1 as integer) desc, t.id")
                .rows("1", "2");
        shown(select(count(), inline(1).as("one")).from(t).groupBy(inline(1)))
                .sql("select count(*), 1 as one from things as t group by cast(1 as integer)")
                .rows("2, 1");
    }

    @Test
    void decimalsThatLookLikeIntegers() {
        shown(selectValue(inline(new BigDecimal("7"))
                        .dividedBy(inline(new BigDecimal("2")))
                        .round(1)))
                .sql("select round(cast(cast(7 as numeric) / cast(2 as numeric) as numeric), 1)")
                .rows("3.5");
        shown(select(
                        value(9007199254740993L).floor(),
                        value(7).ceiling().dividedBy(2),
                        value(-7).round()))
                .rows("9007199254740993, 3, -7");
        assertRefused(() -> t.real.mod(2.0), "asDecimal()");
    }

    @Test
    void offsetsThatPosixTurnsRound() {
        OffsetDateTime midnight = OffsetDateTime.parse("2024-01-01T00:00Z");
        for (String zone : List.of("+02:00", "-03:30", "UTC+2", "GMT-11:00", "Z", "UTC", "Asia/Tokyo")) {
            ZoneId id = ZoneId.of(zone);
            LocalDateTime there = midnight.atZoneSameInstant(id).toLocalDateTime();
            assertThat(queries.one(selectValue(value(midnight).atZone(id))))
                    .as(zone)
                    .isEqualTo(there);
            assertThat(queries.one(selectValue(value(there).inZone(id))))
                    .as(zone)
                    .isEqualTo(midnight);
            assertThat(queries.one(selectValue(value(midnight).truncate(TemporalField.DAY, id))))
                    .as(zone)
                    .isEqualTo(there.toLocalDate()
                            .atStartOfDay(id)
                            .toOffsetDateTime()
                            .withOffsetSameInstant(ZoneOffset.UTC));
        }
        assertRefused(() -> t.clock.truncate(TemporalField.HOUR), "a date");
    }

    @Test
    void constantsThatJavaWritesOtherwise() {
        byte[] bytes = {0, 1, (byte) 0xff};
        assertThat(queries.one(selectValue(inline(SqlTypes.BYTEA, bytes)))).isEqualTo(bytes);
        List<String> texts = Arrays.asList("a", "b,\"c\"", "\\", "null", null, "{}", "");
        assertThat(queries.one(selectValue(inline(SqlTypes.array(SqlTypes.TEXT), texts))))
                .isEqualTo(texts);
        for (LocalDate day : List.of(
                LocalDate.of(12000, 1, 1),
                LocalDate.of(-43, 3, 15),
                LocalDate.of(44, 3, 15),
                LocalDate.MAX,
                LocalDate.MIN)) {
            assertThat(queries.one(selectValue(inline(SqlTypes.DATE, day)))).isEqualTo(day);
            assertThat(queries.one(selectValue(value(day)))).isEqualTo(day);
            assertThat(queries.one(selectValue(value(day).in(List.of(day))))).isTrue();
        }
        for (Instant instant : List.of(Instant.MAX, Instant.MIN, Instant.parse("2024-01-01T00:00:00.000001Z"))) {
            assertThat(queries.one(selectValue(value(instant)))).isEqualTo(instant);
            assertThat(queries.one(selectValue(inline(SqlTypes.INSTANT, instant))))
                    .isEqualTo(instant);
            assertThat(queries.one(selectValue(value(instant).in(instant)))).isTrue();
        }
        shown(selectValue(t.id).where(t.bytes.in(List.of(new byte[] {0, (byte) 0xff}))))
                .rows("1");
    }

    @Test
    void conditionsOfIndexesAndOfUpdates() {
        Numbers m = new Numbers();
        assertRefused(
                () -> insert(m).set(m.n, 1).onConstraint("numbers_n_key").indexWhere(m.n.gt(5)),
                "doUpdate(…, condition)");
        shown(insert(m).set(m.n, 1).onConstraint("numbers_n_key").doUpdate(row -> row.set(m.label, "x"), m.n.gt(5)))
                .touches(0);
        Insert insert = insert(m).row(row -> {
            row.set(m.n, 2);
            kept = row;
        });
        kept.set(m.label, "late");
        assertThat(insert.binds()).containsExactly(2);
    }

    @SuppressWarnings("NullAway.Init") // by the test that uses it
    private Assignments kept;

    @Test
    void queriesOfTheRowsAround() {
        Derived longest = select(t.name.as("n")).where(t.whole.gt(1)).limit(1).asLateral("l");
        assertRefused(
                () -> select(longest.get(t.name)).from(t).crossJoin(longest).sql(), "another alias");
        Derived computed = select(t.whole.plus(1).as("more")).asLateral("computed");
        shown(select(computed.get(t.whole.plus(1)).times(2))
                        .from(t)
                        .crossJoin(computed)
                        .where(t.id.eq(1L)))
                .rows("-32");
    }

    @Test
    void nullsThatHaveAType() {
        Condition since =
                param("since", SqlTypes.TIMESTAMPTZ).isNull().or(t.at.ge(param("since", SqlTypes.TIMESTAMPTZ)));
        Select<Long> all = selectValue(t.id).where(since).orderBy(t.id.asc());
        assertThat(queries.list(all.bind("since", null))).containsExactly(1L, 2L);
        assertThat(queries.list(all.bind("since", OffsetDateTime.parse("2024-01-01T00:00Z"))))
                .containsExactly(1L);
        shown(selectValue(jsonObject("x", nullOf(SqlTypes.UUID), "y", nullOf(SqlTypes.TIME))))
                .rows("{\"x\": null, \"y\": null}");
        shown(selectValue(nullOf(SqlTypes.TIMESTAMPTZ))
                        .unionAll(selectValue(nullOf(SqlTypes.TIMESTAMPTZ)))
                        .unionAll(selectValue(t.at).where(t.id.eq(2L))))
                .rows("null", "null", "null");
        shown(selectValue(nullOf(SqlTypes.array(SqlTypes.TEXT)).length())).rows("null");
        assertThat(queries.list(selectValue(unnest("u", SqlTypes.TEXT, Arrays.asList("a", null))
                                .value())
                        .from(unnest("u", SqlTypes.TEXT, Arrays.asList("a", null)))))
                .containsExactly("a", null);
        assertRefused(() -> caseOf(t.whole).when(ConfusionTest.<Integer>nothing(), inline(1)), "isNull()");
    }

    @Test
    void operatorsWhereTheGrammarHasNoRoom() {
        ZoneId utc = ZoneId.of("UTC");
        shown(selectValue(t.local.between(t.at.atZone(utc), t.at.atZone(utc))).where(t.id.eq(1L)))
                .rows("true");
        shown(selectValue(t.name.between(t.name.collate("C"), t.name.collate("C")))
                        .where(t.id.eq(1L)))
                .rows("true");
        Query<Long> ids = selectValue(other.id).from(other);
        shown(selectValue(t.id).where(ids.asArray(SqlTypes.BIGINT).has(t.id)).orderBy(t.id.asc()))
                .rows("1", "2");
        shown(selectValue(t.id)
                        .where(t.id.eq(any(ids.asArray(SqlTypes.BIGINT))))
                        .orderBy(t.id.asc()))
                .rows("1", "2");
        Query<List<String>> tags = selectValue(other.tags).from(other).where(other.id.eq(1L));
        shown(selectValue(tags.asScalar(SqlTypes.array(SqlTypes.TEXT)).has("red")))
                .rows("true");
        assertRefused(() -> selectValue(any(t.tags).eq("red")).sql(), "compared with");
    }

    @Test
    void whatIsSaidTwiceOrNotAtAll() {
        shown(select(t.id).from(t).from(t)).sql("select t.id from things as t");
        assertThat(select(t).from(t).sql()).isEqualTo(select(t).sql());
        shown(selectValue(count().filter()).from(t)).sql("select count(*) from things as t");
        assertRefused(() -> select(t.id).crossJoin(t).sql(), "from(…)");
        Combined<Long> bound = selectValue(t.id)
                .where(t.name.eq(param("p", SqlTypes.TEXT)))
                .union(selectValue(t.id))
                .bind("p", "x");
        assertRefused(() -> bound.union(selectValue(t.id)), "whole statement");
        assertRefused(() -> selectValue(t.json).union(selectValue(t.name)), "cast(…)");
    }

    @Test
    void rowsAreReadWithoutTheLabelToo() {
        Row row = queries.one(select(t.whole.as("x"), t.id).where(t.id.eq(1L)));
        assertThat(row.get(t.whole)).isEqualTo(-17);
        assertThat(row.get(t.whole.as("y"))).isEqualTo(-17);
        Row twice = queries.one(select(t.whole.as("x"), t.whole.as("y")).where(t.id.eq(1L)));
        assertRefused(() -> twice.get(t.whole), "several times");
    }

    @Test
    void manyLayersAreComparedOnce() {
        CommonTable layer = select(t.id).asCommonTable("c0");
        for (int depth = 1; depth <= 40; depth++) {
            CommonTable below = layer;
            CommonTable again = below.as("again");
            layer = select(below.get(t.id))
                    .from(below)
                    .join(again, again.get(t.id).eq(below.get(t.id)))
                    .asCommonTable("c" + depth);
        }
        Select<Long> one = selectValue(layer.get(t.id));
        assertThat(one.sql()).hasSizeLessThan(10_000);
        Select<Long> copy = selectValue(rebuilt(40).get(t.id));
        assertThat(copy.command().sameStructure(one.command())).isTrue();
    }

    private CommonTable rebuilt(int depth) {
        if (depth == 0) {
            return select(t.id).asCommonTable("c0");
        }
        CommonTable below = rebuilt(depth - 1);
        CommonTable again = below.as("again");
        return select(below.get(t.id))
                .from(below)
                .join(again, again.get(t.id).eq(below.get(t.id)))
                .asCommonTable("c" + depth);
    }

    @Test
    void messagesHoldNoValues() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.list(selectValue(t.name.cast(SqlTypes.INTEGER))))
                .satisfies(error ->
                        assertThat(error.getMessage()).contains("22P02").doesNotContain("Lovelace"));
    }

    private static void assertRefused(ThrowingCallable step, String message) {
        assertThatExceptionOfType(SqlException.class).isThrownBy(step).withMessageContaining(message);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as a caller without checks may
    private static <T> T nothing() {
        return null;
    }
}
