// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Tables.generateSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements on a connection of JDBC. */
class QueriesTest extends LibraryTests {
    @Test
    void rowsAreStreamedByACursor() throws SQLException {
        connection.setAutoCommit(false);
        var n = generateSeries("n", 1, 1_000);
        Select<Integer> numbers = selectValue(n.value()).from(n);
        AtomicLong sum = new AtomicLong();
        try (Stream<Integer> rows = queries.stream(numbers, 10)) {
            assertThat(cursors()).isEqualTo(1);
            rows.forEach(sum::addAndGet);
        }
        assertThat(sum).hasValue(500_500);
        assertThat(cursors()).isZero();
        try (Stream<Integer> rows = queries.stream(numbers, 10)) {
            assertThat(rows.limit(3)).containsExactly(1, 2, 3);
        }
        assertThat(cursors()).isZero();
    }

    /** How many cursors of the driver's the transaction has open. */
    private long cursors() {
        return queries.one(selectValue(text(
                SqlTypes.BIGINT,
                "select count(*) from pg_cursors where statement like '%generate_series%'"
                        + " and statement not like '%pg_cursors%'")));
    }

    @Test
    void aStreamNeedsATransaction() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.stream(selectValue(a.id), 10).close())
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.STREAM_NEEDS_TRANSACTION))
                .withMessageContaining("setAutoCommit(false)");
    }

    @Test
    void aStreamThatCannotBeginLeavesNothingOpen() throws SQLException {
        connection.setAutoCommit(false);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.stream(selectValue(text(SqlTypes.INTEGER, "1 / 0")), 10)
                        .close())
                .satisfies(error -> assertThat(error.sqlState()).contains("22012"));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.stream(selectValue(a.id), 0).close())
                .withMessageContaining("not 0");
    }

    @Test
    void rowsAreEqualByTheirValues() {
        Select<Row> select = select(a.id, a.name).where(a.id.eq(1L));
        assertThat(queries.one(select)).isEqualTo(queries.one(select)).hasSameHashCodeAs(queries.one(select));
        assertThat(queries.one(select))
                .isNotEqualTo(queries.one(select(a.id, a.born).where(a.id.eq(1L))));
    }

    @Test
    void executionCountsRows() {
        assertThat(queries.execute(update(b).set(b.lent, true))).isEqualTo(5);
        assertThat(queries.execute(
                        update(b).set(b.lent, true).where(b.id.gt(12L)).returning(b.id)))
                .isEqualTo(2);
        assertThat(queries.execute(selectValue(a.id))).isEqualTo(3);
    }

    @Test
    void aValueMayBeNull() {
        Select<Integer> pages = selectValue(b.pages).where(b.id.eq(13L));
        assertThat(queries.one(pages)).isNull();
        assertThat(queries.oneOrNone(pages)).isEmpty();
        assertThat(queries.first(pages)).isEmpty();
        assertThat(queries.list(pages)).containsOnlyNulls().hasSize(1);
    }

    @Test
    void errorsOfTheDatabaseAreToldApart() throws SQLException {
        assertCode(SqlError.CONSTRAINT_VIOLATED, update(b).set(b.authorId, 99L));
        assertCode(SqlError.EXECUTION_FAILED, selectValue(new Missing().id));
        database.execute("create function slow() returns int language sql as 'select 1 from pg_sleep(20)'");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '50ms'");
        }
        assertCode(SqlError.STATEMENT_CANCELLED, selectValue(Functions.func("slow", SqlTypes.INTEGER)));
        try (Connection other = database.dataSource().getConnection()) {
            int victim = queries.one(selectValue(Functions.func("pg_backend_pid", SqlTypes.INTEGER)));
            Queries.on(other).one(selectValue(Functions.func("pg_terminate_backend", SqlTypes.BOOLEAN, victim)));
        }
        assertCode(SqlError.CONNECTION_LOST, selectValue(count()).from(a));
    }

    private void assertCode(SqlError code, dev.athanor.sql.Statement statement) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.execute(statement))
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }

    private static final class Missing extends Table {
        final NumberColumn<Long> id = bigint("id");

        Missing() {
            super("missing", "missing");
        }
    }

    @Test
    void whatRunsIsShownForPeople() {
        Derived some = select(b.id, b.authorId).where(b.pages.gt(7)).asTable("some");
        assertThat(select(a.name, count())
                        .from(a)
                        .join(some, some.get(b.authorId).eq(a.id))
                        .where(a.id.in(selectValue(b.authorId)))
                        .groupBy(a.name)
                        .orderBy(a.name.asc())
                        .limit(3)
                        .pretty())
                .isEqualTo("""
                        select "a"."name", count(*)
                        from "authors" as "a"
                        join (
                          select "b"."id", "b"."author_id"
                          from "public"."books" as "b"
                          where "b"."pages" > ?
                        ) as "some" on "some"."author_id" = "a"."id"
                        where "a"."id" in (
                          select "b"."author_id"
                          from "public"."books" as "b"
                        )
                        group by "a"."name"
                        order by "a"."name"
                        limit ?""");
        assertThat(selectValue(a.id)).hasToString("select \"a\".\"id\"\nfrom \"authors\" as \"a\"");
    }

    @Test
    void kindsAreKeptWhereTheyAreGeneric() {
        shown(update(b)
                        .set(b.pages, Functions.coalesce(b.pages, Sql.inline(7)))
                        .set(b.price, b.pages.cast(SqlTypes.NUMERIC))
                        .set(b.title, param("title", SqlTypes.TEXT))
                        .where(b.id.eq(13L))
                        .returning(b.pages, b.price, b.title)
                        .bind("title", "New"))
                .rows("7, null, New");
    }
}
