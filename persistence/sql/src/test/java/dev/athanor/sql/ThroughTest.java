// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.rollup;
import static dev.athanor.sql.Aggregates.stringAgg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rank;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Values of what a relation leads to: joined by itself where that can be, and asked for by a query elsewhere. */
class ThroughTest extends ThroughTests {
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
                    order by o.id\
                    """);
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
