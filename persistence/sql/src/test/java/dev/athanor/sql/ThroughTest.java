// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.rollup;
import static dev.athanor.sql.Aggregates.stringAgg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Tables.unnest;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rank;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of what a relation leads to: joined by itself where that can be, and asked for by a query elsewhere. */
class ThroughTest extends Database {
    private static final class Order {}

    private static final class Customer {}

    private static final class Region {}

    private static final class QRegion extends EntityTable<Region> {
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
    private static final class QCustomer extends EntityTable<Customer> {
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

    private static final class QOrder extends EntityTable<Order> {
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

    private static final String C = " left join customer as o/customer on o.customer_id = o/customer.id";
    private static final String R =
            " left join (region as o/customer/region left join region_facts as o/customer/region.facts on"
                    + " o/customer/region.id = o/customer/region.facts.region_id)"
                    + " on o/customer.region_id = o/customer/region.id";
    private static final String NAME =
            "(select o/customer.name from customer as o/customer where o.customer_id = o/customer.id)";

    private final QOrder o = new QOrder("o");
    private final QCustomer c = new QCustomer("c");

    @Override
    void create(TestDatabase fresh) throws SQLException {
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

    @Test
    void aRowWithoutWhatItLeadsToStays() {
        shown(select(o.id, o.customerName()).orderBy(o.id.asc()))
                .sql("select o.id, o/customer.name from orders as o" + C + " order by o.id")
                .rows("10, Ada", "11, Bob", "12, Cyd", "13, null", "14, Ada");
        shown(selectValue(count()).from(o)).rows("5");
        shown(selectValue(count()).from(o).where(o.customerName().isNull())).rows("1");
    }

    @Test
    void allClausesShareOneJoin() {
        shown(select(o.customerName(), o.customerGreeted())
                        .where(o.customerName().ne("Bob"))
                        .orderBy(o.customerName().desc(), o.id.asc()))
                .sql("select o/customer.name, o/customer.name || ? from orders as o" + C
                        + " where o/customer.name <> ? order by o/customer.name desc, o.id")
                .binds("!", "Bob")
                .rows("Cyd, Cyd!", "Ada, Ada!", "Ada, Ada!");
        shown(select(o.customerName(), count(), sum(o.total))
                        .groupBy(o.customerName())
                        .having(max(o.customerName()).lt("C"))
                        .orderBy(o.customerName().asc()))
                .sql("select o/customer.name, count(*), cast(sum(o.total) as integer) from orders as o" + C
                        + " group by o/customer.name having max(o/customer.name) < ? order by o/customer.name")
                .rows("Ada, 2, 8", "Bob, 1, 7");
        shown(selectValue(stringAgg(o.customerName(), ",").orderedBy(o.id.asc())))
                .sql("select string_agg(o/customer.name, ? order by o.id) from orders as o" + C)
                .rows("Ada,Bob,Cyd,Ada");
        shown(select(
                                o.id,
                                rank().over(partitionBy(o.customerName()).orderBy(o.total.desc())),
                                rowNumber()
                                        .over(Windows.orderBy(o.customerName().desc())))
                        .where(o.customerId.isNotNull())
                        .orderBy(o.id.asc()))
                .sql("select o.id, rank() over (partition by o/customer.name order by o.total desc),"
                        + " row_number() over (order by o/customer.name desc) from orders as o" + C
                        + " where o.customer_id is not null order by o.id")
                .rows("10, 1, 3", "11, 1, 2", "12, 1, 1", "14, 2, 4");
        Windowing named = partitionBy(o.customerName()).as("w");
        shown(select(count().over(named)).from(o).window(named).where(o.id.eq(14L)))
                .sql("select count(*) over w from orders as o" + C
                        + " where o.id = ? window w as (partition by o/customer.name)")
                .rows("1");
    }

    @Test
    void onlyDifferentRowsAreGiven() {
        shown(select(o.customerName()).distinct().orderBy(o.customerName().asc().nullsFirst()))
                .sql("select distinct o/customer.name from orders as o" + C + " order by o/customer.name nulls first")
                .rows("null", "Ada", "Bob", "Cyd");
        shown(select(o.id).distinctOn(o.customerName()).orderBy(o.customerName().asc(), o.id.desc()))
                .sql("select distinct on (o/customer.name) o.id from orders as o" + C
                        + " order by o/customer.name, o.id desc")
                .rows("14", "11", "12", "13");
    }

    @Test
    void groupsAreRecognisedByPositionIfThereAreValues() {
        shown(select(o.customerGreeted(), count())
                        .groupBy(o.customerGreeted())
                        .orderBy(o.customerGreeted().asc()))
                .sql("select o/customer.name || ?, count(*) from orders as o" + C + " group by 1 order by 1")
                .binds("!")
                .rows("Ada!, 2", "Bob!, 1", "Cyd!, 1", "null, 1");
        shown(select(o.customerGreeted(), o.customerName().upper(), count())
                        .groupBy(rollup(o.customerGreeted(), o.customerName().upper()))
                        .having(count().gt(1L)))
                .sql("select o/customer.name || ?, upper(o/customer.name), count(*) from orders as o" + C
                        + " group by rollup (1, upper(o/customer.name)) having count(*) > ?")
                .rows("null, null, 5", "Ada!, ADA, 2", "Ada!, null, 2");
    }

    /** PostgreSQL knows what depends on a primary key only of the key's own table. */
    @Test
    void whatIsNotGroupedByIsAskedForByAQuery() {
        shown(select(o.id, o.customerName(), count()).groupBy(o.id).orderBy(o.id.asc()))
                .sql("select o.id, " + NAME + ", count(*) from orders as o group by o.id order by o.id")
                .rows("10, Ada, 1", "11, Bob, 1", "12, Cyd, 1", "13, null, 1", "14, Ada, 1");
        shown(select(o.customerName(), max(o.customerName().upper()), count())
                        .where(o.customerName().lt("C"))
                        .groupBy(o.customerId)
                        .orderBy(o.customerName().desc()))
                .sql("select " + NAME + ", max(upper(o/customer.name)), count(*) from orders as o" + C
                        + " where o/customer.name < ? group by o.customer_id order by " + NAME + " desc")
                .rows("Bob, BOB, 1", "Ada, ADA, 2");
        shown(select(o.customerName(), o.regionName())
                        .groupBy(o.id, o.customerName())
                        .orderBy(o.id.asc())
                        .limit(1))
                .sql("select o/customer.name, (select o/customer/region.name from customer as o/customer"
                        + R + " where o.customer_id = o/customer.id)"
                        + " from orders as o" + C + " group by o.id, o/customer.name order by o.id limit ?")
                .rows("Ada, North");
    }

    @Test
    void pathsGoOn() {
        shown(select(o.id, o.regionName(), o.customerName())
                        .where(o.regionName().isDistinctFrom("South"))
                        .orderBy(o.regionName().asc().nullsLast(), o.id.asc()))
                .sql("select o.id, o/customer/region.name, o/customer.name from orders as o" + C + R
                        + " where o/customer/region.name is distinct from ?"
                        + " order by o/customer/region.name nulls last, o.id")
                .rows("10, North, Ada", "14, North, Ada", "12, null, Cyd", "13, null, null");
        shown(select(c.regionPeople()).from(c).orderBy(c.id.asc()))
                .sql("select c/region.facts.people from customer as c left join (region as c/region left join"
                        + " region_facts as c/region.facts on c/region.id = c/region.facts.region_id)"
                        + " on c.region_id = c/region.id order by c.id")
                .rows("100", "null", "null");
    }

    @Test
    void pathsLeadThroughLinkTables() {
        shown(select(c.name, c.homeName(), c.homePeople()).orderBy(c.homeName().asc(), c.id.asc()))
                .sql("select c.name, c/home.name, c/home.facts.people from customer as c left join (region as c/home"
                        + " left join region_facts as c/home.facts on c/home.id = c/home.facts.region_id"
                        + " join home as c/home.home on c/home.id = c/home.home.region)"
                        + " on c/home.home.customer = c.id order by c/home.name, c.id")
                .rows("Cyd, North, 100", "Ada, South, null", "Bob, null, null");
        shown(select(o.id, o.homeName())
                        .where(o.homeName().in("North", "South"))
                        .orderBy(o.id.asc()))
                .rows("10, South", "12, North", "14, South");
        QRegion home = new QRegion("home");
        shown(select(c.name, home.people).from(c).join(c.home, home)).rows("Ada, null", "Cyd, 100");
    }

    @Test
    void pathsLeadFromOtherTablesOfAnEntity() {
        QRegion r = new QRegion("r");
        TextExpr mayor = Related.one(r.mayor, new QCustomer(Related.alias(r, "mayor")), customer -> customer.name);
        shown(select(r.name, mayor).orderBy(r.name.asc()))
                .sql("select r.name, r/mayor.name from (region as r left join region_facts as r.facts on"
                        + " r.id = r.facts.region_id) left join customer as r/mayor on r.facts.mayor_id = r/mayor.id"
                        + " order by r.name")
                .rows("North, Cyd", "South, null");
        shown(select(o.id, mayor).from(o).join(r, mayor.eq(o.customerName())))
                .sql("select o.id, r/mayor.name from orders as o" + C + " join ((region as r left join region_facts as"
                        + " r.facts on r.id = r.facts.region_id) left join customer as r/mayor on r.facts.mayor_id ="
                        + " r/mayor.id) on r/mayor.name = o/customer.name")
                .rows("12, Cyd");
    }

    @Test
    void aTableMayLeadToItself() {
        shown(select(c.name, c.sponsorName(), c.sponsorsSponsorName())
                        .from(c)
                        .where(c.sponsorName().isNotNull())
                        .orderBy(c.id.asc()))
                .sql("select c.name, c/sponsor.name, c/sponsor/sponsor.name from customer as c"
                        + " left join customer as c/sponsor on c.sponsor_id = c/sponsor.id"
                        + " left join customer as c/sponsor/sponsor on c/sponsor.sponsor_id = c/sponsor/sponsor.id"
                        + " where c/sponsor.name is not null order by c.id")
                .rows("Bob, Ada, null", "Cyd, Bob, Ada");
    }

    /** In Java there would be no object to ask. */
    @Test
    void nothingIsMadeOfARowThatIsMissing() {
        String joined = "select o.id, case when o/customer.id is not null then coalesce(o/customer.nick, 'no nick') end"
                + " from orders as o" + C + " order by o.id";
        shown(select(o.id, o.customerShown()).orderBy(o.id.asc()))
                .sql(joined.replace("'no nick'", "cast('no nick' as text)"))
                .rows("10, no nick", "11, Bo", "12, no nick", "13, null", "14, no nick");
        shown(select(o.id, o.customerShown()).orderBy(o.id.asc()).lock(forUpdate()))
                .rows("10, no nick", "11, Bo", "12, no nick", "13, null", "14, no nick");
        shown(selectValue(o.id).where(o.isOfGoodCustomer().not()))
                .sql("select o.id from orders as o" + C + " where not case when o/customer.id is not null then"
                        + " o/customer.points > 5 or o/customer.nick is not null end")
                .rows();
        shown(selectValue(o.id).where(o.isOfGoodCustomer().not()).lock(forUpdate()))
                .rows();
        shown(selectValue(o.id).where(o.isOfGoodCustomer()).orderBy(o.id.asc())).rows("10", "11", "14");
        shown(select(o.id, Related.one(o.customer, o.buyer(), buyer -> buyer.regionName()
                                .isNull()))
                        .orderBy(o.id.asc()))
                .rows("10, false", "11, false", "12, true", "13, null", "14, false");
    }

    @Test
    void theValueIsAnOperandLikeOthers() {
        shown(selectValue(o.id)
                        .where(
                                Related.one(o.customer, o.buyer(), buyer -> buyer.points.plus(inline(1)))
                                        .times(inline(2))
                                        .gt(inline(3)),
                                Related.one(o.customer, o.buyer(), buyer -> buyer.name
                                                .eq("Ada")
                                                .or(buyer.name.eq("Bob")))
                                        .and(o.total.gt(4)))
                        .orderBy(o.id.asc()))
                .sql("select o.id from orders as o" + C + " where (o/customer.points + 1) * 2 > 3 and"
                        + " (o/customer.name = ? or o/customer.name = ?) and o.total > ? order by o.id")
                .binds("Ada", "Bob", 4)
                .rows("10", "11");
        shown(selectValue(o.id).where(o.customerTags().has("a")).orderBy(o.id.asc()))
                .sql("select o.id from orders as o" + C
                        + " where ? = any (cast(o/customer.tags as text[])) order by o.id")
                .rows("10", "14");
        shown(selectValue(o.id)
                        .where(o.customerTags().has("a"))
                        .orderBy(o.id.asc())
                        .lock(forUpdate()))
                .rows("10", "14");
        shown(select(o.customerTags().at(1)).where(o.id.eq(11L))).rows("b");
    }

    @Test
    void changesAskByAQuery() {
        shown(update(o).set(o.note, o.customerGreeted()).where(o.regionName().eq("North")))
                .sql("update orders as o set note = (select o/customer.name || ? from customer as o/customer where"
                        + " o.customer_id = o/customer.id) where (select o/customer/region.name from customer as"
                        + " o/customer" + R + " where o.customer_id = o/customer.id) = ?")
                .binds("!", "North")
                .touches(2);
        shown(update(o).set(o.total, 0).where(o.id.eq(10L)).returning(o.note, o.customerName()))
                .sql("update orders as o set total = ? where o.id = ? returning o.note, " + NAME)
                .rows("Ada!, Ada");
        shown(update(o)
                        .set(o.note, c.sponsorName())
                        .from(c)
                        .where(o.customer.on(c), c.sponsorName().isNotNull()))
                .sql(
                        "update orders as o set note = (select c/sponsor.name from customer as c/sponsor where c.sponsor_id"
                                + " = c/sponsor.id) from customer as c where o.customer_id = c.id and (select c/sponsor.name"
                                + " from customer as c/sponsor where c.sponsor_id = c/sponsor.id) is not null")
                .touches(2);
        shown(delete(o).where(o.customerName().eq("Cyd")).returning(o.id, o.customerName()))
                .sql("delete from orders as o where " + NAME + " = ? returning o.id, " + NAME)
                .rows("12, Cyd");
        shown(selectValue(o.note).orderBy(o.id.asc())).rows("Ada!", "Ada", "none", "Ada!");
    }

    @Test
    void insertsAskByAQueryButNotInTheirOwn() {
        QOrder from = new QOrder("f");
        shown(insert(o)
                        .from(
                                select(from.id.plus(inline(90L)), from.customerName(), from.customerId)
                                        .where(from.id.eq(10L)),
                                o.id,
                                o.note,
                                o.customerId)
                        .returning(o.note, o.customerName()))
                .sql(
                        "insert into orders as o (id, note, customer_id) select f.id + cast('90' as bigint), f/customer.name,"
                                + " f.customer_id from orders as f left join customer as f/customer on f.customer_id ="
                                + " f/customer.id where f.id = ? returning o.note, " + NAME)
                .rows("Ada, Ada");
        shown(insert(o)
                        .set(o.id, 100L)
                        .set(o.note, "new")
                        .onConflict(o.id)
                        .doUpdate(
                                row -> row.set(o.note, o.customerGreeted()),
                                o.customerName().eq("Ada"))
                        .returning(o.note))
                .sql("insert into orders as o (id, note) values (?, ?) on conflict (id) do update set note ="
                        + " (select o/customer.name || ? from customer as o/customer where o.customer_id ="
                        + " o/customer.id) where " + NAME + " = ? returning o.note")
                .rows("Ada!");
    }

    @Test
    void queriesWithinOthersJoinFromTheirOwnSourcesOnly() {
        shown(selectValue(c.name).from(c).where(exists(o, o.customerName().eq(c.name), o.total.gt(4))))
                .sql("select c.name from customer as c where exists (select 1 from orders as o" + C
                        + " where o/customer.name = c.name and o.total > ?)")
                .rows("Ada", "Bob");
        QCustomer other = new QCustomer("other");
        shown(select(o.id, o.customerName())
                        .where(exists(other, other.name.eq(o.customerName()), other.points.gt(5)))
                        .orderBy(o.id.asc()))
                .sql("select o.id, o/customer.name from orders as o" + C
                        + " where exists (select 1 from customer as other" + " where other.name = " + NAME
                        + " and other.points > ?) order by o.id")
                .rows("10, Ada", "14, Ada");
        shown(select(
                                o.id,
                                selectValue(max(other.points))
                                        .where(other.name.eq(o.customerName()))
                                        .asScalar())
                        .from(o)
                        .where(o.id.in(
                                selectValue(o.id).from(o).where(o.customerName().eq("Ada"))))
                        .orderBy(o.id.asc()))
                .rows("10, 9", "14, 9");
    }

    @Test
    void queriesInThePlaceOfTablesJoinByThemselves() {
        Derived named = select(o.id, o.customerName(), o.regionName().as("region"))
                .where(o.customerName().isNotNull())
                .asTable("named");
        shown(select(named.get(o.customerName()), named.get(o.regionName()))
                        .from(named)
                        .where(named.get(o.customerName()).lt("C"))
                        .orderBy(named.get(o.id).asc()))
                .sql(
                        "select named.name, named.region from (select o.id, o/customer.name, o/customer/region.name as region"
                                + " from orders as o" + C + R
                                + " where o/customer.name is not null) as named where named.name < ?"
                                + " order by named.id")
                .rows("Ada, North", "Bob, South", "Ada, North");
        CommonTable common = select(o.customerName(), count().as("orders"))
                .groupBy(o.customerName())
                .asCommonTable("common");
        shown(select(c.name, common.get(count()))
                        .from(c)
                        .join(common, common.get(o.customerName()).eq(c.name))
                        .orderBy(c.id.asc()))
                .rows("Ada, 2", "Bob, 1", "Cyd, 1");
        Derived lateral = select(count().as("n"), max(o.customerName()).as("last"))
                .from(o)
                .where(o.customerName().eq(c.sponsorName()))
                .asLateral("l");
        shown(select(c.name, lateral.get(count()))
                        .from(c)
                        .leftJoin(lateral, inline(true))
                        .orderBy(c.id.asc()))
                .sql("select c.name, l.n from customer as c left join lateral (select count(*) as n,"
                        + " max(o/customer.name) as last from orders as o" + C + " where o/customer.name ="
                        + " (select c/sponsor.name from customer as c/sponsor where c.sponsor_id = c/sponsor.id))"
                        + " as l on true order by c.id")
                .rows("Ada, 0", "Bob, 2", "Cyd, 1");
        shown(selectValue(o.customerName())
                        .union(selectValue(c.sponsorName()))
                        .orderBy(o.customerName().asc().nullsFirst()))
                .sql("select o/customer.name from orders as o" + C + " union select c/sponsor.name from customer as c"
                        + " left join customer as c/sponsor on c.sponsor_id = c/sponsor.id order by name nulls first")
                .rows("null", "Ada", "Bob", "Cyd");
    }

    @Test
    void aRecursiveQueryMayFollowAPathInEachStep() {
        CommonTable chain = select(c.id, c.sponsorName().as("via"))
                .from(c)
                .where(c.id.eq(3L))
                .recursiveUnionAll("chain", self -> {
                    QCustomer next = new QCustomer("next");
                    return select(next.id, next.sponsorName())
                            .from(self)
                            .join(next, next.name.eq(self.get(c.sponsorName().as("via"))));
                });
        shown(select(chain.get(c.id), chain.get(c.sponsorName()))).rows("3, Bob", "2, Ada", "1, null");
    }

    @Test
    void anOwnerThatIsJoinedIsJoinedTogetherWithWhatItLeadsTo() {
        QOrder other = new QOrder("p");
        shown(select(o.id, other.id, other.customerName())
                        .from(o)
                        .leftJoin(
                                other, other.customerName().eq(o.customerName()).and(other.id.gt(o.id)))
                        .orderBy(o.id.asc()))
                .sql("select o.id, p.id, p/customer.name from orders as o" + C
                        + " left join (orders as p left join customer"
                        + " as p/customer on p.customer_id = p/customer.id) on p/customer.name = o/customer.name"
                        + " and p.id > o.id order by o.id")
                .rows("10, 14, Ada", "11, null, null", "12, null, null", "13, null, null", "14, null, null");
        QCustomer buyer = new QCustomer("buyer");
        shown(select(buyer.name, buyer.regionName(), o.customerName())
                        .from(o)
                        .join(o.customer, buyer)
                        .orderBy(o.id.asc())
                        .limit(2))
                .sql("select buyer.name, buyer/region.name, o/customer.name from orders as o" + C
                        + " join (customer as buyer left join (region as buyer/region left join region_facts as"
                        + " buyer/region.facts on buyer/region.id = buyer/region.facts.region_id) on buyer.region_id ="
                        + " buyer/region.id) on o.customer_id = buyer.id order by o.id limit ?")
                .rows("Ada, North, Ada", "Bob, South, Bob");
        shown(select(o.id, c.name, c.sponsorName())
                        .from(o)
                        .rightJoin(
                                c,
                                o.customerName().eq(c.name).and(c.sponsorName().isNotNull()))
                        .orderBy(c.id.asc()))
                .rows("null, Ada, null", "11, Bob, Ada", "12, Cyd, Bob");
        shown(selectValue(count()).from(o, c).where(o.customerName().eq(c.sponsorName())))
                .sql("select count(*) from orders as o" + C + ", customer as c left join customer as c/sponsor"
                        + " on c.sponsor_id = c/sponsor.id where o/customer.name = c/sponsor.name")
                .rows("3");
    }

    @Test
    void functionsInThePlaceOfTablesMayUseIt() {
        FunctionTable<TextExpr> tag = unnest("tag", SqlTypes.TEXT, o.customerTags());
        shown(select(o.id, tag.value())
                        .from(o)
                        .join(tag, inline(true))
                        .where(o.id.le(11L))
                        .orderBy(o.id.asc(), tag.value().asc()))
                .sql("select o.id, tag.value from orders as o" + C
                        + " join unnest(o/customer.tags) as tag (value) on true where o.id <= ?"
                        + " order by o.id, tag.value")
                .rows("10, a", "10, b", "11, b");
    }

    @Test
    void rowsThatAreLockedAreNotJoined() {
        shown(select(o.id, o.customerName()).where(o.regionName().eq("South")).lock(forUpdate()))
                .sql("select o.id, " + NAME + " from orders as o where (select o/customer/region.name from customer as"
                        + " o/customer" + R + " where o.customer_id = o/customer.id) = ? for update")
                .rows("11, Bob");
    }

    @Test
    void theOwnersSourceIsImpliedByThePathAlone() {
        shown(selectValue(o.customerName()).where(o.customerName().eq("Bob")))
                .sql("select o/customer.name from orders as o" + C + " where o/customer.name = ?")
                .rows("Bob");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(o.customerName(), c.name).sql())
                .withMessageContaining("nothing connects the sources [c, o]");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(o.customerName()).from(c).sql())
                .withMessageContaining("\"o\" is not a source of the statement");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(o.id, c.id)
                        .from(o, c)
                        .where(o.customerName().eq("x"))
                        .sql())
                .withMessageContaining("nothing connects");
    }

