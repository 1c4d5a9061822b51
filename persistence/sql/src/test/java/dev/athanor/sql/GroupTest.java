// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.arrayAgg;
import static dev.athanor.sql.Aggregates.arrayAggDistinct;
import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.avgDistinct;
import static dev.athanor.sql.Aggregates.boolAnd;
import static dev.athanor.sql.Aggregates.boolOr;
import static dev.athanor.sql.Aggregates.correlation;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.countDistinct;
import static dev.athanor.sql.Aggregates.cube;
import static dev.athanor.sql.Aggregates.grouping;
import static dev.athanor.sql.Aggregates.groupingSets;
import static dev.athanor.sql.Aggregates.jsonAgg;
import static dev.athanor.sql.Aggregates.jsonObjectAgg;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Aggregates.mode;
import static dev.athanor.sql.Aggregates.percentileCont;
import static dev.athanor.sql.Aggregates.percentileDisc;
import static dev.athanor.sql.Aggregates.rollup;
import static dev.athanor.sql.Aggregates.set;
import static dev.athanor.sql.Aggregates.stddev;
import static dev.athanor.sql.Aggregates.stringAgg;
import static dev.athanor.sql.Aggregates.stringAggDistinct;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Aggregates.sumDistinct;
import static dev.athanor.sql.Aggregates.variance;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Groups, aggregates and which rows of an order are given. */
class GroupTest extends LibraryTests {
    @Test
    void aggregatesLookAtAllRows() {
        shown(select(count(), count(b.pages), countDistinct(b.lent)).from(b))
                .sql("select count(*), count(b.pages), count(distinct b.lent) from public.books as b")
                .binds()
                .rows("5, 4, 2");
        shown(select(sum(b.pages), min(b.title), max(b.price)).from(b))
                .sql("select cast(sum(b.pages) as integer), min(b.title), max(b.price) from public.books as b")
                .rows("730, 100% \"Anonymous\", 9.90");
        shown(select(
                                avg(b.pages).round(1),
                                stddev(b.pages).round(1),
                                variance(b.pages).round(0))
                        .from(b))
                .rows("182.5, 139.7, 19510");
        shown(select(sumDistinct(b.pages.sign()), avgDistinct(b.pages.sign()).round(0))
                        .from(b))
                .sql("select cast(sum(distinct cast(sign(b.pages) as integer)) as integer),"
                        + " round(cast(cast(avg(distinct cast(sign(b.pages) as integer)) as numeric) as numeric), 0)"
                        + " from public.books as b")
                .rows("1, 1");
        shown(select(boolAnd(b.pages.gt(1)), boolOr(b.lent)).from(b))
                .sql("select bool_and(b.pages > ?), bool_or(b.lent) from public.books as b")
                .binds(1)
                .rows("false, true");
        shown(select(correlation(b.pages, b.pages)).from(b)).rows("1.0");
    }

    @Test
    void valuesAreGathered() {
        shown(selectValue(stringAgg(b.title.left(3), ", ").orderedBy(b.id.desc()))
                        .from(b))
                .sql("select string_agg(left(b.title, ?), ? order by b.id desc) from public.books as b")
                .binds(3, ", ")
                .rows("100, The, Sol, The, The");
        shown(selectValue(stringAggDistinct(b.title.left(3), "+")).from(b)).rows("100+Sol+The");
        shown(selectValue(arrayAgg(SqlTypes.BIGINT, b.id)
                                .orderedBy(b.pages.asc().nullsFirst()))
                        .from(b))
                .sql("select array_agg(b.id order by b.pages nulls first) from public.books as b")
                .rows("[13, 14, 11, 12, 10]");
        shown(selectValue(arrayAggDistinct(SqlTypes.BOOLEAN, b.lent)).from(b)).rows("[false, true]");
        shown(selectValue(jsonAgg(b.pages).orderedBy(b.id.asc())).from(b)).rows("[341, 184, 204, null, 1]");
        shown(selectValue(jsonObjectAgg(a.name, a.id)).from(a)).rows("{\"Lem\": 2, \"Nobody\": 3, \"Le Guin\": 1}");
    }

