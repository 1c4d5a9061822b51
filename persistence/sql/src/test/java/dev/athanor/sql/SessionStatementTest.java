// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.sql.tree.Selection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What sessions need to know of statements. */
class SessionStatementTest {
    private static final class Person {}

    private static final class Manager {}

    private static final class QManager extends EntityTable<Manager> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final NumberColumn<Integer> bonus = made().in("manager").number("bonus", "bonus", SqlTypes.INTEGER);

        QManager(String alias) {
            super(
                    Manager.class,
                    Kept.in("person").and("manager", Kept.in("manager"), false, List.of("id"), List.of("person_id")),
                    alias,
                    Map.of());
        }
    }

    private static final class QPerson extends EntityTable<Person> {
        final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
        final ToMany<Person, Manager, QManager> bosses = new ToMany<>(
                Person.class,
                "bosses",
                made().linked(
                                "bosses",
                                new Link(
                                        Kept.in("bosses"),
                                        List.of("one"),
                                        List.of("id"),
                                        List.of("other"),
                                        List.of("id"))));

        QPerson(String alias) {
            super(Person.class, Kept.in("person"), alias, Map.of());
        }
    }

    private record Named(String name) implements Option<Person> {}

    private final QPerson p = new QPerson("p");

    @Test
    void optionsAreKeptThroughAllSteps() {
        Select<Person> statement = select(p)
                .options(new Named("a"))
                .where(p.id.eq(param("id", SqlTypes.BIGINT)))
                .options(new Named("b"))
                .orderBy(p.id.asc())
                .bind("id", 1L);

        assertThat(statement.options()).isEqualTo(List.of(new Named("a"), new Named("b")));
        assertThat(select(p).options()).isEmpty();
        assertThat(selectValue(p.id).options()).isEmpty();
    }

    @Test
    void theClassOfEntitiesIsKnown() {
        assertThat(select(p).result()).isInstanceOfSatisfying(Result.Entity.class, entity -> assertThat(entity.type())
                .isEqualTo(Person.class));
        assertThat(delete(p).returning(p).result())
                .isInstanceOfSatisfying(
                        Result.Entity.class, entity -> assertThat(entity.type()).isEqualTo(Person.class));
    }

    @Test
    void anotherTreeHasTheStatementsParameters() {
        Select<Person> statement =
                select(p).where(p.id.eq(param("id", SqlTypes.BIGINT))).bind("id", 7L);
        Selection other = select(p).where(p.id.gt(param("id", SqlTypes.BIGINT))).command();

        assertThat(statement.compiled(other).sql()).endsWith("\"p\".\"id\" > ?");
        assertThat(statement.compiled(other).values()).isEqualTo(List.of(7L));
        assertThatThrownBy(() -> Compiled.of(other).values()).isInstanceOf(SqlException.class);
    }

    @Test
    void columnsOfSeveralTablesAreReadThroughALink() {
        QManager boss = new QManager("boss");
        assertThat(select(p.id, boss.id, boss.bonus)
                        .from(p)
                        .join(p.bosses, boss)
                        .sql()
                        .replace("\"", ""))
                .isEqualTo("select p.id, boss.id, boss.bonus".replace("boss.bonus", "boss.manager.bonus")
                        + " from person as p join (person as boss join manager as boss.manager on boss.id ="
                        + " boss.manager.person_id join bosses as boss.bosses on boss.id = boss.bosses.other)"
                        + " on boss.bosses.one = p.id");
    }
}
