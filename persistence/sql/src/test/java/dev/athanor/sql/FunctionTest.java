// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Functions.all;
import static dev.athanor.sql.Functions.any;
import static dev.athanor.sql.Functions.caseOf;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.concatWith;
import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Functions.greatest;
import static dev.athanor.sql.Functions.jsonArray;
import static dev.athanor.sql.Functions.jsonObject;
import static dev.athanor.sql.Functions.least;
import static dev.athanor.sql.Functions.now;
import static dev.athanor.sql.Functions.nullif;
import static dev.athanor.sql.Functions.today;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.nullOf;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.tuple;
import static dev.athanor.sql.Sql.value;
import static dev.athanor.sql.Tables.elements;
import static dev.athanor.sql.Tables.field;
import static dev.athanor.sql.Tables.generateSeries;
import static dev.athanor.sql.Tables.members;
import static dev.athanor.sql.Tables.rowsOf;
import static dev.athanor.sql.Tables.unnest;
import static dev.athanor.sql.Tables.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Library.Books;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Functions, values in all their forms, and tables that are no tables. */
class FunctionTest extends LibraryTests {
    @Test
    void casesAskConditions() {
        shown(select(
                                b.id,
                                when(b.pages.lt(100), inline("short"))
                                        .when(b.pages.lt(300), inline("usual"))
                                        .otherwise(inline("long")))
                        .where(b.pages.isNotNull())
                        .orderBy(b.id.asc()))
                .sql("select b.id, case when b.pages < ? then cast('short' as text) when b.pages < ? then"
                        + " cast('usual' as text) else cast('long' as text) end from public.books as b"
                        + " where b.pages is not null order by b.id")
                .binds(100, 300)
                .rows("10, long", "11, usual", "12, usual", "14, short");
        shown(selectValue(when(b.lent, b.pages).otherwiseNull().plus(1)).orderBy(b.id.asc()))
                .sql("select case when b.lent then b.pages end + ? from public.books as b order by b.id")
                .rows("null", "185", "null", "null", "2");
    }

    @Test
    void casesCompareAValue() {
        shown(selectValue(caseOf(b.id)
                                .when(10L, value("ten"))
                                .when(11L, value("eleven"))
                                .otherwise(b.title))
                        .where(b.id.lt(13L))
                        .orderBy(b.id.asc()))
                .sql("select case b.id when ? then ? when ? then ? else b.title end from public.books as b"
                        + " where b.id < ? order by b.id")
                .binds(10L, "ten", 11L, "eleven", 13L)
                .rows("ten", "eleven", "Solaris");
        shown(selectValue(caseOf(b.id).when(10L, b.pages).otherwiseNull())
                        .where(b.id.lt(12L))
                        .orderBy(b.id.asc()))
                .rows("341", "null");
    }

    @Test
    void nullsAreReplacedAndMade() {
        shown(select(
                                coalesce(b.pages, inline(0)).plus(1),
                                nullif(b.pages, value(1)),
                                greatest(b.pages, value(200)),
                                least(b.pages, value(200)))
                        .where(b.id.ge(13L))
                        .orderBy(b.id.asc()))
                .sql("select coalesce(b.pages, 0) + ?, nullif(b.pages, ?), greatest(b.pages, ?), least(b.pages, ?)"
                        + " from public.books as b where b.id >= ? order by b.id")
                .binds(1, 1, 200, 200, 13L)
                .rows("1, null, 200, 200", "2, null, 200, 1");
        shown(select(nullOf(SqlTypes.INTEGER), concatWith("-", b.id, nullOf(SqlTypes.TEXT), b.lent))
                        .where(b.id.eq(10L)))
                .rows("null, 10-f");
    }

