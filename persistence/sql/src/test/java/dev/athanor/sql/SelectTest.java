// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Library.Authors;
import dev.athanor.sql.Library.Books;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each statement by its text and binds, and by what PostgreSQL makes of it. */
@PostgresTest
class SelectTest {
    private final Authors a = new Authors("a");
    private final Books b = new Books("b");

    @SuppressWarnings("NullAway.Init") // before each test
    private Connection connection;

    @BeforeEach
    void connect(TestDatabase database) throws SQLException {
        Library.create(database);
        connection = database.dataSource().getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void columnsAreReadByThemselves() {
        Select<Row> statement = select(a.id, a.name, a.born).orderBy(a.id.asc());

        assertThat(statement.sql())
                .isEqualTo(
                        "select \"a\".\"id\", \"a\".\"name\", \"a\".\"born\" from \"authors\" as \"a\" order by \"a\".\"id\"");
        List<Row> rows = list(statement);
        assertThat(rows).hasSize(3);
        Long id = rows.get(0).get(a.id);
        String name = rows.get(0).get(a.name);
        LocalDate born = rows.get(2).get(a.born);
        assertThat(id).isEqualTo(1);
        assertThat(name).isEqualTo("Le Guin");
        assertThat(born).isNull();
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows.get(0).get(b.title))
                .withMessageContaining("not among the 3");
    }

    @Test
    void conditionsBindTheirValues() {
        Select<String> statement = selectValue(b.title)
                .where(b.pages.gt(100).and(b.price.le(new BigDecimal("8.00"))).or(b.lent.isTrue()))
                .where(b.title.ne("Solaris"));

        assertThat(statement.sql())
                .isEqualTo("select \"b\".\"title\" from \"public\".\"books\" as \"b\" where (\"b\".\"pages\" > ? and"
                        + " \"b\".\"price\" <= ? or \"b\".\"lent\" is true) and \"b\".\"title\" <> ?");
        assertThat(statement.binds()).containsExactly(100, new BigDecimal("8.00"), "Solaris");
        assertThat(list(statement)).containsExactlyInAnyOrder("The Lathe of Heaven", "100% \"Anonymous\"");
    }

    @Test
    void whateverIsComparedIsAValueToTheDatabase() {
        String hostile = "'; drop table books; -- \\ \" ? $1 {} \u0001 \uD83D\uDE00";

        assertThat(list(selectValue(b.id).where(b.title.eq(hostile)))).isEmpty();
        assertThat(list(selectValue(inline(hostile)).from(a).where(a.id.eq(1L))))
                .containsExactly(hostile);
        assertThat(list(selectValue(a.name.as(hostile.substring(0, 20)))
                        .orderBy(a.name.as(hostile.substring(0, 20)).asc())))
                .containsExactly("Le Guin", "Lem", "Nobody");
        assertThat(list(selectValue(count()).from(b))).containsExactly(5L);
    }

    @Test
    void textsAreMatchedLiterallyOrByPattern() {
        assertThat(list(selectValue(b.id).where(b.title.contains("0%")))).containsExactly(14L);
        assertThat(list(selectValue(b.id).where(b.title.startsWith("The C")))).containsExactly(13L);
        assertThat(list(selectValue(b.id).where(b.title.ilike("%CYBER%")))).containsExactly(13L);
        assertThat(list(selectValue(b.id).where(b.title.lower().like("sol_ris"))))
                .containsExactly(12L);
        assertThat(list(selectValue(b.title.concat("!").length()).where(b.id.eq(12L))))
                .containsExactly(8);
    }

