// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static dev.athanor.sql.Tables.field;
import static dev.athanor.sql.Tables.unnest;
import static dev.athanor.sql.Tables.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Derived;
import dev.athanor.sql.Field;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.ObjectTable;
import dev.athanor.sql.Query;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.exercises.Company.Jobs;
import dev.athanor.sql.exercises.Company.Offers;
import dev.athanor.sql.exercises.Company.Products;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of several queries together, and tables made of the program's own objects. */
class SetExercisesTest extends CompanyExercises {
    private final Products p = new Products("p");
    private final Offers o = new Offers("o");
    private final Jobs j = new Jobs("j");

    @Test
    void whatIsSoldOrOfferedOrBothOrNotOffered() {
        Select<String> sold = selectValue(p.name);
        Select<String> offered = selectValue(o.name);

        assertThat(queries.list(sold.union(offered).orderBy(p.name.asc())))
                .containsExactly("glue", "ink", "paper", "paste", "pen", "tape");
        assertThat(queries.list(sold.unionAll(offered).orderBy(p.name.asc())))
                .containsExactly("glue", "ink", "ink", "paper", "paper", "paste", "pen", "tape");
        assertThat(queries.list(sold.intersect(offered).orderBy(p.name.asc()))).containsExactly("ink", "paper");
        assertThat(queries.list(sold.except(offered).orderBy(p.name.asc()))).containsExactly("glue", "pen");
    }

    @Test
    void whatIsLeftToDoOfSeveralEqualJobs() {
        // with all, each row is matched by one of the others only
        Field<String, String, TextExpr> title = field("title", SqlTypes.TEXT, Function.identity());
        ObjectTable<String> done = values("done", List.of("sweep", "cook", "dust"), title);
        Select<String> jobs = selectValue(j.title);
        Select<String> finished = selectValue(done.get(title)).from(done);

        assertThat(queries.list(jobs.exceptAll(finished).orderBy(j.title.asc())))
                .containsExactly("paint", "sweep", "sweep");
        assertThat(queries.list(jobs.except(finished).orderBy(j.title.asc()))).containsExactly("paint");
        assertThat(queries.list(jobs.intersectAll(jobs.where(j.id.le(3L))).orderBy(j.title.asc())))
                .containsExactly("cook", "sweep", "sweep");
    }

    record Priced(String name, int price) {}

    @Test
    void theThreeCheapestOfTheTwoCheapestOfEach() {
        // each side has an order and a limit of its own, and so has the whole
        Query<Priced> statement = select(Priced.class, p.name, p.price)
                .orderBy(p.price.asc())
                .limit(2)
                .unionAll(select(Priced.class, o.name, o.price)
                        .orderBy(o.price.asc())
                        .limit(2))
                .orderBy(p.price.asc(), p.name.desc())
                .limit(3);

        assertThat(queries.list(statement))
                .containsExactly(new Priced("tape", 1), new Priced("pen", 2), new Priced("paste", 3));
    }

    record Only(String side, String name) {}

    @Test
    void whatEitherSideHasAlone() {
        TextExpr side = value("product").as("side");
        Query<Only> products = select(Only.class, side, p.name).where(p.name.notIn(selectValue(o.name)));
        Query<Only> offers = select(Only.class, value("offer"), o.name).where(o.name.notIn(selectValue(p.name)));

        assertThat(queries.list(products.unionAll(offers).orderBy(side.asc(), p.name.asc())))
                .containsExactly(
                        new Only("offer", "paste"),
                        new Only("offer", "tape"),
                        new Only("product", "glue"),
                        new Only("product", "pen"));
    }

    @Test
    void theSymmetricDifferenceOfWholeRows() {
        Query<Priced> products = select(Priced.class, p.name, p.price);
        Query<Priced> offers = select(Priced.class, o.name, o.price);
        Query<Priced> statement =
                products.except(offers).unionAll(offers.except(products)).orderBy(p.name.asc(), p.price.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Priced("glue", 3),
                        new Priced("ink", 6),
                        new Priced("ink", 7),
                        new Priced("paste", 3),
                        new Priced("pen", 2),
                        new Priced("tape", 1));
    }

    record Change(
            long id,
            String change,
            @Nullable String before,
            @Nullable String after) {}

    @Test
    void whatChangedBetweenTwoTables() {
        NumberExpr<Long> id = coalesce(p.id, o.productId).as("id");
        Select<Change> statement = select(
                        Change.class,
                        id,
                        when(o.productId.isNull(), inline("removed"))
                                .when(p.id.isNull(), inline("added"))
                                .otherwise(inline("changed")),
                        p.name,
                        o.name)
                .from(p)
                .fullJoin(o, o.product.on(p))
                .where(p.name.isDistinctFrom(o.name).or(p.price.isDistinctFrom(o.price)))
                .orderBy(id.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Change(1, "removed", "pen", null),
                        new Change(2, "changed", "ink", "ink"),
                        new Change(4, "changed", "glue", "paste"),
                        new Change(5, "added", null, "tape"));
    }

    record NewPrice(long product, int price) {}

    @Test
    void pricesOfAListAreSetByOneStatement() {
        Field<NewPrice, Long, NumberExpr<Long>> product = field("product", SqlTypes.BIGINT, NewPrice::product);
        Field<NewPrice, Integer, NumberExpr<Integer>> price = field("price", SqlTypes.INTEGER, NewPrice::price);
        ObjectTable<NewPrice> list = unnest("list", List.of(new NewPrice(1, 9), new NewPrice(3, 8)), product, price);
        queries.execute(update(p).set(p.price, list.get(price)).from(list).where(p.id.eq(list.get(product))));

        assertThat(queries.list(select(Priced.class, p.name, p.price).orderBy(p.id.asc())))
                .containsExactly(
                        new Priced("pen", 9), new Priced("ink", 7), new Priced("paper", 8), new Priced("glue", 3));
    }

    @Test
    void theCheapestOfSeveralSourcesTakenTogether() {
        Derived all = select(p.name, p.price)
                .unionAll(select(o.name, o.price))
                .unionAll(select(inline("string"), inline(0)))
                .asTable("every");

        assertThat(queries.list(select(Priced.class, all.get(p.name), all.get(p.price))
                        .from(all)
                        .where(all.get(p.price).le(2))
                        .orderBy(all.get(p.price).asc())))
                .containsExactly(new Priced("string", 0), new Priced("tape", 1), new Priced("pen", 2));
    }
}
