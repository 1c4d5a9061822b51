// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Statements' rows under a name. */
class CommonTableTest extends LibraryTests {
    @Test
    void aCommonTableIsDeclaredByItself() {
        NumberExpr<Long> books = count().as("books");
        CommonTable counts = select(b.authorId, books)
                .where(b.pages.gt(1))
                .groupBy(b.authorId)
                .asCommonTable("counts");
        shown(select(a.name, counts.get(books))
                        .from(a)
                        .join(counts, counts.get(b.authorId).eq(a.id))
                        .where(counts.get(books).lt(9L))
                        .orderBy(a.id.asc()))
                .sql("with counts as (select b.author_id, count(*) as books from public.books as b where b.pages > ?"
                        + " group by b.author_id) select a.name, counts.books from authors as a"
                        + " join counts on counts.author_id = a.id where counts.books < ? order by a.id")
                .binds(1, 9L)
                .rows("Le Guin, 2", "Lem, 1");
    }

    @Test
    void aCommonTableIsUsedTwiceAndDeclaredOnce() {
        CommonTable one = select(b.id, b.authorId).where(b.authorId.isNotNull()).asMaterialized("one");
        CommonTable other = one.as("other");
        shown(select(one.get(b.id), other.get(b.id))
                        .from(one)
                        .join(
                                other,
                                other.get(b.authorId)
                                        .eq(one.get(b.authorId))
                                        .and(other.get(b.id).gt(one.get(b.id))))
                        .orderBy(one.get(b.id).asc()))
                .sql("with one as materialized (select b.id, b.author_id from public.books as b"
                        + " where b.author_id is not null) select one.id, other.id from one"
                        + " join one as other on other.author_id = one.author_id and other.id > one.id order by one.id")
                .rows("10, 11", "12, 13");
    }

    @Test
    void commonTablesUseEachOther() {
        CommonTable longOnes = select(b.id, b.pages).where(b.pages.gt(190)).asNotMaterialized("long_ones");
        CommonTable longest = select(longOnes.get(b.id))
                .orderBy(longOnes.get(b.pages).desc())
                .limit(1)
                .asCommonTable("longest");
        shown(selectValue(b.title).where(b.id.in(selectValue(longest.get(longOnes.get(b.id)))), b.lent.not()))
                .sql(
                        "with long_ones as not materialized (select b.id, b.pages from public.books as b where b.pages > ?),"
                                + " longest as (select long_ones.id from long_ones order by long_ones.pages desc limit ?)"
                                + " select b.title from public.books as b"
                                + " where b.id in (select longest.id from longest) and not b.lent")
                .binds(190, 1L)
                .rows("The Dispossessed");
    }

    @Test
    void aCommonTableFollowsItself() {
        NumberExpr<Integer> order = inline(1).as("order");
        CommonTable numbers = select(order)
                .recursiveUnionAll("select", self -> select(self.get(order).plus(1))
                        .from(self)
                        .where(self.get(order).lt(4)));
        shown(selectValue(numbers.get(order)).orderBy(numbers.get(order).desc()))
                .sql("with recursive select as (select 1 as order union all select select.order + ? from select"
                        + " where select.order < ?) select select.order from select order by select.order desc")
                .binds(1, 4)
                .rows("4", "3", "2", "1");
    }

    @Test
    void equalRowsEndARecursion() {
        NumberExpr<Integer> n = inline(0).as("n");
        CommonTable circle = select(n)
                .recursiveUnion(
                        "circle", self -> select(self.get(n).plus(1).mod(3)).from(self));
        shown(selectValue(circle.get(n)).orderBy(circle.get(n).asc())).rows("0", "1", "2");
    }

    @Test
    void changesGiveRowsToOthers() {
        CommonTable gone = delete(b).where(b.lent).returning(b.id, b.title).asCommonTable("gone");
        shown(selectValue(gone.get(b.title)).orderBy(gone.get(b.id).asc()))
                .sql("with gone as (delete from public.books as b where b.lent returning b.id, b.title)"
                        + " select gone.title from gone order by gone.id")
                .rows("The Lathe of Heaven", "100% \"Anonymous\"");
        shown(selectValue(count()).from(b)).rows("3");

        CommonTable cheaper =
                update(b).set(b.lent, true).where(b.id.eq(10L)).returning(b.id).asCommonTable("cheaper");
        shown(insert(a).from(select(cheaper.get(b.id), inline("new")), a.id, a.name))
                .sql("with cheaper as (update public.books as b set lent = ? where b.id = ? returning b.id)"
                        + " insert into authors as a (id, name) select cheaper.id, cast('new' as text) from cheaper")
                .binds(true, 10L)
                .touches(1);
        shown(selectValue(a.id).where(a.name.eq("new"))).rows("10");
    }

    @Test
    void aChangeThatNobodyReadsIsStillMade() {
        CommonTable added =
                insert(a).set(a.id, 4L).set(a.name, "Fourth").returning(a.id).asCommonTable("added");
        shown(selectValue(count()).from(a).with(added))
                .sql("with added as (insert into authors as a (id, name) values (?, ?) returning a.id)"
                        + " select count(*) from authors as a")
                .rows("3");
        shown(selectValue(count()).from(a)).rows("4");
        shown(delete(b)
                        .where(b.id.eq(14L))
                        .with(delete(a).where(a.id.eq(4L)).returning(a.id).asCommonTable("other")))
                .touches(1);
        shown(selectValue(count()).from(a)).rows("3");
    }

    @Test
    void namesThatMeanTwoThingsAreRefused() {
        CommonTable one = select(a.id).asCommonTable("x");
        CommonTable two = select(b.id).asCommonTable("x");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(one.get(a.id))
                        .from(one)
                        .join(two.as("y"), two.as("y").get(b.id).eq(one.get(a.id)))
                        .sql())
                .withMessageContaining("two common tables are called \"x\"");
    }
}
