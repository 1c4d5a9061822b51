// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables that have entities of several classes, used for one of them: other rows are neither seen nor changed. */
class HierarchyTest extends Database {
    private static class Vehicle {}

    private static class Car extends Vehicle {}

    private abstract static class QVehicles<E> extends EntityTable<E> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final TextColumn name = made().text("name", "name");
        final NumberColumn<Long> next = made().number("next", "next", SqlTypes.BIGINT);
        final ToOne<E, Car, QCar> towed =
                new ToOne<>(entityType(), "towed", made().refers("towed", Map.of("id", "next")));
        final ToMany<E, Car, QCar> friends = new ToMany<>(
                entityType(),
                "friends",
                made().linked(
                                "friends",
                                new Link(
                                        Kept.in("friends"),
                                        List.of("one"),
                                        List.of("id"),
                                        List.of("other"),
                                        List.of("id"))));

        QVehicles(Class<E> type, String alias, Discriminator told) {
            super(type, Kept.in("vehicle").told(told), alias, Map.of());
        }
    }

    private static final class QVehicle extends QVehicles<Vehicle> {
        QVehicle(String alias) {
            super(Vehicle.class, alias, Discriminator.in("kind").own("any"));
        }
    }

    private static final class QCar extends QVehicles<Car> {
        QCar(String alias) {
            super(Car.class, alias, Discriminator.in("kind").own("car").only("car", "cab"));
        }
    }

    private final QVehicle v = new QVehicle("v");
    private final QCar c = new QCar("c");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        fresh.execute("""
                create table vehicle (id bigint primary key, kind varchar(31), name text, next bigint);
                create table friends (one bigint, other bigint);
                insert into vehicle values (1, 'car', 'Ada', 2), (2, 'cab', 'Bob', 3), (3, 'van', 'Cyd', 1);
                insert into friends values (1, 2), (1, 3);
                """);
    }

    @Test
    void rowsOfTheRootAreAll() {
        shown(selectValue(v.name).orderBy(v.id.asc()))
                .sql("select v.name from vehicle as v order by v.id")
                .rows("Ada", "Bob", "Cyd");
    }

    @Test
    void selectsSeeTheClassAndThoseBelow() {
        shown(selectValue(c.name).where(c.id.gt(0L).or(c.name.eq("x"))).orderBy(c.id.asc()))
                .sql("select c.name from vehicle as c where (c.id > ? or c.name = ?) and c.kind in"
                        + " (cast('car' as text), cast('cab' as text)) order by c.id")
                .rows("Ada", "Bob");
        shown(select(c.id, c.name, count()).groupBy(c.id).orderBy(c.id.asc())).rows("1, Ada, 1", "2, Bob, 1");
    }

    @Test
    void joinsSeeThemByTheirConditions() {
        shown(select(v.name, c.name).from(v).join(v.towed, c).orderBy(v.id.asc()))
                .sql("select v.name, c.name from vehicle as v join vehicle as c on v.next = c.id and c.kind in"
                        + " (cast('car' as text), cast('cab' as text)) order by v.id")
                .rows("Ada, Bob", "Cyd, Ada");
        shown(select(v.name, c.name).from(v).leftJoin(v.towed, c).orderBy(v.id.asc()))
                .rows("Ada, Bob", "Bob, null", "Cyd, Ada");
        shown(select(v.name, c.name).from(v).leftJoin(v.friends, c).orderBy(v.id.asc(), c.id.asc()))
                .rows("Ada, Bob", "Bob, null", "Cyd, null");
        shown(select(v.name, c.name).from(v).crossJoin(c).where(v.id.eq(3L)).orderBy(c.id.asc()))
                .rows("Cyd, Ada", "Cyd, Bob");
    }

    @Test
    void joinsThatMakeNullsOfTheFirstSeeThem() {
        shown(select(c.name, v.name).from(c).rightJoin(v, c.next.eq(v.id)).orderBy(v.id.asc()))
                .sql("select c.name, v.name from (select * from vehicle where kind in (cast('car' as text),"
                        + " cast('cab' as text))) as c right join vehicle as v on c.next = v.id order by v.id")
                .rows("null, Ada", "Ada, Bob", "Bob, Cyd");
        shown(select(v.name, c.name).from(v).rightJoin(c, v.next.eq(c.id)).orderBy(c.id.asc()))
                .rows("Cyd, Ada", "Ada, Bob");
        QCar other = new QCar("other");
        shown(select(c.name, other.name)
                        .from(c)
                        .fullJoin(other, c.next.eq(other.id))
                        .orderBy(c.id.asc()))
                .rows("Ada, Bob", "Bob, null", "null, Ada");
    }

    @Test
    void subqueriesAndValuesOfRelationsSeeThem() {
        shown(selectValue(v.name).where(v.id.in(selectValue(c.id))).orderBy(v.id.asc()))
                .rows("Ada", "Bob");
        shown(select(v.name, Related.one(v.towed, c, row -> row.name)).from(v).orderBy(v.id.asc()))
                .rows("Ada, Bob", "Bob, null", "Cyd, Ada");
        shown(select(v.name, Related.count(v.friends, c)).from(v).orderBy(v.id.asc()))
                .rows("Ada, 1", "Bob, 0", "Cyd, 0");
        shown(selectValue(v.name).from(v).where(Related.exists(v.towed, c)).orderBy(v.id.asc()))
                .rows("Ada", "Cyd");
    }

    @Test
    void updatesChangeThem() {
        shown(update(c).setNull(c.name).returning(c.id))
                .sql("update vehicle as c set name = ? where c.kind in (cast('car' as text), cast('cab' as text))"
                        + " returning c.id")
                .rows("1", "2");
        shown(update(v).set(v.name, c.name).from(c).where(v.next.eq(c.id))).touches(2);
        shown(selectValue(v.name).where(v.name.isNotNull())).rows();
    }

    @Test
    void deletesRemoveThem() {
        shown(delete(c).returning(c.id)).rows("1", "2");
        shown(delete(v).using(c).where(v.next.eq(c.id)).returning(v.id)).rows();
        shown(selectValue(v.id)).rows("3");
    }

    @Test
    void insertsSayTheClass() {
        queries.execute(insert(c).set(c.id, 4L).set(c.name, "Dee"));
        queries.execute(insert(v).row(row -> row.set(v.id, 5L)).row(row -> row.set(v.id, 6L)
                .set(v.name, "Flo")));
        queries.execute(insert(c)
                .from(
                        select(v.id.plus(10L), v.name)
                                .where(v.id.eq(3L))
                                .unionAll(select(v.id.plus(20L), v.name).where(v.id.eq(3L))),
                        c.id,
                        c.name));
        assertThat(queries.list(Sql.selectValue(Sql.text(SqlTypes.TEXT, "string_agg(kind, ' ' order by id)"))
                        .from(v)))
                .containsExactly("car cab van car any any car car");
    }

    @Test
    void conflictsWithOtherClassesLeaveTheirRowsAlone() {
        shown(insert(c)
                        .row(row -> row.set(c.id, 1L).set(c.name, "new"))
                        .row(row -> row.set(c.id, 3L).set(c.name, "new"))
                        .onConflict(c.id)
                        .doUpdate(row -> row.setExcluded(c.name))
                        .returning(c.id, c.name))
                .rows("1, new");
    }

    @Test
    void aClassWithoutEntitiesHasNoRows() {
        EntityTable<Car> none = new EntityTable<>(
                Car.class, Kept.in("vehicle").told(Discriminator.in("kind").none()), "n", Map.of()) {};
        shown(select(Sql.inline(1)).from(none)).rows();
    }
}