    @Test
    void aggregatesLookAtSomeRowsOnly() {
        shown(select(count().filter(b.lent), sum(b.pages).filter(b.pages.gt(200), b.lent.not()))
                        .from(b))
                .sql("select count(*) filter (where b.lent),"
                        + " cast(sum(b.pages) filter (where b.pages > ? and not b.lent) as integer)"
                        + " from public.books as b")
                .binds(200)
                .rows("2, 545");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> b.pages.filter(b.lent))
                .withMessageContaining("filter(…) belongs to aggregates");
    }

    @Test
    void placesInAnOrderAreComputed() {
        shown(select(
                                percentileCont(0.5).withinGroup(b.pages.asc()),
                                percentileDisc(0.5, b.pages),
                                mode(b.lent.cast(SqlTypes.TEXT)))
                        .from(b))
                .sql("select percentile_cont(?) within group (order by b.pages),"
                        + " percentile_disc(?) within group (order by b.pages),"
                        + " mode() within group (order by cast(b.lent as text)) from public.books as b")
                .binds(0.5, 0.5)
                .rows("194.0, 184, false");
        shown(selectValue(percentileCont(0.25, b.pages)).from(b)).rows("138.25");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(percentileCont(0.5)).from(b).sql())
                .withMessageContaining("withinGroup(…)");
    }

    @Test
    void groupsOfGroupsAreFormed() {
        shown(select(b.authorId, b.lent, count())
                        .from(b)
                        .where(b.authorId.isNotNull())
                        .groupBy(rollup(b.authorId, b.lent))
                        .orderBy(b.authorId.asc(), b.lent.asc()))
                .sql("select b.author_id, b.lent, count(*) from public.books as b where b.author_id is not null"
                        + " group by rollup (b.author_id, b.lent) order by b.author_id, b.lent")
                .rows("1, false, 1", "1, true, 1", "1, null, 2", "2, false, 2", "2, null, 2", "null, null, 4");
        shown(select(b.lent, count()).from(b).groupBy(cube(b.lent)).orderBy(b.lent.asc()))
                .sql("select b.lent, count(*) from public.books as b group by cube (b.lent) order by b.lent")
                .rows("false, 3", "true, 2", "null, 5");
        shown(select(b.authorId, grouping(b.authorId, b.lent), count())
                        .from(b)
                        .groupBy(groupingSets(set(b.authorId, b.lent), set(b.authorId), set()))
                        .having(count().gt(1L))
                        .orderBy(grouping(b.authorId, b.lent).asc(), b.authorId.asc()))
                .sql("select b.author_id, grouping(b.author_id, b.lent), count(*) from public.books as b"
                        + " group by grouping sets ((b.author_id, b.lent), (b.author_id), ()) having count(*) > ?"
                        + " order by grouping(b.author_id, b.lent), b.author_id")
                .binds(1L)
                .rows("2, 0, 2", "1, 1, 2", "2, 1, 2", "null, 3, 5");
    }

    @Test
    void ordersAndLimitsSayWhichRows() {
        shown(selectValue(b.id)
                        .orderBy(b.pages.desc().nullsFirst(), b.id.asc())
                        .limit(2)
                        .offset(1))
                .sql("select b.id from public.books as b order by b.pages desc nulls first, b.id limit ? offset ?")
                .binds(2L, 1L)
                .rows("10", "12");
        shown(selectValue(b.id)
                        .orderBy(b.lent.desc(), b.authorId.asc().nullsLast())
                        .limitWithTies(3))
                .sql("select b.id from public.books as b order by b.lent desc, b.author_id nulls last"
                        + " fetch first ? rows with ties")
                .binds(3L)
                .rows("11", "14", "10");
        shown(selectValue(b.authorId)
                        .where(b.authorId.isNotNull())
                        .orderBy(b.authorId.asc())
                        .limitWithTies(1))
                .rows("1", "1");
        shown(selectValue(b.id)
                        .distinctOn(b.authorId)
                        .where(b.pages.isNotNull())
                        .orderBy(b.authorId.asc(), b.pages.asc()))
                .sql("select distinct on (b.author_id) b.id from public.books as b where b.pages is not null"
                        + " order by b.author_id, b.pages")
                .rows("11", "12", "14");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(b.id).limitWithTies(1).sql())
                .withMessageContaining("orderBy(…)");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(b.id)
                        .distinctOn(b.authorId)
                        .orderBy(b.id.asc())
                        .sql())
                .withMessageContaining("distinctOn(…)");
    }
}
