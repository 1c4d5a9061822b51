// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of entities, as a generator writes them. */
class EntityTableTest extends Database {
    private static final class Person {}

    private static final class Manager {}

    /** What is embedded in others. */
    private static final class QAddress {
        final TextColumn city;

        QAddress(Columns columns) {
            city = columns.text("city", "city");
        }
    }

    private static final class QPerson extends EntityTable<Person> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final TextColumn name = made().text("name", "name");
        final QAddress home = new QAddress(made().embedded("home"));
        final QAddress work = new QAddress(made().embedded("work"));
        final Reference<Person> boss = new Reference<>(Person.class, "boss", made(), Map.of("id", "boss_id"));
        final ToMany<Person, Person, QPerson> staff =
                new ToMany<>(Person.class, "staff", other -> other.boss.leadsTo(this));
        final ToMany<Person, Person, QPerson> friends = new ToMany<>(
                Person.class,
                "friends",
                made().linked(
                                "friends",
                                new Link(
                                        Kept.in("friends"),
                                        List.of("one"),
                                        List.of("id"),
                                        List.of("other"),
                                        List.of("id"))));

        QPerson(String alias) {
            super(Person.class, Kept.in("person"), alias, Map.of("home.city", "home_city", "work.city", "work_city"));
        }

        private static final class Reference<S> extends ToOne<S, Person, QPerson> {
            final NumberColumn<Long> id;

            Reference(Class<S> owner, String attribute, Columns columns, Map<String, String> names) {
                super(owner, attribute, columns.refers(attribute, names));
                id = columns.referring(attribute, names, Map.of()).number("id", "id", SqlTypes.BIGINT);
            }
        }
    }

    private static final class QManager extends EntityTable<Manager> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final TextColumn name = made().text("name", "name");
        final NumberColumn<Integer> bonus = made().in("manager").number("bonus", "bonus", SqlTypes.INTEGER);

        QManager(String alias) {
            super(
                    Manager.class,
                    Kept.in("person").and("manager", Kept.in("manager"), false, List.of("id"), List.of("person_id")),
                    alias,
                    Map.of());
        }
    }

    private final QPerson p = new QPerson("p");
    private final QManager m = new QManager("m");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        fresh.execute("""
                create table person (id bigint primary key, name text, home_city text, work_city text, boss_id bigint);
                create table manager (person_id bigint references person, bonus int);
                create table friends (one bigint, other bigint);
                insert into person values (1, 'Ada', 'Rome', 'Oslo', null), (2, 'Bob', 'Bonn', null, 1),
                  (3, 'Cyd', null, null, 1);
                insert into manager values (1, 70);
                insert into friends values (1, 2), (2, 3), (2, 1);
                """);
    }

    @Test
    void embeddedObjectsHaveTheColumnsOfTheirPlace() {
        shown(selectValue(p.home.city).where(p.work.city.eq("Oslo")))
                .sql("select p.home_city from person as p where p.work_city = ?")
                .rows("Rome");
    }

    @Test
    void keysOfOthersAreReadWithoutAJoin() {
        QPerson boss = new QPerson("boss");
        shown(selectValue(p.id).where(p.boss.id.eq(1L)).orderBy(p.id.asc()))
                .sql("select p.id from person as p where p.boss_id = ? order by p.id")
                .rows("2", "3");
        shown(select(p.name, boss.name).from(p).leftJoin(p.boss, boss).orderBy(p.id.asc()))
                .sql("select p.name, boss.name from person as p left join person as boss on p.boss_id = boss.id"
                        + " order by p.id")
                .rows("Ada, null", "Bob, Ada", "Cyd, Ada");
        assertThat(p.boss).hasToString("Person.boss");
    }

    @Test
    void relationsToManyAreJoined() {
        QPerson other = new QPerson("other");
        shown(select(p.name, count(other.id))
                        .from(p)
                        .leftJoin(p.staff, other)
                        .groupBy(p.id)
                        .orderBy(p.id.asc()))
                .sql("select p.name, count(other.id) from person as p left join person as other on other.boss_id = p.id"
                        + " group by p.id order by p.id")
                .rows("Ada, 2", "Bob, 0", "Cyd, 0");
        shown(select(p.name, other.name).from(p).leftJoin(p.friends, other).orderBy(p.id.asc(), other.id.asc()))
                .sql("select p.name, other.name from person as p left join (person as other join friends as"
                        + " other.friends on other.id = other.friends.other) on other.friends.one = p.id"
                        + " order by p.id, other.id")
                .rows("Ada, Bob", "Bob, Ada", "Bob, Cyd", "Cyd, null");
    }

    @Test
    void valuesOfRelatedRowsNeedNoJoin() {
        QPerson other = new QPerson("other");
        shown(select(
                                p.name,
                                Related.value(p.boss, other, boss -> boss.name),
                                Related.count(p.staff, other),
                                Related.value(p.staff, other, staff -> Aggregates.max(staff.id))
                                        .plus(1L),
                                Related.exists(p.friends, other, other.name.eq("Cyd")))
                        .from(p)
                        .orderBy(p.id.asc()))
                .sql("select p.name, (select other.name from person as other where p.boss_id = other.id),"
                        + " (select count(*) from person as other where other.boss_id = p.id),"
                        + " (select max(other.id) from person as other where other.boss_id = p.id) + ?,"
                        + " exists (select 1 from (person as other join friends as other.friends"
                        + " on other.id = other.friends.other) where other.friends.one = p.id and other.name = ?)"
                        + " from person as p order by p.id")
                .rows("Ada, null, 2, 4, false", "Bob, Ada, 0, null, true", "Cyd, Ada, 0, null, false");
        shown(selectValue(p.name).where(Related.notExists(p.friends, other))).rows("Cyd");
        shown(update(p)
                        .set(
                                p.name,
                                Related.value(p.boss, other, boss -> boss.name).concat("'s"))
                        .where(p.id.eq(2L)))
                .touches(1);
        shown(selectValue(p.name).where(p.id.eq(2L))).rows("Ada's");
    }

    @Test
    void anEntityInSeveralTablesIsOneSource() {
        shown(select(m.name, m.bonus).where(m.bonus.gt(1), m.id.lt(9L)))
                .sql("select m.name, m.manager.bonus from (person as m join manager as m.manager"
                        + " on m.id = m.manager.person_id) where m.manager.bonus > ? and m.id < ?")
                .binds(1, 9L)
                .rows("Ada, 70");
        shown(select(p.name, m.bonus).from(p).leftJoin(m, m.id.eq(p.boss.id)).orderBy(p.id.asc()))
                .rows("Ada, null", "Bob, 70", "Cyd, 70");
        shown(selectValue(p.name).where(p.id.in(selectValue(m.id)))).rows("Ada");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> update(m).set(m.bonus, 1))
                .withMessageContaining("several tables");
        assertThatExceptionOfType(SqlException.class).isThrownBy(() -> insert(m).set(m.name, "x"));
    }

    @Test
    void wholeEntitiesAreForASession() {
        shown(select(m).where(m.bonus.eq(70)))
                .sql("select m.id, m.name, m.manager.bonus from (person as m join manager as m.manager"
                        + " on m.id = m.manager.person_id) where m.manager.bonus = ?");
        assertThat(m.entityType()).isEqualTo(Manager.class);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.list(select(p)))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.SESSION_NEEDED));
    }
}
