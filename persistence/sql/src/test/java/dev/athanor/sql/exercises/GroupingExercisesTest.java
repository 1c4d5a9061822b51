// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.boolAnd;
import static dev.athanor.sql.Aggregates.boolOr;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.countDistinct;
import static dev.athanor.sql.Aggregates.cube;
import static dev.athanor.sql.Aggregates.grouping;
import static dev.athanor.sql.Aggregates.groupingSets;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Aggregates.rollup;
import static dev.athanor.sql.Aggregates.set;
import static dev.athanor.sql.Aggregates.stringAgg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.CommonTable;
import dev.athanor.sql.Derived;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.exercises.Shop.Customers;
import dev.athanor.sql.exercises.Shop.Lines;
import dev.athanor.sql.exercises.Shop.Orders;
import dev.athanor.sql.exercises.Shop.Products;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One row made of many: totals, subtotals, pivots. */
class GroupingExercisesTest extends Exercises {
    private final Customers c = new Customers("c");
    private final Products p = new Products("p");
    private final Orders o = new Orders("o");
    private final Lines l = new Lines("l");
    private final NumberExpr<BigDecimal> worth = p.price.times(l.quantity.cast(SqlTypes.NUMERIC));

    @Test
    void customersWithMoreThanOneOrder() {
        record Regular(String customer, long orders) {}
        Select<Regular> query = select(Regular.class, c.name, count())
                .from(c)
                .join(c.orders, o)
                .groupBy(c.id, c.name)
                .having(count().gt(1L));

        assertThat(list(query)).containsExactly(new Regular("Ada", 3));
    }

    /** Rows, values that are not null, and different values. */
    @Test
    void threeWaysToCount() {
        record Counted(long customers, long withCity, long cities) {}
        Select<Counted> query = select(Counted.class, count(), count(c.city), countDistinct(c.city))
                .from(c);

        assertThat(list(query)).containsExactly(new Counted(4, 3, 2));
    }

    @Test
    void howManyOfEachProductWereOrderedInEachMonth() {
        record Months(
                String product,
                @Nullable Integer january,
                @Nullable Integer february,
                @Nullable Integer april) {}
        NumberExpr<Integer> quantity = sum(l.quantity);
        Select<Months> query = select(
                        Months.class,
                        p.name,
                        quantity.filter(o.placed.month().eq(1)),
                        quantity.filter(o.placed.month().eq(2)),
                        quantity.filter(o.placed.month().eq(4)))
                .from(l)
                .join(l.order, o)
                .join(l.product, p)
                .groupBy(p.id, p.name)
                .orderBy(p.id.asc());

        assertThat(list(query))
                .containsExactly(
                        new Months("Pen", 10, 5, 10),
                        new Months("Book", 1, null, 3),
                        new Months("Lamp", null, 3, null),
                        new Months("Chair", 1, null, null));
    }

    @Test
    void salesWithSubtotalsAndTotal() {
        record Sales(@Nullable String category, @Nullable String product, int level, BigDecimal total) {}
        Select<Sales> query = select(Sales.class, p.category, p.name, grouping(p.category, p.name), sum(worth))
                .from(l)
                .join(l.product, p)
                .groupBy(rollup(p.category, p.name))
                .orderBy(p.category.asc(), p.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Sales("home", "Chair", 0, new BigDecimal("90.00")),
                        new Sales("home", "Lamp", 0, new BigDecimal("90.00")),
                        new Sales("home", null, 0b01, new BigDecimal("180.00")),
                        new Sales("office", "Book", 0, new BigDecimal("40.00")),
                        new Sales("office", "Pen", 0, new BigDecimal("50.00")),
                        new Sales("office", null, 0b01, new BigDecimal("90.00")),
                        new Sales(null, null, 0b11, new BigDecimal("270.00")));
    }

    @Test
    void quantitiesByCityAndByCategoryAndByBoth() {
        record Cell(@Nullable String city, @Nullable String category, int quantity) {}
        Select<Cell> query = select(Cell.class, c.city, p.category, sum(l.quantity))
                .from(l)
                .join(l.product, p)
                .join(l.order, o)
                .join(o.customer, c)
                .groupBy(cube(c.city, p.category))
                .orderBy(c.city.asc(), p.category.asc());

        assertThat(list(query))
                .containsExactly(
                        new Cell("Berlin", "home", 3),
                        new Cell("Berlin", "office", 14),
                        new Cell("Berlin", null, 17),
                        new Cell("Paris", "home", 1),
                        new Cell("Paris", "office", 5),
                        new Cell("Paris", null, 6),
                        new Cell(null, "home", 4),
                        new Cell(null, "office", 19),
                        new Cell(null, null, 23));
    }

