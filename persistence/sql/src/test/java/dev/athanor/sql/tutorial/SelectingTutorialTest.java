// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tutorial;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.rollup;
import static dev.athanor.sql.Aggregates.stringAgg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.all;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.allOf;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Condition;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Queries;
import dev.athanor.sql.Related;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.Update;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows and values that are selected, joined and grouped. */
class SelectingTutorialTest extends TutorialTests {
    @Test
    void firstStatement() {
        // region first
        Authors a = new Authors("a");
        Select<Row> old = select(a.id, a.name)
                .where(a.born.lt(LocalDate.of(1925, 1, 1)))
                .orderBy(a.name.asc())
                .limit(10);

        old.sql(); // select "a"."id", "a"."name" from "authors" as "a" where "a"."born" < ? order by "a"."name" limit ?
        old.binds(); // [1925-01-01, 10]
        // endregion
        assertThat(old.sql())
                .isEqualTo("select \"a\".\"id\", \"a\".\"name\" from \"authors\" as \"a\" where \"a\".\"born\" < ?"
                        + " order by \"a\".\"name\" limit ?");
        assertThat(old.binds()).containsExactly(LocalDate.of(1925, 1, 1), 10L);
        // region run
        Queries queries = Queries.on(connection);
        for (Row row : queries.list(old)) {
            String name = row.get(a.name); // no cast: a.name is a text
            assertThat(name).isEqualTo("Lem");
        }
        // endregion
        assertThat(queries.list(old)).hasSize(1);
    }

    // region record
    record Title(String title, BigDecimal price) {}
    // endregion

    @Test
    void whatARowIs() {
        // region results
        List<String> titles = queries.list(selectValue(b.title).orderBy(b.id.asc()));
        List<Title> priced = queries.list(select(Title.class, b.title, b.price).where(b.price.isNotNull()));
        Row whole = queries.one(select(b).where(b.id.eq(10L)));
        // endregion
        assertThat(titles).startsWith("The Dispossessed").hasSize(4);
        assertThat(priced).contains(new Title("Solaris", new BigDecimal("8.00")));
        assertThat(whole.get(b.tags)).containsExactly("sf", "utopia");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(Title.class, b.title, b.pages))
                .withMessageContaining("\"price\" is BigDecimal, the value Integer");
        // region one
        Row one = queries.one(select(b.title).where(b.id.eq(10L))); // an error, if there is none or another
        Optional<Row> maybe = queries.oneOrNone(select(b.title).where(b.id.eq(99L)));
        Optional<Row> first =
                queries.first(select(b.title).orderBy(b.pages.desc().nullsLast()));
        // endregion
        assertThat(one.get(b.title)).isEqualTo("The Dispossessed");
        assertThat(maybe).isEmpty();
        assertThat(first).contains(one);
    }

    @Test
    void conditions() {
        // region where
        Select<Long> some = selectValue(b.id)
                .where(b.title.startsWith("The").or(b.pages.between(200, 300)), b.tags.has("sf"))
                .where(b.authorId.in(1L, 2L), b.lent.not())
                .orderBy(b.id.asc());
        // endregion
        assertThat(queries.list(some)).containsExactly(10L, 12L);
        assertThat(queries.list(search("the", null))).containsExactly(10L, 11L, 13L);
        assertThat(queries.list(search(null, 200))).containsExactly(10L, 12L);
        assertThat(queries.list(search(null, null))).hasSize(4);
        // region nulls
        assertThat(queries.list(selectValue(b.id).where(b.pages.ne(204)))).containsExactly(10L, 11L);
        assertThat(queries.list(selectValue(b.id).where(b.pages.isDistinctFrom(204))))
                .contains(13L);
        // endregion
    }

    // region search
    Select<Long> search(@Nullable String title, @Nullable Integer minimum) {
        List<Condition> conditions = new ArrayList<>();
        if (title != null) {
            conditions.add(b.title.ilike("%" + title + "%"));
        }
        if (minimum != null) {
            conditions.add(b.pages.ge(minimum));
        }
        return selectValue(b.id).where(allOf(conditions)).orderBy(b.id.asc());
    }
    // endregion

    @Test
    void operators() {
        // region operators
        Select<Row> computed = select(
                b.title.upper().left(3),
                b.price.times(b.pages).round(0),
                b.tags.length(),
                b.facts.text("year").cast(SqlTypes.INTEGER).minus(a.born.year()),
                a.born.plus(Period.ofYears(18)),
                when(b.pages.gt(200), inline("long")).otherwise(inline("short")));
        // endregion
        assertThat(queries.one(computed.from(b).join(b.author, a).where(b.id.eq(10L))))
                .hasToString("[THE, 3376, 2, 45, 1947-10-21, long]");
    }

    @Test
    void joins() {
        // region joins
        Select<Row> written = select(a.name, b.title).from(b).join(b.author, a);
        Select<Row> all = select(a.name, b.title).from(a).leftJoin(a.books, b);
        Select<Row> contemporary =
                select(a.name, b.title).from(a).join(b, b.authorId.ne(a.id).and(b.pages.gt(200)));
        // endregion
        assertThat(queries.list(written)).hasSize(4);
        assertThat(queries.list(all)).hasSize(5);
        assertThat(queries.list(contemporary)).hasSize(4);
        // region selfjoin
        Books other = new Books("other");
        Select<Row> pairs = select(b.title, other.title)
                .from(b)
                .join(other, other.authorId.eq(b.authorId).and(other.id.gt(b.id)));
        // endregion
        assertThat(queries.list(pairs)).hasSize(2);
    }

    // region stats
    record Stats(String author, long books, @Nullable Integer longest) {}
    // endregion

    @Test
    void valuesOfRelatedRows() {
        // region related
        TextExpr author = Related.one(b.author, new Authors(Related.alias(b, "author")), written -> written.name);
        Select<Row> theirs = select(b.title, author).where(author.like("L%")).orderBy(author.asc(), b.id.asc());
        // endregion
        assertThat(queries.list(theirs)).hasSize(4);
        assertThat(theirs.sql().split("left join", -1)).hasSize(2);
        // region relatedOnly
        Update named =
                update(b).set(b.title, author.concat(": ").concat(b.title)).where(author.eq("Lem"));
        Select<Row> counted = select(a.name, Related.count(a.books, b, b.lent)).from(a);
        // endregion
        assertThat(queries.execute(named)).isEqualTo(2);
        assertThat(queries.list(counted)).hasSize(3);
    }

    @Test
    void aggregates() {
        // region groups
        NumberExpr<Long> books = count(b.id).as("books");
        Select<Stats> stats = select(Stats.class, a.name, books, max(b.pages))
                .from(a)
                .leftJoin(a.books, b)
                .groupBy(a.id)
                .having(count(b.id).lt(5L))
                .orderBy(books.desc(), a.name.asc());
        // endregion
        assertThat(queries.list(stats))
                .containsExactly(new Stats("Le Guin", 2, 341), new Stats("Lem", 2, 204), new Stats("Nobody", 0, null));
        // region aggregates
        Select<Row> library = select(
                        count().filter(b.lent),
                        stringAgg(b.title, ", ").orderedBy(b.title.asc()),
                        sum(b.pages).filter(b.tags.has("sf")))
                .from(b);
        Select<Row> totals = select(b.authorId, b.lent, count()).from(b).groupBy(rollup(b.authorId, b.lent));
        // endregion
        assertThat(queries.one(library))
                .hasToString("[1, Solaris, The Cyberiad, The Dispossessed, The Lathe of Heaven, 729]");
        assertThat(queries.list(totals)).hasSize(6);
    }
}