    @Test
    void anyNumberOfValuesMakesOneStatement() {
        Select<Long> none = selectValue(b.id).where(b.id.in(List.of()));
        Select<Long> many = selectValue(b.id)
                .where(b.id.in(LongStream.range(0, 40_000).boxed().toList()))
                .orderBy(b.id.asc());
        Select<Long> allBut =
                selectValue(b.id).where(b.id.notIn(List.of(10L, 11L))).orderBy(b.id.asc());

        assertThat(none.sql() + " order by \"b\".\"id\"").isEqualTo(many.sql());
        assertThat(list(none)).isEmpty();
        assertThat(list(selectValue(count()).from(b).where(b.id.notIn(List.of()))))
                .containsExactly(5L);
        assertThat(list(many)).containsExactly(10L, 11L, 12L, 13L, 14L);
        assertThat(list(allBut)).containsExactly(12L, 13L, 14L);
    }

    @Test
    void nullsAreAskedForByName() {
        assertThat(list(selectValue(a.name).where(a.born.isNull()))).containsExactly("Nobody");
        assertThat(list(selectValue(b.id)
                        .where(b.pages.isDistinctFrom(341), b.authorId.isNotNull())
                        .orderBy(b.id.asc())))
                .containsExactly(11L, 12L, 13L);
        assertThat(list(selectValue(b.id)
                        .where(b.pages.ne(341), b.authorId.isNotNull())
                        .orderBy(b.id.asc())))
                .containsExactly(11L, 12L);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> a.name.eq(SelectTest.<String>nothing()))
                .withMessageContaining("isNull()");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as a caller without checks may
    private static <T> T nothing() {
        return null;
    }

    @Test
    void joinsSayWhatBelongsTogether() {
        Select<Row> statement = select(a.name, b.title)
                .from(a)
                .leftJoin(b, b.authorId.eq(a.id).and(b.pages.gt(200)))
                .orderBy(a.name.asc(), b.title.desc().nullsLast());

        assertThat(statement.sql())
                .contains(
                        " left join \"public\".\"books\" as \"b\" on \"b\".\"author_id\" = \"a\".\"id\" and \"b\".\"pages\" > ?")
                .endsWith("order by \"a\".\"name\", \"b\".\"title\" desc nulls last");
        assertThat(list(statement))
                .extracting(Row::toString)
                .containsExactly("[Le Guin, The Dispossessed]", "[Lem, Solaris]", "[Nobody, null]");
        assertThat(list(selectValue(count()).from(a).crossJoin(b))).containsExactly(15L);
        assertThat(list(selectValue(count()).from(a).fullJoin(b, b.authorId.eq(a.id))))
                .containsExactly(6L);
        assertThat(list(selectValue(count()).from(a).rightJoin(b, b.authorId.eq(a.id))))
                .containsExactly(5L);
    }

    @Test
    void aTableIsJoinedWithItselfUnderAnotherAlias() {
        Books other = new Books("other");
        Select<Row> statement = select(b.id, other.id)
                .from(b)
                .join(other, other.authorId.eq(b.authorId).and(other.id.gt(b.id)))
                .orderBy(b.id.asc());

        assertThat(list(statement)).extracting(Row::toString).containsExactly("[10, 11]", "[12, 13]");
    }

    record Stats(String author, long books, BigDecimal value) {}

    @Test
    void groupsAreReadAsRecords() {
        NumberExpr<Long> books = count(b.id).as("books");
        Select<Stats> statement = select(Stats.class, a.name, books, coalesce(sum(b.price), inline(BigDecimal.ZERO)))
                .from(a)
                .leftJoin(b, b.authorId.eq(a.id))
                .groupBy(a.id, a.name)
                .having(count(b.id).lt(5L))
                .orderBy(books.desc(), a.name.asc());

        assertThat(statement.sql()).contains("count(\"b\".\"id\") as \"books\"", "order by \"books\" desc");
        assertThat(list(statement))
                .containsExactly(
                        new Stats("Le Guin", 2, new BigDecimal("17.40")),
                        new Stats("Lem", 2, new BigDecimal("8.00")),
                        new Stats("Nobody", 0, BigDecimal.ZERO));
    }