    @Test
    void ordersByCityAndThenByWhetherTheyAreShippedAndThenAll() {
        record Counted(@Nullable String city, @Nullable Boolean shipped, long orders) {}
        Select<Counted> query = select(Counted.class, c.city, o.shipped, count())
                .from(o)
                .join(o.customer, c)
                .groupBy(groupingSets(c.city, o.shipped, set()))
                .orderBy(grouping(c.city, o.shipped).asc(), c.city.asc(), o.shipped.asc());

        assertThat(list(query))
                .containsExactly(
                        new Counted("Berlin", null, 4),
                        new Counted("Paris", null, 1),
                        new Counted(null, false, 1),
                        new Counted(null, true, 4),
                        new Counted(null, null, 5));
    }

    @Test
    void theProductsOfEachOrderInOneText() {
        record Basket(long order, String products) {}
        Select<Basket> query = select(
                        Basket.class, l.orderId, stringAgg(p.name, ", ").orderedBy(p.price.desc()))
                .from(l)
                .join(l.product, p)
                .groupBy(l.orderId)
                .orderBy(l.orderId.asc());

        assertThat(list(query))
                .containsExactly(
                        new Basket(1, "Book, Pen"),
                        new Basket(2, "Chair"),
                        new Basket(3, "Lamp"),
                        new Basket(4, "Lamp, Pen"),
                        new Basket(5, "Book"),
                        new Basket(6, "Pen"));
    }

    @Test
    void whoseOrdersAreAllShippedAndWhoHasAnyOfThisSpring() {
        record Answer(String customer, boolean allShipped, boolean anyInSpring) {}
        Select<Answer> query = select(
                        Answer.class,
                        c.name,
                        boolAnd(o.shipped),
                        boolOr(o.placed.month().between(3, 5)))
                .from(c)
                .join(c.orders, o)
                .groupBy(c.id, c.name)
                .orderBy(c.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Answer("Ada", true, true),
                        new Answer("Bob", true, false),
                        new Answer("Cleo", false, false));
    }

    @Test
    void theShareOfEachProductInAllSales() {
        record Share(String product, BigDecimal percent) {}
        NumberExpr<BigDecimal> percent = sum(worth)
                .times(BigDecimal.valueOf(100))
                .dividedBy(sum(sum(worth)).over())
                .round(1);
        Select<Share> query = select(Share.class, p.name, percent)
                .from(l)
                .join(l.product, p)
                .groupBy(p.id, p.name)
                .orderBy(percent.desc(), p.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Share("Chair", new BigDecimal("33.3")),
                        new Share("Lamp", new BigDecimal("33.3")),
                        new Share("Pen", new BigDecimal("18.5")),
                        new Share("Book", new BigDecimal("14.8")));
    }

    @Test
    void theBestSellersOfEachCategory() {
        record BestSeller(String category, String product, BigDecimal sales) {}
        NumberExpr<BigDecimal> sales = sum(worth).as("sales");
        NumberExpr<Long> place =
                rank().over(partitionBy(p.category).orderBy(sum(worth).desc())).as("place");
        Derived ranked = select(p.category, p.name, sales, place)
                .from(l)
                .join(l.product, p)
                .groupBy(p.category, p.name)
                .asTable("ranked");
        Select<BestSeller> query = select(
                        BestSeller.class, ranked.get(p.category), ranked.get(p.name), ranked.get(sales))
                .from(ranked)
                .where(ranked.get(place).eq(1L))
                .orderBy(ranked.get(p.category).asc(), ranked.get(p.name).asc());

        assertThat(list(query))
                .containsExactly(
                        new BestSeller("home", "Chair", new BigDecimal("90.00")),
                        new BestSeller("home", "Lamp", new BigDecimal("90.00")),
                        new BestSeller("office", "Pen", new BigDecimal("50.00")));
    }

    @Test
    void customersWhoSpentMoreThanTheAverageCustomer() {
        record Spent(String customer, BigDecimal total) {}
        NumberExpr<BigDecimal> total = sum(worth).as("total");
        CommonTable spent = select(c.name, total)
                .from(c)
                .join(c.orders, o)
                .join(o.lines, l)
                .join(l.product, p)
                .groupBy(c.id, c.name)
                .asCommonTable("spent");
        CommonTable everyone = spent.as("everyone");
        Select<Spent> query = select(Spent.class, spent.get(c.name), spent.get(total))
                .from(spent)
                .where(spent.get(total)
                        .gt(selectValue(avg(everyone.get(total))).from(everyone).asScalar()))
                .orderBy(spent.get(total).desc());

        assertThat(list(query))
                .containsExactly(new Spent("Ada", new BigDecimal("120.00")), new Spent("Bob", new BigDecimal("90.00")));
    }

    @Test
    void theSpreadOfPricesWithinEachCategory() {
        record Spread(String category, BigDecimal spread) {}
        NumberExpr<BigDecimal> highest = max(p.price);
        NumberExpr<BigDecimal> lowest = min(p.price);
        Select<Spread> query = select(Spread.class, p.category, highest.minus(lowest))
                .groupBy(p.category)
                .orderBy(p.category.asc());

        assertThat(list(query))
                .containsExactly(
                        new Spread("home", new BigDecimal("60.00")), new Spread("office", new BigDecimal("8.00")));
    }
}
