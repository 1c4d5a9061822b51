// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Multisets.multiset;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows within rows, by one statement. */
class MultisetTest extends Database {
    private final Teams t = new Teams("t");
    private final People p = new People("p");

    static final class Teams extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");

        Teams(String alias) {
            super("teams", alias);
        }
    }

    static final class People extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final NumberColumn<Long> teamId = bigint("team_id");
        final NumberColumn<BigDecimal> pay = numeric("pay");
        final ForeignKey<Teams> team = foreignKey(teamId).references(teams -> teams.id);

        People(String alias) {
            super("people", alias);
        }
    }

    record Person(long id, String name, @Nullable BigDecimal pay) {}

    record Team(String name, List<Person> people) {}

    record Named(String name) {}

    record Deep(String name, List<Inner> inner) {}

    record Inner(String name, List<Named> others) {}

    @Override
    void create(TestDatabase fresh) throws SQLException {
        Things.create(fresh);
        fresh.execute("""
                create table teams (id bigint primary key, name text not null);
                create table people (id bigint primary key, name text not null, team_id bigint references teams, pay numeric);
                insert into teams values (1, 'Blue'), (2, 'Red'), (3, 'Empty');
                insert into people values (1, 'Zoe', 1, 10.50), (2, E'Ann "\\\\\\n\\u0001é"', 1, null), (3, 'Max', 2, 1e20);
                """);
    }

    @Test
    void rowsAreWithinRows() {
        List<Team> teams = queries.list(select(
                        Team.class,
                        t.name,
                        multiset(select(Person.class, p.id, p.name, p.pay)
                                .from(p)
                                .where(p.teamId.eq(t.id))
                                .orderBy(p.name.asc())))
                .from(t)
                .orderBy(t.id.asc()));

        assertThat(teams)
                .containsExactly(
                        new Team(
                                "Blue",
                                List.of(
                                        new Person(2, "Ann \"\\\n\u0001é\"", null),
                                        new Person(1, "Zoe", new BigDecimal("10.50")))),
                        new Team("Red", List.of(new Person(3, "Max", new BigDecimal("100000000000000000000")))),
                        new Team("Empty", List.of()));
    }

    @Test
    void valuesAreExactlyThoseReadByThemselves() {
        Things things = new Things("things");
        List<Row> plain = queries.list(select(things).orderBy(things.id.asc()));
        List<Row> nested = queries.one(selectValue(multiset(select(things).orderBy(things.id.asc()))));

        assertThat(nested).hasSize(2);
        for (int i = 0; i < plain.size(); i++) {
            for (Column<?> column : things.columns()) {
                Object expected = plain.get(i).get(column.expression());
                assertThat(nested.get(i).get(column.expression()))
                        .as("%s", column)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void extremesAreExact() throws SQLException {
        database.execute("update things set at = 'infinity', instant = '-infinity', local = '0044-03-15 10:00 BC',"
                + " day = '12345-06-07', clock = '24:00', \"double\" = 'NaN', single = '-Infinity',"
                + " tags = '{\"a\\\\\\\\b\",\"\\\"\",NULL,\"NULL\",\"\"}' where id = 1");
        valuesAreExactlyThoseReadByThemselves();
    }

    @Test
    void timesAreThoseOfOtherZones() throws SQLException {
        Things things = new Things("things");
        connection.createStatement().execute("set timezone = 'Asia/Kolkata'");
        OffsetDateTime plain = queries.one(selectValue(things.at).where(things.id.eq(1L)));
        List<OffsetDateTime> nested =
                queries.one(selectValue(multiset(selectValue(things.at).where(things.id.eq(1L)))));

        assertThat(nested).containsExactly(plain);
    }

    @Test
    void theyAreNestedToAnyDepth() {
        People other = new People("other");
        List<Deep> deep = queries.list(select(
                        Deep.class,
                        t.name,
                        multiset(select(
                                        Inner.class,
                                        p.name,
                                        multiset(select(Named.class, other.name)
                                                .from(other)
                                                .where(other.teamId.eq(p.teamId), other.id.ne(p.id))))
                                .from(p)
                                .where(p.teamId.eq(t.id))
                                .orderBy(p.id.desc())))
                .from(t)
                .where(t.id.le(2L))
                .orderBy(t.id.asc()));

        assertThat(deep)
                .containsExactly(
                        new Deep(
                                "Blue",
                                List.of(
                                        new Inner("Ann \"\\\n\u0001é\"", List.of(new Named("Zoe"))),
                                        new Inner("Zoe", List.of(new Named("Ann \"\\\n\u0001é\""))))),
                        new Deep("Red", List.of(new Inner("Max", List.of()))));
    }

    @Test
    void ordersAndLimitsHold() {
        List<List<String>> names = queries.list(selectValue(multiset(selectValue(p.name.as("label"))
                        .from(p)
                        .orderBy(p.name.as("label").desc())
                        .limit(2)))
                .from(t)
                .limit(1));

        assertThat(names).containsExactly(List.of("Zoe", "Max"));
    }

    @Test
    void distinctGroupedAndCombinedRowsAreWhatTheyAre() {
        List<Row> groups = queries.one(selectValue(multiset(select(p.teamId, count().as("number"))
                .groupBy(p.teamId)
                .orderBy(count().as("number").desc()))));
        List<Long> distinct = queries.one(selectValue(multiset(selectValue(p.teamId.plus(inline(10L)))
                .distinct()
                .orderBy(p.teamId.plus(inline(10L)).desc()))));
        List<String> both = queries.one(selectValue(
                multiset(selectValue(t.name).union(selectValue(t.name)).orderBy(t.name.asc()))));

        assertThat(groups).extracting(Row::toString).containsExactly("[1, 2]", "[2, 1]");
        assertThat(distinct).containsExactly(12L, 11L);
        assertThat(both).containsExactly("Blue", "Empty", "Red");
    }

    @Test
    void valuesAreBound() {
        var people = multiset(select(Named.class, value("x")).from(p).where(p.name.eq("Zoe")));
        assertThat(select(people, t.id).from(t).where(t.id.eq(1L)).binds()).containsExactly("x", "Zoe", 1L);
        assertThat(queries.one(selectValue(people).from(t).where(t.id.eq(1L)))).containsExactly(new Named("x"));
    }

    @Test
    void theyAreSelectedOnly() {
        var people = multiset(select(Named.class, p.name).from(p));

        assertThatThrownBy(() -> queries.list(selectValue(t.id).where(people.eq(List.of()))))
                .hasMessageContaining("a multiset is what is selected");
    }
}
