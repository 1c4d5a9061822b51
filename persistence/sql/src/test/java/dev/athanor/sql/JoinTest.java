// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.forKeyShare;
import static dev.athanor.sql.Sql.forNoKeyUpdate;
import static dev.athanor.sql.Sql.forShare;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.notExists;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where rows come from, how they are connected, and how they are locked. */
class JoinTest extends LibraryTests {
    @Test
    void joinsFollowForeignKeys() {
        shown(select(b.title, a.name)
                        .from(b)
                        .join(b.author, a)
                        .where(b.pages.gt(190))
                        .orderBy(b.id.asc()))
                .sql("select b.title, a.name from public.books as b join authors as a on b.author_id = a.id"
                        + " where b.pages > ? order by b.id")
                .rows("The Dispossessed, Le Guin", "Solaris, Lem");
        shown(select(a.name, count(b.id))
                        .from(a)
                        .leftJoin(a.books, b)
                        .groupBy(a.id)
                        .orderBy(a.id.asc()))
                .sql("select a.name, count(b.id) from authors as a left join public.books as b on b.author_id = a.id"
                        + " group by a.id order by a.id")
                .rows("Le Guin, 2", "Lem, 2", "Nobody, 0");
        shown(selectValue(count()).from(b).rightJoin(b.author, a)).rows("5");
        shown(selectValue(count()).from(b).fullJoin(b.author, a)).rows("6");
        assertThat(a.key()).containsExactly(a.id);
        assertThat(b.columns()).hasSize(6);
        assertThat(b.author.columns()).containsExactly(b.authorId);
    }

    /** A place with a key of two columns, and what is there. */
    private static final class Places extends Table {
        final NumberColumn<Integer> row = key(integer("row"));
        final NumberColumn<Integer> seat = key(integer("seat"));
        final NumberColumn<Integer> leftRow = integer("left_row");
        final NumberColumn<Integer> leftSeat = integer("left_seat");
        final ForeignKey<Places> left =
                foreignKey(leftRow, leftSeat).references(places -> List.of(places.row, places.seat));

        Places(String alias) {
            super("places", alias);
        }
    }

    @Test
    void foreignKeysMayHaveSeveralColumnsAndReferToTheSameTable() throws SQLException {
        database.execute("""
                create table places (row int, seat int, left_row int, left_seat int, primary key (row, seat));
                insert into places values (1, 1, null, null), (1, 2, 1, 1)
                """);
        Places here = new Places("here");
        Places left = new Places("beside");
        shown(select(here.seat, left.seat).from(here).join(here.left, left))
                .sql("select here.seat, beside.seat from places as here join places as beside"
                        + " on here.left_row = beside.row and here.left_seat = beside.seat")
                .rows("2, 1");
    }

