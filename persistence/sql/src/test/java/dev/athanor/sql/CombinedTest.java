// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Several queries' rows as one query's. */
class CombinedTest extends LibraryTests {
    @Test
    void rowsAreAddedAndTakenAway() {
        Select<Long> authors = selectValue(a.id);
        Select<Long> writers = selectValue(b.authorId).where(b.authorId.isNotNull());
        shown(authors.union(writers).orderBy(a.id.asc()))
                .sql("select a.id from authors as a union select b.author_id from public.books as b"
                        + " where b.author_id is not null order by id")
                .rows("1", "2", "3");
        shown(authors.unionAll(writers).orderBy(a.id.desc()).limit(3).offset(1)).rows("2", "2", "2");
        shown(authors.intersect(writers).orderBy(a.id.asc())).rows("1", "2");
        shown(writers.intersectAll(writers).orderBy(b.authorId.asc())).rows("1", "1", "2", "2");
        shown(authors.except(writers)).rows("3");
        shown(writers.exceptAll(authors).orderBy(b.authorId.asc())).rows("1", "2");
    }

    @Test
    void sidesHaveOrdersAndLimitsOfTheirOwn() {
        Select<Row> shortest =
                select(b.id, b.pages.as("n")).orderBy(b.pages.asc()).limit(1);
        Select<Row> longest =
                select(b.id, b.pages).orderBy(b.pages.desc().nullsLast()).limit(1);
        shown(shortest.unionAll(longest).orderBy(b.pages.as("n").desc()).limit(5))
                .sql("(select b.id, b.pages as n from public.books as b order by b.pages limit ?) union all"
                        + " (select b.id, b.pages from public.books as b order by b.pages desc nulls last limit ?)"
                        + " order by n desc limit ?")
                .binds(1L, 1L, 5L)
                .rows("10, 341", "14, 1");
    }

    @Test
    void combinationsAreNested() {
        Select<Long> one = selectValue(a.id).where(a.id.eq(1L));
        Select<Long> two = selectValue(a.id).where(a.id.eq(2L));
        Select<Long> all = selectValue(a.id);
        shown(one.union(two).union(all))
                .sql("select a.id from authors as a where a.id = ? union select a.id from authors as a where a.id = ?"
                        + " union select a.id from authors as a")
                .binds(1L, 2L);
        shown(all.except(one.union(two)))
                .sql("select a.id from authors as a except (select a.id from authors as a where a.id = ?"
                        + " union select a.id from authors as a where a.id = ?)")
                .rows("3");
        Derived both = one.union(two).asTable("both");
        shown(selectValue(count()).from(both)).rows("2");
        shown(selectValue(a.name).where(a.id.in(one.union(two))).orderBy(a.id.asc()))
                .rows("Le Guin", "Lem");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(a.id).union(select(a.id, a.name)))
                .withMessageContaining("not 1 and 2");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(a.id).union(select(a.name)))
                .withMessageContainingAll("bigint as Long", "text as String", "cast(…)");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() ->
                        select(a.id).union(select(b.id)).orderBy(a.name.asc()).sql())
                .withMessageContaining("[id]");
    }
}