    @Test
    void literalsArePartOfTheText() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        shown(select(
                        inline(-1),
                        inline(new BigDecimal("1.50")),
                        inline("it's \\"),
                        inline(true),
                        inline(SqlTypes.DATE, day),
                        inline(SqlTypes.BIGINT, 5L)))
                .sql(
                        "select (-1), 1.50, cast(E'it''s \\\\' as text), true, cast('2024-02-29' as date), cast('5' as bigint)")
                .binds()
                .rows("-1, 1.50, it's \\, true, 2024-02-29, 5");
        shown(select(now().gt(value(OffsetDateTime.parse("2024-01-01T00:00:00Z"))), today().gt(day)))
                .sql("select now() > ?, current_date > ?")
                .rows("true, true");
    }

    @Test
    void anyFunctionCanBeCalled() {
        shown(selectValue(func("concat_ws", SqlTypes.TEXT, "-", b.id, 7)).where(b.id.eq(10L)))
                .sql("select concat_ws(?, b.id, ?) from public.books as b where b.id = ?")
                .binds("-", 7, 10L)
                .rows("10-7");
        shown(selectValue(func("pg_catalog.initcap", SqlTypes.TEXT, "le guin")))
                .sql("select pg_catalog.initcap(?)")
                .rows("Le Guin");
        assertThat(selectValue(func("Odd\"Name", SqlTypes.TEXT)).sql()).isEqualTo("select \"Odd\"\"Name\"()");
        assertThatExceptionOfType(SqlException.class).isThrownBy(() -> func("a..b", SqlTypes.TEXT));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> func("f", SqlTypes.TEXT, new Object()))
                .withMessageContaining("value(type, …)");
    }

    @Test
    void fragmentsHavePlacesForValues() {
        shown(select(b.id, text(SqlTypes.INTEGER, "{} * {} + 1", b.pages, 2).plus(1))
                        .where(text(SqlTypes.BOOLEAN, "{} ilike {}", b.title, "the%"), b.pages.isNotNull())
                        .orderBy(text(SqlTypes.INTEGER, "length({})", b.title).desc()))
                .sql("select b.id, (b.pages * ? + 1) + ? from public.books as b where (b.title ilike ?)"
                        + " and b.pages is not null order by (length(b.title)) desc")
                .binds(2, 1, "the%")
                .rows("11, 370", "10, 684");
        shown(selectValue(text(SqlTypes.BOOLEAN, "{} ?? {}", text(SqlTypes.JSONB, "'{\"a\": 1}'::jsonb"), "a")))
                .sql("select (('{a: 1}'::jsonb) ?? ?)")
                .rows("true");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> text(SqlTypes.INTEGER, "? + 1"))
                .withMessageContaining("??");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> text(SqlTypes.INTEGER, "{} + 1"))
                .withMessageContaining("1 places {} for 0 values");
    }

    @Test
    void parametersAreNamed() {
        NumberExpr<Integer> least = param("least", SqlTypes.INTEGER);
        Select<Long> some = selectValue(b.id)
                .where(b.pages.ge(least), b.title.ne(param("not", SqlTypes.TEXT)))
                .orderBy(b.id.asc())
                .limit(param("rows", SqlTypes.BIGINT));
        shown(some.bind("least", 184).bind("not", "Solaris").bind("rows", 5L))
                .sql("select b.id from public.books as b where b.pages >= ? and b.title <> ? order by b.id limit ?")
                .binds(184, "Solaris", 5L)
                .rows("10", "11");
        shown(some.bind("least", 1).bind("not", "Solaris").bind("rows", 1L)).rows("10");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.list(some.bind("least", 1)))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.PARAMETER_UNKNOWN))
                .withMessageContaining("\"not\" has no value");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> some.bind("most", 1))
                .withMessageContainingAll("\"most\"", "[least, not, rows]");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> some.bind("least", "1"))
                .withMessageContaining("is a Integer, not a String");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> Sql.exists(some.bind("least", 1)))
                .withMessageContaining("whole statement");
    }

    @Test
    void comparisonsHoldForAnyOrAll() {
        Select<Integer> ofLem = selectValue(b.pages).where(b.authorId.eq(2L), b.pages.isNotNull());
        Books other = new Books("other");
        shown(selectValue(other.id).where(other.pages.gt(all(ofLem))))
                .sql("select other.id from public.books as other where other.pages > all (select b.pages"
                        + " from public.books as b where b.author_id = ? and b.pages is not null)")
                .rows("10");
        shown(selectValue(other.id).where(other.pages.eq(any(ofLem)))).rows("12");
        shown(selectValue(b.id).where(b.id.eq(any(Functions.array(SqlTypes.BIGINT, value(10L), value(14L))))))
                .rows("10", "14");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(any(ofLem)).sql())
                .withMessageContaining("any(…)");
    }

    @Test
    void tuplesAreComparedAsAWhole() {
        shown(selectValue(b.id)
                        .where(tuple(b.lent, b.id).gt(tuple(value(false), value(12L))))
                        .orderBy(b.lent.asc(), b.id.asc()))
                .sql("select b.id from public.books as b where row(b.lent, b.id) > row(?, ?) order by b.lent, b.id")
                .binds(false, 12L)
                .rows("13", "11", "14");
        shown(selectValue(b.id)
                        .where(tuple(b.authorId, b.pages)
                                .in(select(a.id, inline(204)).from(a))))
                .rows("12");
        shown(selectValue(b.id)
                        .where(tuple(b.id, b.lent)
                                .in(List.of(tuple(value(10L), value(false)), tuple(value(11L), value(false))))))
                .sql("select b.id from public.books as b where row(b.id, b.lent) = row(?, ?)"
                        + " or row(b.id, b.lent) = row(?, ?)")
                .rows("10");
        shown(selectValue(b.id).where(tuple(b.id, b.lent).in(List.of()))).rows();
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> tuple(b.id, b.title).eq(tuple(b.title, b.id)))
                .withMessageContaining("same types");
    }

    private record Size(String code, @Nullable Integer rank) {}

    @Test
    void valuesAreATable() {
        Field<Size, String, TextExpr> code = field("code", SqlTypes.TEXT, Size::code);
        Field<Size, Integer, NumberExpr<Integer>> rank = field("rank", SqlTypes.INTEGER, Size::rank);
        ObjectTable<Size> sizes = values("sizes", List.of(new Size("S", 1), new Size("?", null)), code, rank);
        shown(select(sizes.get(code), sizes.get(rank).plus(1))
                        .from(sizes)
                        .orderBy(sizes.get(rank).asc()))
                .sql("select sizes.code, sizes.rank + ? from (values (cast(? as text), cast(? as integer)),"
                        + " (cast(? as text), cast(? as integer))) as sizes (code, rank) order by sizes.rank")
                .binds(1, "S", 1, "?", null)
                .rows("S, 2", "?, null");
        ObjectTable<Size> many = unnest(
                "many",
                IntStream.range(0, 3).mapToObj(i -> new Size("x" + i, i)).toList(),
                code,
                rank);
        shown(select(many.get(code)).from(many).where(many.get(rank).gt(0)))
                .sql("select many.code from unnest(cast(? as text[]), cast(? as integer[])) as many (code, rank)"
                        + " where many.rank > ?")
                .rows("x1", "x2");
        assertThat(select(many.get(code))
                        .from(unnest("many", List.of(), code, rank))
                        .sql())
                .isEqualTo(select(many.get(code)).from(many).sql());
    }

    @Test
    void seriesAndFunctionsAreTables() {
        var n = generateSeries("n", 1, 3);
        shown(selectValue(n.value().times(2)).from(n))
                .sql("select n.value * ? from generate_series(?, ?) as n (value)")
                .binds(2, 1, 3)
                .rows("2", "4", "6");
        var day = generateSeries("day", LocalDate.of(2024, 1, 31), LocalDate.of(2024, 3, 31), Period.ofMonths(1));
        shown(selectValue(day.value()).from(day)).rows("2024-01-31", "2024-02-29", "2024-03-29");
        var word = rowsOf("word", func("regexp_split_to_table", SqlTypes.TEXT, b.title, " "))
                .withOrdinality();
        shown(select(word.value(), word.number()).from(b, word).where(b.id.eq(11L)))
                .sql("select word.value, word.number from public.books as b,"
                        + " regexp_split_to_table(b.title, ?) with ordinality as word (value, number) where b.id = ?")
                .rows("The, 1", "Lathe, 2", "of, 3", "Heaven, 4");
        var element = elements("element", jsonArray(inline(1), inline("x")));
        shown(selectValue(element.value()).from(element)).rows("1", "\"x\"");
        var down = generateSeries("down", inline(3), inline(1), inline(-1));
        shown(selectValue(down.value()).from(down)).rows("3", "2", "1");
        var hour = generateSeries(
                "hour",
                OffsetDateTime.parse("2024-03-31T00:00:00Z"),
                OffsetDateTime.parse("2024-03-31T02:00:00Z"),
                Duration.ofHours(2));
        shown(selectValue(hour.value()).from(hour)).rows("2024-03-31T00:00Z", "2024-03-31T02:00Z");
        var word2 = unnest("word2", SqlTypes.TEXT, List.of("b", "a"));
        shown(selectValue(word2.value().upper())
                        .from(word2)
                        .orderBy(word2.value().asc()))
                .sql("select upper(word2.value) from unnest(cast(? as text[])) as word2 (value) order by word2.value")
                .rows("A", "B");
        var part = unnest("part", SqlTypes.TEXT, b.title.split(" "));
        shown(selectValue(Aggregates.max(part.value().length())).from(b, part)).rows("12");
        var member = members("member", jsonObject("x", 1, "y", "z"));
        shown(select(member.name().upper(), member.value())
                        .from(member)
                        .orderBy(member.name().asc()))
                .sql("select upper(member.name), member.value from jsonb_each(jsonb_build_object(cast('x' as text), ?,"
                        + " cast('y' as text), ?)) as member (name, value) order by member.name")
                .rows("X, 1", "Y, \"z\"");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(n.value()).from(n, down).sql())
                .withMessageContaining("nothing connects");
        var item = unnest("item", Functions.array(SqlTypes.INTEGER, inline(7), inline(8)));
        shown(selectValue(item.value()).from(item)).rows("7", "8");
    }

    @Test
    void jsonIsBuilt() {
        shown(selectValue(jsonObject("id", b.id, "tags", jsonArray(b.lent, inline(1)), "n", 5))
                        .where(b.id.eq(10L)))
                .sql("select jsonb_build_object(cast('id' as text), b.id, cast('tags' as text),"
                        + " jsonb_build_array(b.lent, 1), cast('n' as text), ?) from public.books as b where b.id = ?")
                .binds(5, 10L)
                .rows("{\"n\": 5, \"id\": 10, \"tags\": [false, 1]}");
    }
}
