// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tutorial;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.constant;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Clocked;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Update;
import dev.athanor.sql.schema.SchemaExpression;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values, constants and parameters, SQL of one's own, and expressions in the schema. */
class ValuesTutorialTest extends TutorialTests {
    @Test
    void values() {
        // region inline
        Select<Row> halves = select(b.pages.dividedBy(inline(2)), value("bound"), inline("written"));
        // endregion
        // region constant
        Condition cheap = b.price.lt(constant(b.price, new BigDecimal("7.99")));
        // endregion
        assertThat(queries.list(selectValue(b.id).where(cheap))).containsExactly(11L);
        assertThat(halves.from(b).sql()).startsWith("select \"b\".\"pages\" / 2, ?, cast('written' as text)");
    }

    @Test
    void parameters() throws SQLException {
        // region params
        Select<String> inPrice = selectValue(b.title).where(b.price.le(param("most", SqlTypes.NUMERIC)));
        List<String> cheap = queries.list(inPrice.bind("most", new BigDecimal("7.99")));
        // endregion
        assertThat(cheap).containsExactly("The Lathe of Heaven");
        // region batch
        Update rename =
                update(a).set(a.name, param("name", SqlTypes.TEXT)).where(a.id.eq(param("id", SqlTypes.BIGINT)));
        List<Long> touched = queries.batch(
                rename, List.of(Map.of("id", 1L, "name", "Ursula K. Le Guin"), Map.of("id", 99L, "name", "?")));
        // endregion
        assertThat(touched).containsExactly(1L, 0L);
        AtomicInteger seen = new AtomicInteger();
        // region stream
        connection.setAutoCommit(false);
        try (Stream<Row> rows = queries.stream(select(b.id, b.title), 1_000)) {
            rows.forEach(row -> seen.incrementAndGet());
        }
        connection.commit();
        // endregion
        assertThat(seen).hasValue(4);
    }

    @Test
    void clocks() {
        // region clocked
        Select<String> grown =
                selectValue(a.name).where(a.born.plus(Period.ofYears(18)).le(Clocked.today()));
        // endregion
        assertThat(queries.list(grown)).hasSize(2);
        // region clock
        Clock then = Clock.fixed(Instant.parse("1940-01-01T00:00:00Z"), ZoneOffset.UTC);
        List<String> grownThen = queries.at(then).list(grown);
        // endregion
        assertThat(grownThen).containsExactly("Lem");
    }

    @Test
    void fragments() {
        // region fragments
        Select<Row> similar = select(
                        b.title,
                        func("char_length", SqlTypes.INTEGER, b.title),
                        text(SqlTypes.INTEGER, "position({} in {})", "a", b.title))
                .where(text(SqlTypes.BOOLEAN, "{} similar to {}", b.title, "%(Sol|Cyb)%"))
                .orderBy(b.id.asc());
        // endregion
        assertThat(queries.list(similar))
                .extracting(Row::toString)
                .containsExactly("[Solaris, 7, 4]", "[The Cyberiad, 12, 11]");
    }

    @Test
    void schema() throws SQLException {
        // region schema
        SchemaExpression perPage =
                SchemaExpression.of(b, b.price.dividedBy(b.pages).round(3));
        String column =
                "alter table library.books add per_page numeric generated always as (" + perPage.sql() + ") stored";
        String index = "create index on library.books (("
                + SchemaExpression.of(b, b.title.lower()).sql() + "))";
        // endregion
        try (Statement statement = connection.createStatement()) {
            statement.execute(column);
            statement.execute(index);
        }
        assertThat(perPage.sql()).isEqualTo("round(cast(\"price\" / \"pages\" as numeric), 3)");
    }
}
