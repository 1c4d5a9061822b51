// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.tutorial;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.domain.identity.QUser;
import dev.athanor.sql.Query;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The manual on typed tables, in the order of its parts. */
class TypedTablesTest {
    private static String sql(Query<?> query) {
        return query.sql().replace("\"", "");
    }

    @Test
    void columnsAreFields() {
        // region columns
        QEmployee e = QEmployee.as("e");
        Select<Row> young = select(e.id, e.name.upper())
                .where(e.born.gt(LocalDate.of(2000, 1, 1)), e.home.city.eq("Prague"), e.skills.has("Java"))
                .orderBy(e.notes.text("rank").asc());
        // endregion

        assertThat(sql(young))
                .isEqualTo("select e.id, upper(e.name) from employee as e where e.born > ? and e.city = ?"
                        + " and ? = any (e.skills) order by e.notes ->> ?");
    }

    @Test
    void relationsAreJoined() {
        // region joins
        QEmployee e = QEmployee.as("e");
        QEmployee m = QEmployee.as("m");
        QDepartment d = QDepartment.table();
        Select<Row> staff =
                select(d.name, e.name, m.name).from(d).join(d.employees, e).leftJoin(e.manager, m);
        // endregion

        assertThat(sql(staff))
                .isEqualTo("select department.name, e.name, m.name from department"
                        + " join employee as e on e.department_id = department.id"
                        + " left join employee as m on e.manager_id = m.id");
    }

    @Test
    void keysOfOthersAreReadWithoutAJoin() {
        // region keys
        QEmployee e = QEmployee.as("e");
        Select<String> led = selectValue(e.name).where(e.manager.id.eq(7L));
        // endregion

        assertThat(sql(led)).isEqualTo("select e.name from employee as e where e.manager_id = ?");
    }

    @Test
    void collectionsAreTables() {
        // region collections
        QEmployee e = QEmployee.as("e");
        QEmployee.Nicknames n = QEmployee.Nicknames.as("n");
        Select<Row> called = select(e.name, n.value).from(e).join(e.nicknames, n);
        // endregion

        assertThat(sql(called))
                .isEqualTo("select e.name, n.nicknames from employee as e"
                        + " join employee_nicknames as n on n.employee_id = e.id");
    }

    @Test
    void tablesBetweenAreJoinedAlong() {
        // region links
        QEmployee e = QEmployee.as("e");
        QDepartment d = QDepartment.as("d");
        Select<Row> visits = select(e.name, d.name).from(e).leftJoin(e.visited, d);
        // endregion

        assertThat(sql(visits))
                .isEqualTo("select e.name, d.name from employee as e left join (department as d"
                        + " join employee_department as d.visited on d.id = d.visited.visited_id)"
                        + " on d.visited.employee_id = e.id");
    }

    @Test
    void theTablesOfTheMonolithAreGenerated() {
        QUser u = QUser.table();
        assertThat(sql(selectValue(u.passwordHash).where(u.username.eq("jake"))))
                .isEqualTo("select users.password_hash from identity.users where users.username = ?");
        assertThat(u.key()).containsExactly(u.id);
    }
}
