// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids.tutorial;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Queries;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.Statement;
import dev.athanor.sql.Update;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manual on hybrids, in the order of its parts. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
class HybridsTutorialTest {
    private Connection connection;
    private Queries queries;

    @BeforeEach
    void fill(TestDatabase database) throws SQLException {
        database.execute("""
                create table customer (id bigint primary key, firstname text, lastname text, nickname text, email text,
                    birthday date);
                create table invoice (id bigint primary key, customer_id bigint references customer, state text,
                    due date, shipping numeric(12, 2));
                create table invoiceline (id bigint primary key, invoice_id bigint references invoice,
                    unitprice numeric(12, 2), quantity integer);
                insert into customer values
                    (1, 'Ada', 'Lovelace', ' Countess ', 'Ada@Example.org', current_date - interval '40 years'),
                    (2, 'Alan', 'Turing', null, 'alan@example.org', current_date - interval '20 years');
                insert into invoice values
                    (1, 1, 'OPEN', current_date - 1, 4.5), (2, 2, 'PAID', current_date - 1, 0), (3, null, 'OPEN', null, 1);
                insert into invoiceline values (1, 1, 9.99, 3), (2, 1, 1, 1), (3, 2, 5, 2);
                """);
        connection = database.dataSource().getConnection();
        queries = Queries.on(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static String sql(Statement statement) {
        return statement.sql().replace("\"", "");
    }

    @Test
    void hybridsAreSelectedAskedAndOrdered() {
        // region begin
        QCustomer c = QCustomer.as("c");
        Select<Row> grown = select(c.fullName(), c.age())
                .where(c.isOlderThan(30), c.fullName().like("A%"))
                .orderBy(c.fullName().asc());
        // endregion

        assertThat(queries.list(grown)).singleElement().satisfies(row -> {
            assertThat(row.get(c.fullName())).isEqualTo("Ada Lovelace");
            assertThat(row.get(c.age())).isEqualTo(40);
        });
    }

    @Test
    void hybridsAreGroupedAndJoined() {
        // region groups
        QInvoice i = QInvoice.as("i");
        Select<Row> perCustomer = select(i.addressee(), count(), sum(i.total()))
                .from(i)
                .groupBy(i.addressee())
                .having(sum(i.total()).gt(BigDecimal.ONE))
                .orderBy(i.addressee().asc());
        // endregion

        assertThat(queries.list(perCustomer)).extracting(row -> row.get(i.addressee())).containsExactly("Ada Lovelace", "Alan Turing");
    }

    @Test
    void pathsJoinByThemselves() {
        // region joined
        QInvoice i = QInvoice.as("i");
        Select<String> overdue = selectValue(i.addressee()).where(i.isOverdue());
        // endregion

        assertThat(sql(overdue)).contains("from invoice as i left join customer as i/customer on");
        assertThat(queries.list(overdue)).containsExactly("Ada Lovelace");
    }

    @Test
    void bodiesHaveSeveralWays() {
        QCustomer c = QCustomer.as("c");
        assertThat(queries.list(selectValue(c.calledBy()).orderBy(c.id.asc()))).containsExactly("Countess", "Alan Turing");
    }

    @Test
    void sqlIsSaidWhereItCannotBeRead() {
        QCustomer c = QCustomer.as("c");
        assertThat(queries.list(selectValue(c.initials()).orderBy(c.id.asc()))).containsExactly("A.L", "A.T");
    }

    @Test
    void hybridsAreSet() {
        // region set
        QCustomer c = QCustomer.table();
        Update renamed = update(c).set(c.fullName, "Augusta King").where(c.fullName().eq("Ada Lovelace"));
        // endregion

        assertThat(queries.execute(renamed)).isOne();
        assertThat(queries.list(selectValue(c.lastName).where(c.firstName.eq("Augusta")))).containsExactly("King");
    }
}
