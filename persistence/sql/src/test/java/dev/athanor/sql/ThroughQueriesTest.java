// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Tables.unnest;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Paths within queries, changes and other statements: who joins what they lead to. */
class ThroughQueriesTest extends ThroughTests {
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
                .sql("update orders as o set note = (select c/sponsor.name from customer as c/sponsor where"
                        + " c.sponsor_id = c/sponsor.id) from customer as c where o.customer_id = c.id and (select"
                        + " c/sponsor.name from customer as c/sponsor where c.sponsor_id = c/sponsor.id) is not"
                        + " null")
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
                .sql("insert into orders as o (id, note, customer_id) select f.id + cast('90' as bigint),"
                        + " f/customer.name, f.customer_id from orders as f left join customer as f/customer on"
                        + " f.customer_id = f/customer.id where f.id = ? returning o.note, " + NAME)
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
                .sql("select named.name, named.region from (select o.id, o/customer.name, o/customer/region.name as"
                        + " region from orders as o" + C + R
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
}
