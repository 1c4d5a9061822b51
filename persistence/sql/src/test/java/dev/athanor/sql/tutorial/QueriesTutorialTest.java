// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tutorial;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.jsonAgg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Bound.currentRow;
import static dev.athanor.sql.Bound.preceding;
import static dev.athanor.sql.Functions.all;
import static dev.athanor.sql.Functions.jsonObject;
import static dev.athanor.sql.Multisets.multiset;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Tables.generateSeries;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rank;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Combined;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.Derived;
import dev.athanor.sql.Insert;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.Windowing;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queries within queries and beside others, windows, and tables that are no tables. */
class QueriesTutorialTest extends TutorialTests {
    @Test
    void subqueries() {
        // region subqueries
        Select<Long> count = selectValue(count()).from(b).where(b.authorId.eq(a.id));
        Select<Row> counted =
                select(a.name, count.asScalar(SqlTypes.BIGINT).plus(1L)).from(a);

        Select<String> published = selectValue(a.name).where(a.id.in(selectValue(b.authorId)));
        Select<String> unpublished =
                selectValue(a.name).where(exists(b, b.authorId.eq(a.id)).not());

        Select<Integer> ofLem = selectValue(b.pages).where(b.authorId.eq(2L), b.pages.isNotNull());
        Books other = new Books("other");
        Select<String> longer = selectValue(other.title).where(other.pages.gt(all(ofLem)));
        // endregion
        assertThat(queries.list(counted.orderBy(a.id.asc())))
                .extracting(Row::toString)
                .containsExactly("[Le Guin, 3]", "[Lem, 3]", "[Nobody, 1]");
        assertThat(queries.list(published)).containsExactlyInAnyOrder("Le Guin", "Lem");
        assertThat(queries.list(unpublished)).containsExactly("Nobody");
        assertThat(queries.list(longer)).containsExactly("The Dispossessed");
        // region derived
        NumberExpr<Long> books = count().as("books");
        Derived perAuthor =
                select(b.authorId, books).from(b).groupBy(b.authorId).asTable("per_author");
        Select<Row> prolific = select(a.name, perAuthor.get(books))
                .from(a)
                .join(perAuthor, perAuthor.get(b.authorId).eq(a.id))
                .where(perAuthor.get(books).gt(1L));
        // endregion
        assertThat(queries.list(prolific)).hasSize(2);
        // region lateral
        Derived longest = select(b.title)
                .where(b.authorId.eq(a.id))
                .orderBy(b.pages.desc().nullsLast())
                .limit(1)
                .asLateral("longest");
        Select<Row> best = select(a.name, longest.get(b.title)).from(a).leftJoin(longest, inline(true));
        // endregion
        assertThat(queries.list(best)).hasSize(3);
    }

    @Test
    void commonTables() {
        // region cte
        CommonTable lent = select(b.id, b.authorId).where(b.lent).asCommonTable("lent");
        Select<String> read =
                selectValue(a.name).from(a).join(lent, lent.get(b.authorId).eq(a.id));
        // endregion
        assertThat(read.sql()).startsWith("with \"lent\" as (");
        assertThat(queries.list(read)).containsExactly("Le Guin");
        // region recursive
        NumberExpr<Integer> n = inline(1).as("n");
        CommonTable powers = select(n)
                .recursiveUnionAll("powers", self -> select(self.get(n).times(2))
                        .where(self.get(n).lt(100)));
        Select<Integer> numbers = selectValue(powers.get(n));
        // endregion
        assertThat(queries.list(numbers)).containsExactly(1, 2, 4, 8, 16, 32, 64, 128);
        // region changing
        Authors archive = new Authors("archive");
        CommonTable gone = delete(b).where(b.lent).returning(b.id, b.title).asCommonTable("gone");
        Insert moved = insert(archive).from(select(gone.get(b.title)), archive.name);
        // endregion
        assertThat(queries.execute(moved)).isEqualTo(1);
        assertThat(queries.list(selectValue(b.id))).doesNotContain(11L);
    }

    @Test
    void windows() {
        // region windows
        Windowing perAuthor = partitionBy(b.authorId).orderBy(b.pages.desc().nullsLast());
        Select<Row> ranked = select(
                b.title,
                rank().over(perAuthor),
                sum(b.pages).over(orderBy(b.id.asc()).rows(preceding(1), currentRow())));
        // endregion
        assertThat(queries.list(ranked.orderBy(b.id.asc())))
                .extracting(Row::toString)
                .containsExactly(
                        "[The Dispossessed, 1, 341]",
                        "[The Lathe of Heaven, 2, 525]",
                        "[Solaris, 1, 388]",
                        "[The Cyberiad, 2, 204]");
        // region top
        NumberExpr<Long> place = rowNumber().over(perAuthor).as("place");
        Derived placed = select(b.title, place).from(b).asTable("placed");
        Select<String> longestOfEach = selectValue(placed.get(b.title))
                .from(placed)
                .where(placed.get(place).eq(1L));
        // endregion
        assertThat(queries.list(longestOfEach)).containsExactlyInAnyOrder("The Dispossessed", "Solaris");
    }

    @Test
    void combinations() {
        // region sets
        TextExpr name = a.name.as("name");
        Combined<String> names = selectValue(name)
                .union(selectValue(b.title))
                .orderBy(name.asc())
                .limit(3);
        // endregion
        assertThat(queries.list(names)).containsExactly("Le Guin", "Lem", "Nobody");
    }

    // region multiset
    record BookView(String title, @Nullable Integer pages) {}

    record Shelf(String author, List<BookView> books) {}

    Select<Shelf> shelves() {
        return select(
                        Shelf.class,
                        a.name,
                        multiset(
                                a.books,
                                b,
                                select(BookView.class, b.title, b.pages).orderBy(b.title.desc())))
                .from(a)
                .orderBy(a.name.asc());
    }
    // endregion

    @Test
    void rowsWithinRows() {
        assertThat(queries.list(shelves()))
                .containsExactly(
                        new Shelf(
                                "Le Guin",
                                List.of(
                                        new BookView("The Lathe of Heaven", 184),
                                        new BookView("The Dispossessed", 341))),
                        new Shelf("Lem", List.of(new BookView("The Cyberiad", null), new BookView("Solaris", 204))),
                        new Shelf("Nobody", List.of()));
    }

    @Test
    void json() {
        // region json
        Select<String> nested = selectValue(jsonObject(
                "name",
                a.name,
                "books",
                selectValue(jsonAgg(jsonObject("title", b.title, "pages", b.pages))
                                .orderedBy(b.id.asc()))
                        .where(b.authorId.eq(a.id))
                        .asScalar()));
        // endregion
        assertThat(queries.one(nested.from(a).where(a.id.eq(2L))))
                .isEqualTo("{\"name\": \"Lem\", \"books\": [{\"pages\": 204, \"title\": \"Solaris\"},"
                        + " {\"pages\": null, \"title\": \"The Cyberiad\"}]}");
    }

    @Test
    void tables() {
        // region tables
        var day = generateSeries("day", LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1), Period.ofDays(1));
        Select<LocalDate> days = selectValue(day.value()).from(day);
        // endregion
        assertThat(queries.list(days)).hasSize(3).contains(LocalDate.of(2024, 2, 29));
    }
}
