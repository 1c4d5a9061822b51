// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Bound.currentRow;
import static dev.athanor.sql.Bound.following;
import static dev.athanor.sql.Bound.preceding;
import static dev.athanor.sql.Bound.unboundedFollowing;
import static dev.athanor.sql.Bound.unboundedPreceding;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Windows.cumeDist;
import static dev.athanor.sql.Windows.denseRank;
import static dev.athanor.sql.Windows.firstValue;
import static dev.athanor.sql.Windows.lag;
import static dev.athanor.sql.Windows.lastValue;
import static dev.athanor.sql.Windows.lead;
import static dev.athanor.sql.Windows.nthValue;
import static dev.athanor.sql.Windows.ntile;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.percentRank;
import static dev.athanor.sql.Windows.rank;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Functions of the rows around one. */
class WindowTest extends Database {
    private static final class Sales extends Table {
        final NumberColumn<Integer> id = key(integer("id"));
        final TextColumn shop = text("shop");
        final TemporalColumn<LocalDate> day = date("day");
        final NumberColumn<Integer> amount = integer("amount");

        Sales(String alias) {
            super("sales", alias);
        }
    }

    private final Sales s = new Sales("s");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        fresh.execute("""
                create table sales (id int primary key, shop text, day date, amount int);
                insert into sales values (1, 'A', '2024-01-01', 10), (2, 'A', '2024-01-02', 20),
                  (3, 'A', '2024-01-05', 20), (4, 'B', '2024-01-01', 5), (5, 'B', '2024-01-02', 7);
                """);
    }

    @Test
    void rowsAreNumberedAndRanked() {
        Windowing byAmount = partitionBy(s.shop).orderBy(s.amount.desc());
        shown(select(
                                s.id,
                                rowNumber().over(byAmount.orderBy(s.id.asc())),
                                rank().over(byAmount),
                                denseRank().over(byAmount),
                                percentRank().over(byAmount),
                                cumeDist().over(byAmount))
                        .orderBy(s.id.asc()))
                .sql("select s.id, row_number() over (partition by s.shop order by s.amount desc, s.id),"
                        + " rank() over (partition by s.shop order by s.amount desc),"
                        + " dense_rank() over (partition by s.shop order by s.amount desc),"
                        + " percent_rank() over (partition by s.shop order by s.amount desc),"
                        + " cume_dist() over (partition by s.shop order by s.amount desc)"
                        + " from sales as s order by s.id")
                .binds()
                .rows(
                        "1, 3, 3, 2, 1.0, 1.0",
                        "2, 1, 1, 1, 0.0, 0.6666666666666666",
                        "3, 2, 1, 1, 0.0, 0.6666666666666666",
                        "4, 2, 2, 2, 1.0, 1.0",
                        "5, 1, 1, 1, 0.0, 0.5");
        shown(select(s.id, ntile(2).over(orderBy(s.id.asc())))).rows("1, 1", "2, 1", "3, 1", "4, 2", "5, 2");
    }

    @Test
    void valuesOfOtherRowsAreSeen() {
        Windowing w = partitionBy(s.shop).orderBy(s.id.asc());
        shown(select(
                                s.id,
                                lag(s.amount).over(w),
                                lag(s.amount, 2, s.id).over(w),
                                lead(s.amount).over(w),
                                lead(s.amount, 2).over(w))
                        .orderBy(s.id.asc()))
                .sql("select s.id, lag(s.amount) over (partition by s.shop order by s.id),"
                        + " lag(s.amount, ?, s.id) over (partition by s.shop order by s.id),"
                        + " lead(s.amount) over (partition by s.shop order by s.id),"
                        + " lead(s.amount, ?) over (partition by s.shop order by s.id)"
                        + " from sales as s order by s.id")
                .binds(2, 2)
                .rows(
                        "1, null, 1, 20, 20",
                        "2, 10, 2, 20, null",
                        "3, 20, 10, null, null",
                        "4, null, 4, 7, null",
                        "5, 5, 5, null, null");
        Windowing whole = w.rows(unboundedPreceding(), unboundedFollowing());
        shown(select(
                                s.id,
                                firstValue(s.amount).over(whole),
                                lastValue(s.amount).over(whole),
                                nthValue(s.amount, 2).over(whole))
                        .where(s.shop.eq("A")))
                .rows("1, 10, 20, 20", "2, 10, 20, 20", "3, 10, 20, 20");
    }

    @Test
    void framesSayHowFar() {
        shown(select(s.id, sum(s.amount).over(orderBy(s.id.asc()).rows(preceding(1), following(1)))))
                .sql("select s.id, cast(sum(s.amount) over (order by s.id rows between ? preceding and ? following)"
                        + " as integer) from sales as s")
                .binds(1L, 1L)
                .rows("1, 30", "2, 50", "3, 45", "4, 32", "5, 12");
        shown(select(
                                s.id,
                                sum(s.amount)
                                        .over(partitionBy(s.shop)
                                                .orderBy(s.day.asc())
                                                .range(preceding(Period.ofDays(3)), currentRow())))
                        .orderBy(s.id.asc()))
                .sql("select s.id, cast(sum(s.amount) over (partition by s.shop order by s.day"
                        + " range between cast(? as interval) preceding and current row) as integer)"
                        + " from sales as s order by s.id")
                .rows("1, 10", "2, 30", "3, 40", "4, 5", "5, 12");
        shown(select(s.id, count().over(orderBy(s.amount.asc()).groups(currentRow(), following(1))))
                        .orderBy(s.id.asc()))
                .rows("1, 3", "2, 2", "3, 2", "4, 2", "5, 2");
        Windowing all = orderBy(s.amount.asc()).range(unboundedPreceding(), unboundedFollowing());
        shown(select(
                                s.id,
                                count().over(all.excludeCurrentRow()),
                                count().over(all.excludeGroup()),
                                count().over(all.excludeTies()))
                        .where(s.shop.eq("A"))
                        .orderBy(s.id.asc()))
                .rows("1, 2, 2, 3", "2, 2, 1, 2", "3, 2, 1, 2");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> preceding(-1))
                .withMessageContaining("-1");
    }

    @Test
    void aNamedWindowIsWrittenOnce() {
        Windowing w = partitionBy(s.shop)
                .orderBy(s.day.asc())
                .rows(preceding(1), currentRow())
                .as("w");
        Select<Row> two = select(s.id, sum(s.amount).over(w), count().over(w))
                .where(s.amount.gt(5))
                .window(w)
                .orderBy(s.id.asc());
        shown(two)
                .sql("select s.id, cast(sum(s.amount) over w as integer), count(*) over w from sales as s"
                        + " where s.amount > ? window w as (partition by s.shop order by s.day"
                        + " rows between ? preceding and current row) order by s.id")
                .binds(5, 1L)
                .rows("1, 10, 1", "2, 30, 2", "3, 40, 2", "5, 7, 1");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(count().over(w)).from(s).sql())
                .withMessageContaining("window \"w\"");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(s.id).window(orderBy(s.id.asc())))
                .withMessageContaining("as(");
    }

    @Test
    void whatIsMadeOfANamedWindowIsAnother() {
        Windowing w = partitionBy(s.shop).as("w");
        shown(select(s.id, count().over(w), rank().over(w.orderBy(s.amount.desc())))
                        .window(w)
                        .orderBy(s.id.asc()))
                .sql("select s.id, count(*) over w, rank() over (partition by s.shop order by s.amount desc)"
                        + " from sales as s window w as (partition by s.shop) order by s.id")
                .rows("1, 3, 3", "2, 3, 1", "3, 3, 1", "4, 2, 2", "5, 2, 1");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> Aggregates.countDistinct(s.shop).over(w))
                .withMessageContaining("different values");
    }

    @Test
    void aWindowIsOverAggregates() {
        shown(select(
                                s.shop,
                                sum(s.amount),
                                rank().over(orderBy(sum(s.amount).desc())),
                                sum(sum(s.amount)).over())
                        .groupBy(s.shop)
                        .orderBy(s.shop.asc()))
                .sql("select s.shop, cast(sum(s.amount) as integer),"
                        + " rank() over (order by cast(sum(s.amount) as integer) desc),"
                        + " cast(sum(cast(sum(s.amount) as integer)) over () as integer)"
                        + " from sales as s group by s.shop order by s.shop")
                .rows("A, 50, 1, 62", "B, 12, 2, 62");
    }

    @Test
    void whatComesBeforeWindowsCannotUseThem() {
        Condition first = rowNumber().over(orderBy(s.id.asc())).eq(1L);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(s.id).where(first).sql())
                .withMessageContainingAll("row_number(…)", "where");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(count()).groupBy(s.shop).having(first).sql())
                .withMessageContaining("having");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(s.id, rank()).sql())
                .withMessageContaining("over(…)");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> s.amount.over())
                .withMessageContaining("over(…) belongs to");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(s.id).where(count().gt(1L)).sql())
                .withMessageContainingAll("count(…)", "where", "having(…)");
    }
}
