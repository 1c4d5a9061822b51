// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.inline;

import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What tests of paths extend: tables that lead to others, as a generator makes them of entities. */
abstract class ThroughTests extends Database {
    protected static final class Order {}

    protected static final class Customer {}

    protected static final class Region {}

    protected static final class QRegion extends EntityTable<Region> {
        final TextColumn name = made().text("name", "name");
        final NumberColumn<Integer> people = made().in("facts").number("people", "people", SqlTypes.INTEGER);

        final ToOne<Region, Customer, QCustomer> mayor =
                new ToOne<>(Region.class, "mayor", made().in("facts").refers("mayor", Map.of("id", "mayor_id")));

        QRegion(String alias) {
            super(
                    Region.class,
                    Kept.in("region").and("facts", Kept.in("region_facts"), true, List.of("id"), List.of("region_id")),
                    alias,
                    Map.of());
        }
    }

    /** With methods as a generator makes them of an entity's. */
    protected static final class QCustomer extends EntityTable<Customer> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final TextColumn name = made().text("name", "name");
        final TextColumn nick = made().text("nick", "nick");
        final NumberColumn<Integer> points = made().number("points", "points", SqlTypes.INTEGER);
        final ArrayColumn<String> tags = made().array("tags", "tags", SqlTypes.TEXT);
        final ToOne<Customer, Region, QRegion> region =
                new ToOne<>(Customer.class, "region", made().refers("region", Map.of("id", "region_id")));
        final ToOne<Customer, Region, QRegion> home = new ToOne<>(
                Customer.class,
                "home",
                made().linked(
                                "home",
                                new Link(
                                        Kept.in("home"),
                                        List.of("customer"),
                                        List.of("id"),
                                        List.of("region"),
                                        List.of("id"))));
        final ToOne<Customer, Customer, QCustomer> sponsor =
                new ToOne<>(Customer.class, "sponsor", made().refers("sponsor", Map.of("id", "sponsor_id")));

        QCustomer(String alias) {
            super(Customer.class, Kept.in("customer"), alias, Map.of());
        }

        TextExpr shown() {
            return coalesce(nick, inline("no nick"));
        }

        TextExpr greeted() {
            return name.concat("!");
        }

        Condition isGood() {
            return points.gt(inline(5)).or(nick.isNotNull());
        }

        TextExpr regionName() {
            return Related.one(region, new QRegion(Related.alias(this, "region")), region -> region.name);
        }

        NumberExpr<Integer> regionPeople() {
            return Related.one(region, new QRegion(Related.alias(this, "region")), region -> region.people);
        }

        TextExpr homeName() {
            return Related.one(home, new QRegion(Related.alias(this, "home")), home -> home.name);
        }

        NumberExpr<Integer> homePeople() {
            return Related.one(home, new QRegion(Related.alias(this, "home")), home -> home.people);
        }

        QCustomer sponsored() {
            return new QCustomer(Related.alias(this, "sponsor"));
        }

        TextExpr sponsorName() {
            return Related.one(sponsor, sponsored(), sponsor -> sponsor.name);
        }

        TextExpr sponsorsSponsorName() {
            return Related.one(sponsor, sponsored(), QCustomer::sponsorName);
        }
    }

    protected static final class QOrder extends EntityTable<Order> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final TextColumn note = made().text("note", "note");
        final NumberColumn<Integer> total = made().number("total", "total", SqlTypes.INTEGER);
        final NumberColumn<Long> customerId = made().number("customerId", "customer_id", SqlTypes.BIGINT);
        final ToOne<Order, Customer, QCustomer> customer =
                new ToOne<>(Order.class, "customer", made().refers("customer", Map.of("id", "customer_id")));

        QOrder(String alias) {
            super(Order.class, Kept.in("orders"), alias, Map.of());
        }

        QCustomer buyer() {
            return new QCustomer(Related.alias(this, "customer"));
        }

        TextExpr customerName() {
            return Related.one(customer, buyer(), customer -> customer.name);
        }

        TextExpr customerShown() {
            return Related.one(customer, buyer(), QCustomer::shown);
        }

        TextExpr customerGreeted() {
            return Related.one(customer, buyer(), QCustomer::greeted);
        }

        Condition isOfGoodCustomer() {
            return Related.one(customer, buyer(), QCustomer::isGood);
        }

        ArrayExpr<String> customerTags() {
            return Related.one(customer, buyer(), customer -> customer.tags);
        }

        TextExpr regionName() {
            return Related.one(customer, buyer(), QCustomer::regionName);
        }

        TextExpr homeName() {
            return Related.one(customer, buyer(), QCustomer::homeName);
        }
    }

    protected static final String C = " left join customer as o/customer on o.customer_id = o/customer.id";
    protected static final String R =
            " left join (region as o/customer/region left join region_facts as o/customer/region.facts on"
                    + " o/customer/region.id = o/customer/region.facts.region_id)"
                    + " on o/customer.region_id = o/customer/region.id";
    protected static final String NAME =
            "(select o/customer.name from customer as o/customer where o.customer_id = o/customer.id)";

    protected final QOrder o = new QOrder("o");
    protected final QCustomer c = new QCustomer("c");

    @Override
    final void create(TestDatabase fresh) throws SQLException {
        fresh.execute("""
            create table region (id bigint primary key, name text);
            create table region_facts (region_id bigint primary key references region, people int, mayor_id bigint);
            create table customer (id bigint primary key, name text, nick text, points int, tags text[],
              region_id bigint references region, sponsor_id bigint references customer);
            create table home (customer bigint primary key references customer, region bigint references region);
            create table orders (id bigint primary key, note text, total int,
              customer_id bigint references customer);
            insert into region values (1, 'North'), (2, 'South');
            insert into region_facts values (1, 100, 3);
            insert into customer values
              (1, 'Ada', null, 9, '{a,b}', 1, null), (2, 'Bob', 'Bo', 1, '{b}', 2, 1), (3, 'Cyd', null, null, null, null, 2);
            insert into home values (1, 2), (3, 1);
            insert into orders values (10, 'x', 5, 1), (11, 'y', 7, 2), (12, 'z', 1, 3), (13, 'none', 2, null),
              (14, 'x', 3, 1);
            """);
    }
}