    @Test
    void aRecordThatDoesNotFitIsRefusedWhenTheStatementIsBuilt() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(Stats.class, b.pages, b.lent, b.price))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.RECORD_MISMATCH))
                .withMessageContainingAll(
                        "\"author\" is String, the value Integer", "\"books\" is Long, the value Boolean");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(Stats.class, a.name))
                .withMessageContaining("3 components for 1 values");
    }

    record Pages(String title, int pages) {}

    @Test
    void aNullForAPrimitiveNamesTheComponent() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> list(select(Pages.class, b.title, b.pages)))
                .withMessageContainingAll("\"pages\"", "Integer");
    }

    @Test
    void queriesStandForValuesAndTables() {
        Select<Long> prolific = selectValue(b.authorId)
                .where(b.authorId.isNotNull())
                .groupBy(b.authorId)
                .having(max(b.pages).gt(300));
        assertThat(list(selectValue(a.name).where(a.id.in(prolific)))).containsExactly("Le Guin");
        assertThat(list(selectValue(a.name).where(a.id.notIn(prolific)).orderBy(a.id.asc())))
                .containsExactly("Lem", "Nobody");

        Condition hasBooks = exists(selectValue(inline(1)).from(b).where(b.authorId.eq(a.id)));
        assertThat(list(selectValue(a.name).where(hasBooks.not()))).containsExactly("Nobody");

        NumberExpr<Integer> longer = b.pages.plus(100).as("longer");
        Derived pages = select(b.authorId, longer).where(b.pages.gt(190)).asTable("pages");
        Select<Row> joined = select(a.name, pages.get(longer))
                .from(a)
                .join(pages, pages.get(b.authorId).eq(a.id))
                .where(pages.get(longer).gt(300))
                .orderBy(a.name.asc());
        assertThat(joined.binds()).containsExactly(100, 190, 300);
        assertThat(list(joined)).extracting(Row::toString).containsExactly("[Le Guin, 441]", "[Lem, 304]");
    }

    @Test
    void aCorrelatedQueryStandsInTheSelectList() {
        Select<Row> statement = select(
                        a.name,
                        selectValue(count()).from(b).where(b.authorId.eq(a.id)).asScalar())
                .from(a)
                .orderBy(a.id.asc());

        assertThat(list(statement))
                .extracting(Row::toString)
                .containsExactly("[Le Guin, 2]", "[Lem, 2]", "[Nobody, 0]");
    }

    @Test
    void arithmeticKeepsItsGrouping() {
        NumberExpr<Integer> grouped = b.pages.minus(b.pages.minus(10)).times(3);
        assertThat(list(selectValue(grouped).where(b.id.eq(12L)))).containsExactly(30);
        assertThat(list(selectValue(b.pages.negated().abs().mod(100)).where(b.id.eq(12L))))
                .containsExactly(4);
        assertThat(list(selectValue(b.pages.dividedBy(100)).where(b.id.eq(12L))))
                .containsExactly(2);
        assertThat(list(selectValue(avg(b.pages)).from(b).where(b.authorId.eq(1L)))
                        .get(0))
                .isEqualByComparingTo("262.5");
    }

    @Test
    void limitAndOffsetAreBound() {
        Select<Long> page = selectValue(b.id).orderBy(b.id.asc()).limit(2).offset(1);

        assertThat(page.sql()).endsWith(" limit ? offset ?");
        assertThat(list(page)).containsExactly(11L, 12L);
        assertThat(list(selectValue(b.lent).distinct().orderBy(b.lent.asc()))).containsExactly(false, true);
    }

    @Test
    void oneRowIsOneRow() {
        Queries queries = Queries.on(connection);

        assertThat(queries.one(selectValue(a.name).where(a.id.eq(1L)))).isEqualTo("Le Guin");
        assertThat(queries.oneOrNone(selectValue(a.name).where(a.id.eq(9L)))).isEmpty();
        assertThat(queries.first(selectValue(a.name).orderBy(a.name.desc()))).contains("Nobody");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.one(selectValue(a.name).where(a.id.eq(9L))))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.NO_ROW));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.one(selectValue(a.name)))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.SEVERAL_ROWS));
    }

    private <R> List<R> list(Select<R> select) {
        return Queries.on(connection).list(select);
    }
}
