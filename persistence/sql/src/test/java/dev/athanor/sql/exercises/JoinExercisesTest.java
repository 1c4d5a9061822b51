// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.countDistinct;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.notExists;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Derived;
import dev.athanor.sql.Query;
import dev.athanor.sql.Select;
import dev.athanor.sql.exercises.Shop.Customers;
import dev.athanor.sql.exercises.Shop.Lines;
import dev.athanor.sql.exercises.Shop.Orders;
import dev.athanor.sql.exercises.Shop.PriceBands;
import dev.athanor.sql.exercises.Shop.Products;
import dev.athanor.sql.exercises.Shop.Staff;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that belong together, and rows that lack another. */
class JoinExercisesTest extends Exercises {
    private final Customers c = new Customers("c");
    private final Products p = new Products("p");
    private final Orders o = new Orders("o");
    private final Lines l = new Lines("l");

    @Test
    void whoPlacedEachOrder() {
        record Placed(long order, String customer) {}
        Select<Placed> query = select(Placed.class, o.id, c.name)
                .from(o)
                .join(c, c.id.eq(o.customerId))
                .orderBy(o.id.asc());

        assertThat(list(query))
                .containsExactly(
                        new Placed(1, "Ada"),
                        new Placed(2, "Bob"),
                        new Placed(3, "Ada"),
                        new Placed(4, "Cleo"),
                        new Placed(5, "Ada"));
    }

    @Test
    void whatEachCustomerOrderedIfAnything() {
        record Ordered(String customer, @Nullable Long order) {}
        Select<Ordered> fromTheLeft = select(Ordered.class, c.name, o.id)
                .from(c)
                .leftJoin(o, o.customerId.eq(c.id))
                .orderBy(c.name.asc(), o.id.asc());
        Select<Ordered> fromTheRight = select(Ordered.class, c.name, o.id)
                .from(o)
                .rightJoin(c, o.customerId.eq(c.id))
                .orderBy(c.name.asc(), o.id.asc());

        assertThat(list(fromTheLeft))
                .isEqualTo(list(fromTheRight))
                .containsExactly(
                        new Ordered("Ada", 1L),
                        new Ordered("Ada", 3L),
                        new Ordered("Ada", 5L),
                        new Ordered("Bob", 2L),
                        new Ordered("Cleo", 4L),
                        new Ordered("Dan", null));
    }

    @Test
    void customersWithoutOrdersAndOrdersWithoutCustomers() {
        record Lonely(@Nullable String customer, @Nullable Long order) {}
        Select<Lonely> query = select(Lonely.class, c.name, o.id)
                .from(c)
                .fullJoin(o, o.customerId.eq(c.id))
                .where(c.id.isNull().or(o.id.isNull()))
                .orderBy(c.name.asc().nullsLast());

        assertThat(list(query)).containsExactly(new Lonely("Dan", null), new Lonely(null, 6L));
    }

    /** Keys that the tables declare need not be said again. */
    @Test
    void whatEachCustomerHasBought() {
        record Bought(String customer, String product) {}
        Select<Bought> query = select(Bought.class, c.name, p.name)
                .distinct()
                .from(c)
                .join(c.orders, o)
                .join(o.lines, l)
                .join(l.product, p)
                .orderBy(c.name.asc(), p.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Bought("Ada", "Book"),
                        new Bought("Ada", "Lamp"),
                        new Bought("Ada", "Pen"),
                        new Bought("Bob", "Chair"),
                        new Bought("Cleo", "Lamp"),
                        new Bought("Cleo", "Pen"));
    }

    @Test
    void everyoneAndTheirManager() {
        record Reports(String name, @Nullable String manager) {}
        Staff worker = new Staff("worker");
        Staff manager = new Staff("manager");
        Select<Reports> query = select(Reports.class, worker.name, manager.name)
                .from(worker)
                .leftJoin(worker.manager, manager)
                .orderBy(worker.id.asc());

        assertThat(list(query))
                .containsExactly(
                        new Reports("Grace", null),
                        new Reports("Linus", "Grace"),
                        new Reports("Barbara", "Grace"),
                        new Reports("Ken", "Linus"),
                        new Reports("Dennis", "Linus"),
                        new Reports("Frances", "Grace"),
                        new Reports("John", "Frances"));
    }

    @Test
    void whoEarnsMoreThanTheirManager() {
        Staff worker = new Staff("worker");
        Staff manager = new Staff("manager");
        Select<String> query = selectValue(worker.name)
                .from(worker)
                .join(worker.manager, manager)
                .where(worker.salary.gt(manager.salary));

        assertThat(list(query)).containsExactly("Ken");
    }

    /** Each pair once: the one with the smaller key comes first. */
    @Test
    void pairsOfCustomersInTheSameCity() {
        record Neighbours(String one, String other) {}
        Customers other = new Customers("other");
        Select<Neighbours> query = select(Neighbours.class, c.name, other.name)
                .from(c)
                .join(other, other.city.eq(c.city).and(other.id.gt(c.id)));

        assertThat(list(query)).containsExactly(new Neighbours("Ada", "Bob"));
    }