    @Test
    void aLateralQuerySeesTheSourcesBeforeIt() {
        Derived longest = select(b.title, b.pages)
                .where(b.authorId.eq(a.id))
                .orderBy(b.pages.desc().nullsLast())
                .limit(1)
                .asLateral("longest");
        shown(select(a.name, longest.get(b.title))
                        .from(a)
                        .leftJoin(longest, inline(true))
                        .orderBy(a.id.asc()))
                .sql("select a.name, longest.title from authors as a left join lateral (select b.title, b.pages"
                        + " from public.books as b where b.author_id = a.id order by b.pages desc nulls last limit ?)"
                        + " as longest on true order by a.id")
                .rows("Le Guin, The Dispossessed", "Lem, Solaris", "Nobody, null");
        Derived notLateral = select(b.title).where(b.authorId.eq(a.id)).asTable("x");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(a.name, notLateral.get(b.title))
                        .from(a)
                        .crossJoin(notLateral)
                        .sql())
                .withMessageContaining("[a, b]");
    }

    @Test
    void sourcesAreConnectedByConditionsToo() {
        shown(selectValue(b.title)
                        .from(a, b)
                        .where(b.authorId.eq(a.id), a.name.eq("Lem"))
                        .orderBy(b.id.asc()))
                .sql("select b.title from authors as a, public.books as b where b.author_id = a.id and a.name = ?"
                        + " order by b.id")
                .rows("Solaris", "The Cyberiad");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() ->
                        selectValue(b.title).from(a, b).where(a.name.eq("Lem")).sql())
                .withMessageContainingAll("nothing connects the sources [a, b]", "crossJoin");
    }

    @Test
    void existenceIsAsked() {
        Select<Integer> ofAuthor = selectValue(inline(1)).from(b).where(b.authorId.eq(a.id));
        shown(selectValue(a.name).where(exists(ofAuthor)).orderBy(a.id.asc()))
                .sql("select a.name from authors as a where exists (select 1 from public.books as b"
                        + " where b.author_id = a.id) order by a.id")
                .rows("Le Guin", "Lem");
        shown(selectValue(a.name).where(notExists(ofAuthor))).rows("Nobody");
        shown(selectValue(a.name).where(exists(b, b.authorId.eq(a.id), b.pages.gt(300))))
                .sql("select a.name from authors as a where exists (select 1 from public.books as b"
                        + " where b.author_id = a.id and b.pages > ?)")
                .rows("Le Guin");
        shown(selectValue(a.name).where(notExists(b, b.authorId.eq(a.id)))).rows("Nobody");
    }

    @Test
    void queriesAreValuesOfTheirKind() {
        Select<Long> number = selectValue(count()).from(b).where(b.authorId.eq(a.id));
        shown(select(a.name, number.asScalar(SqlTypes.BIGINT).plus(1L)).from(a).orderBy(a.id.asc()))
                .sql("select a.name, (select count(*) from public.books as b where b.author_id = a.id) + ?"
                        + " from authors as a order by a.id")
                .rows("Le Guin, 3", "Lem, 3", "Nobody, 1");
        shown(selectValue(selectValue(b.id)
                        .where(b.authorId.eq(2L))
                        .orderBy(b.id.desc())
                        .asArray(SqlTypes.BIGINT)))
                .sql("select array(select b.id from public.books as b where b.author_id = ? order by b.id desc)")
                .rows("[13, 12]");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> number.asScalar(SqlTypes.TEXT))
                .withMessageContaining("bigint as Long, not a text");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(a.id).asScalar())
                .withMessageContaining("selectValue(…)");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(a.id, a.name).asScalar(SqlTypes.BIGINT))
                .withMessageContaining("not 2");
    }

    @Test
    void aQueryOfTheSameTableWithinIsNotMistakenForTheOneAround() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(b.title)
                        .where(b.id.in(selectValue(b.authorId)))
                        .sql())
                .withMessageContainingAll("around it only", "another alias", "from(…)");
        shown(selectValue(b.title)
                        .where(b.pages.eq(
                                selectValue(Aggregates.max(b.pages)).from(b).asScalar())))
                .sql("select b.title from public.books as b"
                        + " where b.pages = (select max(b.pages) from public.books as b)")
                .rows("The Dispossessed");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(count()).sql())
                .withMessageContaining("from(…)");
    }

    @Test
    void columnsAreFollowedThroughQueries() {
        Derived inner = select(b.id, b.title.as("name"), b.pages).from(b).asTable("inner");
        CommonTable outer = select(inner.get(b.id), inner.get(b.title).upper().as("upper"), inner.get(b.pages))
                .from(inner)
                .asCommonTable("outer");
        shown(select(outer.get(b.id), outer.get(b.pages))
                        .from(outer)
                        .where(outer.get(b.pages).gt(300)))
                .sql("with outer as (select inner.id, upper(inner.name) as upper, inner.pages"
                        + " from (select b.id, b.title as name, b.pages from public.books as b) as inner)"
                        + " select outer.id, outer.pages from outer where outer.pages > ?")
                .rows("10, 341");
        Derived twice = select(b.title.as("one"), b.title).from(b).asTable("twice");
        assertThat(selectValue(twice.get(b.title)).from(twice).sql()).startsWith("select \"twice\".\"title\"");
        assertThat(selectValue(twice.get(b.title.as("one"))).from(twice).sql()).startsWith("select \"twice\".\"one\"");
        Derived same = select(a.id, b.id).from(a).join(a.books, b).asTable("same");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> same.get(a.id))
                .withMessageContaining("several values called \"id\"");
        Derived ambiguous = select(b.title.as("one"), b.title.as("two")).from(b).asTable("ambiguous");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> ambiguous.get(b.title))
                .withMessageContaining("several times");
    }

    @Test
    void rowsAreLocked() throws SQLException {
        connection.setAutoCommit(false);
        Select<Long> first =
                selectValue(b.id).from(b).join(b.author, a).orderBy(b.id.asc()).limit(1);
        shown(first.lock(forUpdate().of(b).skipLocked()))
                .sql("select b.id from public.books as b join authors as a on b.author_id = a.id order by b.id limit ?"
                        + " for update of b skip locked")
                .rows("10");
        shown(first.lock(forNoKeyUpdate()))
                .sql(first.sql().replace("\"", "") + " for no key update")
                .rows("10");
        shown(first.lock(forShare().noWait()).lock(forKeyShare().of(a)))
                .sql(first.sql().replace("\"", "") + " for share nowait for key share of a")
                .rows("10");
        try (Connection other = database.dataSource().getConnection()) {
            Queries others = Queries.on(other);
            assertThat(others.list(first.lock(forUpdate().of(b).skipLocked()))).containsExactly(11L);
            assertThatExceptionOfType(SqlException.class)
                    .isThrownBy(() -> others.list(first.lock(forUpdate().of(b).noWait())))
                    .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.LOCK_UNAVAILABLE));
        }
        connection.rollback();
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(count())
                        .from(b)
                        .groupBy(b.lent)
                        .lock(forUpdate())
                        .sql())
                .withMessageContaining("locked");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(b.id).lock(forUpdate().of(a)).sql())
                .withMessageContaining("\"a\"");
    }

    @Test
    void allColumnsOfATableAreSelected() {
        shown(select(a).orderBy(a.id.asc()).limit(1))
                .sql("select a.id, a.name, a.born from authors as a order by a.id limit ?")
                .rows("1, Le Guin, 1929-10-21");
    }
}
