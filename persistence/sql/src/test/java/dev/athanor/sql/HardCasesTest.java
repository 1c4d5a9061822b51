// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Things.Mood;
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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is easily got wrong. */
class HardCasesTest extends Database {
    private final Things t = new Things("t");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        Things.create(fresh);
    }

    private static final class Wide extends Table {
        final List<NumberColumn<Integer>> all = new ArrayList<>();

        Wide() {
            super("wide", "w");
            for (int i = 0; i < 1_000; i++) {
                all.add(integer("column " + i));
            }
        }
    }

    @Test
    void aThousandColumns() throws SQLException {
        String columns = String.join(
                ", ",
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "\"column " + i + "\" int")
                        .toList());
        database.execute("create table wide (" + columns + ")");
        Wide wide = new Wide();
        Insert insert = insert(wide).row(row -> {
            for (int i = 0; i < 1_000; i++) {
                row.set(wide.all.get(i), i);
            }
        });
        assertThat(queries.execute(insert)).isEqualTo(1);
        Row row = queries.one(select(wide));
        assertThat(IntStream.range(0, 1_000).allMatch(i -> Integer.valueOf(i).equals(row.get(wide.all.get(i)))))
                .isTrue();
    }

    @Test
    void fortyThousandValues() {
        List<Long> ids = LongStream.range(-39_999, 2).boxed().toList();
        assertThat(queries.list(selectValue(t.id).where(t.id.in(ids)))).containsExactly(1L);
        assertThat(queries.list(selectValue(t.id).where(t.id.notIn(ids)))).containsExactly(2L);
        assertThat(selectValue(t.id).where(t.id.in(ids)).sql())
                .isEqualTo(selectValue(t.id).where(t.id.in(List.of())).sql());
    }

    @Test
    void moreValuesThanPostgresqlTakes() {
        List<Integer> rows = IntStream.range(0, 40_000).boxed().toList();
        Insert insert = insert(t).rows(rows, (row, i) -> row.set(t.id, (long) i).set(t.whole, i));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.execute(insert))
                .withMessageContainingAll("80000 values", "65535");
    }

    @Test
    void notEqualLeavesOutNulls() {
        assertThat(queries.list(selectValue(t.id).where(t.whole.ne(5)))).containsExactly(1L);
        assertThat(queries.list(
                        selectValue(t.id).where(t.whole.isDistinctFrom(5)).orderBy(t.id.asc())))
                .containsExactly(1L, 2L);
        assertThat(queries.list(selectValue(t.id).where(t.whole.eq(-17).not()))).isEmpty();
        assertThat(queries.list(selectValue(t.id).where(t.flag.isTrue().not()))).containsExactly(2L);
    }

    @Test
    void timesAroundTheChangeToSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        OffsetDateTime before = OffsetDateTime.parse("2024-03-31T01:30:00+01:00");
        queries.execute(insert(t).set(t.id, 3L).set(t.at, before).set(t.instant, before.toInstant()));
        Select<Row> read = select(
                        t.at,
                        t.instant,
                        t.at.atZone(berlin),
                        t.at.plus(Duration.ofHours(1)).atZone(berlin),
                        t.at.atZone(berlin).plus(Period.ofDays(1)).inZone(berlin))
                .where(t.id.eq(3L), t.at.eq(before), t.instant.eq(before.toInstant()));
        Row row = queries.one(read);
        assertThat(row.get(t.at)).isEqualTo(before);
        assertThat(row.get(t.instant)).isEqualTo(before.toInstant());
        assertThat(row.get(t.at.atZone(berlin))).isEqualTo(LocalDateTime.parse("2024-03-31T01:30"));
        assertThat(row.get(t.at.plus(Duration.ofHours(1)).atZone(berlin)))
                .isEqualTo(LocalDateTime.parse("2024-03-31T03:30"));
        assertThat(row.get(t.at.atZone(berlin).plus(Period.ofDays(1)).inZone(berlin)))
                .isEqualTo(OffsetDateTime.parse("2024-04-01T01:30:00+02:00"));
    }

    @Test
    void decimalsOfAnotherScaleAreEqual() {
        assertThat(queries.list(selectValue(t.id).where(t.price.eq(new BigDecimal("12.3500")))))
                .containsExactly(1L);
        assertThat(queries.list(selectValue(t.id).where(t.price.gt(t.small.cast(SqlTypes.NUMERIC)))))
                .containsExactly(1L);
        assertThat(queries.list(
                        selectValue(t.id).where(t.price.in(List.of(new BigDecimal("1E+1"), new BigDecimal("12.35"))))))
                .containsExactly(1L);
    }

    @Test
    void arraysOfTheDatabasesOwnTypes() {
        queries.execute(insert(t).set(t.id, 3L).set(t.moods, List.of()).set(t.days, List.of(LocalDate.EPOCH)));
        assertThat(queries.list(selectValue(t.id).where(t.moods.eq(List.of())))).containsExactly(3L);
        assertThat(queries.list(selectValue(t.id).where(t.moods.overlaps(List.of(Mood.SAD)))))
                .containsExactly(1L);
        assertThat(queries.one(selectValue(t.days).where(t.id.eq(3L)))).containsExactly(LocalDate.EPOCH);
    }

    @Test
    void anEnumerationOfTheDatabaseThatHasMoreConstants() throws SQLException {
        database.execute("alter type mood add value 'ODD'");
        database.execute("update things set mood = 'ODD'");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.list(selectValue(t.mood)))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.VALUE_UNREADABLE))
                .withMessageContaining("\"ODD\"");
    }

    @Test
    void aRecursiveColumnNamedLikeAKeyword() {
        NumberExpr<Integer> from = inline(1).as("from");
        CommonTable where = select(from)
                .recursiveUnionAll("where", self -> select(self.get(from).times(2))
                        .from(self)
                        .where(self.get(from).lt(9)));
        assertThat(queries.list(selectValue(where.get(from))
                        .from(where)
                        .orderBy(where.get(from).asc())))
                .containsExactly(1, 2, 4, 8, 16);
    }

    @Test
    void valuesInGroupsAreRecognized() {
        NumberExpr<Integer> bucket = t.whole.dividedBy(5);
        shown(select(count(), bucket).groupBy(bucket).orderBy(bucket.asc()))
                .sql("select count(*), t.whole / ? from things as t group by 2 order by 2")
                .binds(5)
                .rows("1, -3", "1, null");
        TextExpr text = t.json.text("s").as("text");
        shown(select(text, count())
                        .groupBy(Aggregates.rollup(text))
                        .orderBy(text.asc().nullsLast(), count().asc()))
                .sql("select t.json ->> ? as text, count(*) from things as t group by rollup (1)"
                        + " order by text nulls last, count(*)")
                .rows("text, 1", "null, 1", "null, 2");
        shown(select(bucket).distinct().orderBy(bucket.desc())).rows("null", "-3");
        shown(select(bucket.as("bucket"), t.id)
                        .distinctOn(bucket)
                        .orderBy(bucket.as("bucket").asc(), t.id.asc()))
                .sql("select distinct on (1) t.whole / ? as bucket, t.id from things as t order by bucket, t.id")
                .rows("-3, 1", "null, 2");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.list(select(bucket, count()).groupBy(t.whole.dividedBy(6))))
                .withMessageContaining("GROUP BY");
    }

    @Test
    void valuesThatDifferAreDifferentColumns() {
        NumberExpr<Integer> one = t.whole.plus(1);
        Row row = queries.one(select(one, t.whole.plus(2)).where(t.id.eq(1L)));
        assertThat(row.get(one)).isEqualTo(-16);
        assertThat(row.get(t.whole.plus(1))).isEqualTo(-16);
        assertThat(row.get(t.whole.plus(2))).isEqualTo(-15);
        assertThatExceptionOfType(SqlException.class).isThrownBy(() -> row.get(t.whole.plus(3)));
    }

    @Test
    void intervalsAreReadWhateverTheirStyle() throws SQLException {
        for (String style : List.of("postgres", "iso_8601")) {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute("set intervalstyle = " + style);
            }
            assertThat(queries.one(selectValue(t.length).where(t.id.eq(1L)))).isEqualTo(Duration.parse("PT26H3M4.5S"));
            assertThat(queries.one(selectValue(sum(t.length)).from(t))).isEqualTo(Duration.parse("PT26H3M4.5S"));
            for (Duration duration : List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(-1, 500_000_000),
                    Duration.ofDays(400),
                    Duration.ofNanos(1_000))) {
                assertThat(queries.one(selectValue(Functions.interval(duration))))
                        .isEqualTo(duration);
            }
            var age = Functions.interval(Period.of(-1, 2, -3)).plus(Functions.interval(Duration.ofMinutes(-90)));
            assertThat(queries.one(selectValue(age)))
                    .isEqualTo(new dev.athanor.sql.type.Interval(Period.of(0, -10, -3), Duration.ofMinutes(-90)));
        }
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.one(selectValue(t.length.plus(Functions.interval(Period.ofMonths(1))))
                        .where(t.id.eq(1L))))
                .withMessageContaining("P1M1DT2H3M4.5S");
    }
}