    @Test
    void productsNeverOrderedForWhichThereExistsNoLine() {
        Select<String> query =
                selectValue(p.name).where(notExists(selectValue(l.orderId).where(l.productId.eq(p.id))));

        assertThat(list(query)).containsExactly("Globe");
    }

    @Test
    void productsNeverOrderedThatAJoinFindsNothingFor() {
        Select<String> query =
                selectValue(p.name).from(p).leftJoin(l, l.productId.eq(p.id)).where(l.productId.isNull());

        assertThat(list(query)).containsExactly("Globe");
    }

    @Test
    void productsNeverOrderedAsAllExceptThoseOrdered() {
        Query<String> query =
                selectValue(p.name).except(selectValue(p.name).from(p).join(l, l.productId.eq(p.id)));

        assertThat(list(query)).containsExactly("Globe");
    }

    /** A join would name a customer once for each order; a condition names each once. */
    @Test
    void customersWhoOrderedAtAll() {
        Select<String> byExists = selectValue(c.name)
                .where(exists(selectValue(o.id).where(o.customerId.eq(c.id))))
                .orderBy(c.name.asc());
        Select<String> byIn =
                selectValue(c.name).where(c.id.in(selectValue(o.customerId))).orderBy(c.name.asc());

        assertThat(list(byExists)).containsExactly("Ada", "Bob", "Cleo");
        assertThat(list(byIn)).containsExactly("Ada", "Bob", "Cleo");
    }

    @Test
    void thePriceBandOfEachProduct() {
        record Priced(String product, String band) {}
        PriceBands band = new PriceBands("band");
        Select<Priced> query = select(Priced.class, p.name, band.name)
                .from(p)
                .join(band, p.price.ge(band.least).and(band.below.isNull().or(p.price.lt(band.below))))
                .orderBy(p.price.asc());

        assertThat(list(query))
                .containsExactly(
                        new Priced("Pen", "cheap"),
                        new Priced("Book", "fair"),
                        new Priced("Lamp", "fair"),
                        new Priced("Globe", "dear"),
                        new Priced("Chair", "dear"));
    }

    /** Who bought every one of them: there is none that they did not buy. */
    @Test
    void customersWhoBoughtEveryOfficeProduct() {
        Select<Long> purchase =
                selectValue(o.id).from(o).join(o.lines, l).where(o.customerId.eq(c.id), l.productId.eq(p.id));
        Select<String> query = selectValue(c.name)
                .where(notExists(selectValue(p.id).where(p.category.eq("office"), notExists(purchase))));

        assertThat(list(query)).containsExactly("Ada");
    }

    @Test
    void customersWhoBoughtAsManyOfficeProductsAsThereAre() {
        Products any = new Products("any");
        Select<String> query = selectValue(c.name)
                .from(c)
                .join(c.orders, o)
                .join(o.lines, l)
                .join(l.product, p)
                .where(p.category.eq("office"))
                .groupBy(c.id, c.name)
                .having(countDistinct(p.id)
                        .eq(selectValue(count())
                                .from(any)
                                .where(any.category.eq("office"))
                                .asScalar()));

        assertThat(list(query)).containsExactly("Ada");
    }

    @Test
    void howManyOfEachOfficeProductEachCustomerBoughtEvenIfNone() {
        record Bought(String customer, String product, int quantity) {}
        Select<Bought> query = select(Bought.class, c.name, p.name, coalesce(sum(l.quantity), inline(0)))
                .from(c)
                .crossJoin(p)
                .leftJoin(c.orders, o)
                .leftJoin(l, l.orderId.eq(o.id).and(l.productId.eq(p.id)))
                .where(p.category.eq("office"))
                .groupBy(c.name, p.name)
                .orderBy(c.name.asc(), p.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Bought("Ada", "Book", 4),
                        new Bought("Ada", "Pen", 10),
                        new Bought("Bob", "Book", 0),
                        new Bought("Bob", "Pen", 0),
                        new Bought("Cleo", "Book", 0),
                        new Bought("Cleo", "Pen", 5),
                        new Bought("Dan", "Book", 0),
                        new Bought("Dan", "Pen", 0));
    }

    /** A lateral query is asked once for each row before it. */
    @Test
    void theTwoLatestOrdersOfEachCustomer() {
        record Latest(String customer, @Nullable LocalDate placed) {}
        Derived latest = select(o.placed)
                .where(o.customerId.eq(c.id))
                .orderBy(o.placed.desc())
                .limit(2)
                .asLateral("latest");
        Select<Latest> query = select(Latest.class, c.name, latest.get(o.placed))
                .from(c)
                .leftJoin(latest, inline(true))
                .orderBy(c.name.asc(), latest.get(o.placed).desc());

        assertThat(list(query))
                .containsExactly(
                        new Latest("Ada", LocalDate.parse("2024-04-15")),
                        new Latest("Ada", LocalDate.parse("2024-02-03")),
                        new Latest("Bob", LocalDate.parse("2024-01-20")),
                        new Latest("Cleo", LocalDate.parse("2024-02-10")),
                        new Latest("Dan", null));
    }
}