    @Test
    void twoTargetsOfOneAliasAreRefused() {
        QCustomer same = new QCustomer("same");
        TextExpr one = Related.one(o.customer, same, customer -> customer.name);
        QOrder other = new QOrder("p");
        TextExpr another = Related.one(other.customer, same, customer -> customer.name);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(one, another)
                        .from(o)
                        .join(other, other.id.eq(o.id))
                        .sql())
                .withMessageContaining("two sources are called \"same\"");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> select(one).from(o).join(o.customer, same).sql())
                .withMessageContaining("two sources are called \"same\"");
        shown(select(one, same.name)
                        .from(o)
                        .join(other, other.id.eq(o.id))
                        .join(o.customer, c)
                        .where(o.id.eq(10L)))
                .rows("Ada, Ada");
    }

    @Test
    void whatWouldMeanSomethingElseWhenJoinedIsRefused() {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> Related.one(o.customer, c, customer -> max(customer.name)))
                .withMessageContaining("value(…)");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() ->
                        Related.one(o.customer, c, customer -> rowNumber().over(Windows.orderBy(customer.id.asc()))));
        Path<QCustomer> named = target -> o.customer.on(target).and(target.name.eq("Ada"));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> Related.one(named, c, customer -> customer.name))
                .withMessageContaining("inline(…)");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> Related.one(c.sponsor, c, sponsor -> sponsor.name))
                .withMessageContaining("both called \"c\"");
    }

    @Test
    void pathsOfOnesOwnAreFollowedToo() {
        Path<QCustomer> ada = target -> o.customer.on(target).and(target.name.eq(inline("Ada")));
        shown(select(o.id, Related.one(ada, c, customer -> customer.points)).orderBy(o.id.asc()))
                .sql("select o.id, c.points from orders as o left join customer as c on o.customer_id = c.id"
                        + " and c.name = cast('Ada' as text) order by o.id")
                .rows("10, 9", "11, null", "12, null", "13, null", "14, 9");
        Path<QCustomer> best = target -> target.points.gt(o.total).and(target.id.lt(inline(2L)));
        shown(select(o.id, Related.one(best, c, customer -> customer.name))
                        .orderBy(o.id.asc())
                        .limit(1))
                .sql("select o.id, (select c.name from customer as c where c.points > o.total and c.id <"
                        + " cast('2' as bigint)) from orders as o order by o.id limit ?")
                .rows("10, Ada");
    }

    @Test
    void statementsOfTheSamePathsHaveOneText() {
        long misses = StatementCache.shared().misses();
        String text =
                select(o.customerGreeted()).where(o.regionName().eq("misses")).sql();
        long first = StatementCache.shared().misses();
        QOrder again = new QOrder("o");
        assertThat(select(again.customerGreeted())
                        .where(again.regionName().eq("other"))
                        .sql())
                .isEqualTo(text);
        assertThat(StatementCache.shared().misses()).isEqualTo(first).isGreaterThan(misses);
        Row row = queries.list(select(o.id, o.customerName())).get(0);
        assertThat(row.get(again.customerName())).isEqualTo("Ada");
    }

    @Test
    void eachJoinHasALineForPeople() {
        assertThat(select(o.id, o.customerName()).orderBy(o.id.asc()).pretty().replace("\"", ""))
                .isEqualTo("""
                        select o.id, o/customer.name
                        from orders as o
                        left join customer as o/customer on o.customer_id = o/customer.id
                        order by o.id""");
    }

    @Test
    void aliasesStayWithinWhatPostgreSqlKeepsAndStayDistinct() {
        assertThat(Related.alias(o, "customer")).isEqualTo("o/customer");
        QCustomer deep = c;
        for (int i = 0; i < 12; i++) {
            deep = deep.sponsored();
        }
        String alias = deep.source().alias();
        assertThat(alias.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(alias)
                .startsWith("c/sponsor/sponsor/")
                .isNotEqualTo(deep.sponsored().source().alias());
        String umlauts = Related.alias(new QOrder("ü".repeat(31)), "ä😀".repeat(9));
        assertThat(umlauts.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(umlauts)
                .startsWith("üüü")
                .doesNotContain("\uD83D~")
                .isEqualTo(Related.alias(new QOrder("ü".repeat(31)), "ä😀".repeat(9)));
        shown(select(deep.homeName(), deep.homePeople(), deep.sponsorName())
                        .from(deep)
                        .where(deep.id.eq(3L)))
                .rows("North, 100, Bob");
    }
}
