// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids.tutorial;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Computed;
import dev.athanor.sql.Queries;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.Statement;
import dev.athanor.sql.Update;
import dev.athanor.sql.schema.SchemaExpression;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.HybridContract;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
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

        assertThat(queries.list(perCustomer))
                .extracting(row -> row.get(i.addressee()))
                .containsExactly("Ada Lovelace", "Alan Turing");
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
    void hybridsAreInConditionsOfJoins() {
        QCustomer c = QCustomer.as("c");
        QInvoice i = QInvoice.as("i");
        Select<Row> named = select(c.id, i.id)
                .from(c)
                .join(i, i.addressee().eq(c.fullName()))
                .orderBy(c.id.asc());
        assertThat(queries.list(named)).extracting(row -> row.get(i.id)).containsExactly(1L, 2L);
    }

    @Test
    void hybridsGroupAndNumberRows() {
        QCustomer c = QCustomer.as("c");
        Select<Row> ages = select(c.age(), c.isOlderThan(30), count())
                .groupBy(c.age(), c.isOlderThan(30))
                .orderBy(c.age().desc());
        assertThat(queries.list(ages)).extracting(row -> row.get(c.age())).containsExactly(40, 20);

        QInvoice i = QInvoice.as("i");
        Select<Row> ranks = select(
                        i.id,
                        rowNumber()
                                .over(partitionBy(i.isOverdue())
                                        .orderBy(i.total().desc())))
                .orderBy(i.total().desc());
        assertThat(queries.list(ranks)).extracting(row -> row.get(i.id)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void hybridsTakeExpressions() {
        QCustomer c = QCustomer.as("c");
        Select<Long> older = selectValue(c.id).where(c.isOlderThan(c.age().minus(1)));
        assertThat(queries.list(older)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void hybridsSayWhichRowsAreChanged() {
        QInvoice i = QInvoice.table();
        assertThat(queries.execute(update(i)
                        .set(i.state, Invoice.State.CANCELLED)
                        .where(i.addressee().eq("Ada Lovelace"))))
                .isOne();
        QInvoiceLine l = QInvoiceLine.table();
        assertThat(queries.execute(delete(l).where(l.total().lt(BigDecimal.TEN))))
                .isOne();
    }

    @Test
    void bodiesHaveSeveralWays() {
        QCustomer c = QCustomer.as("c");
        assertThat(queries.list(selectValue(c.calledBy()).orderBy(c.id.asc())))
                .containsExactly("Countess", "Alan Turing");
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
        Update renamed =
                update(c).set(c.fullName, "Augusta King").where(c.fullName().eq("Ada Lovelace"));
        // endregion

        assertThat(queries.execute(renamed)).isOne();
        assertThat(queries.list(selectValue(c.lastName).where(c.firstName.eq("Augusta"))))
                .containsExactly("King");
    }

    @Test
    void theDatabaseKeepsHybrids(TestDatabase database) throws SQLException {
        // region schema
        QInvoice i = QInvoice.table();
        Computed<?> tax = i.computed().get(0);
        String column = SchemaExpression.of(i, tax.expression()).sql();
        String addition =
                "alter table invoice add column " + tax.name() + " numeric generated always as (" + column + ") stored";
        // endregion
        database.execute(addition);

        assertThat(sql(selectValue(i.shippingTax()))).isEqualTo("select invoice.shipping_tax from invoice");
        assertThat(queries.list(selectValue(i.shippingTax()).orderBy(i.id.asc())))
                .containsExactly(new BigDecimal("0.95"), new BigDecimal("0.00"), new BigDecimal("0.21"));
    }

    @Test
    void indexesServeHybrids(TestDatabase database) throws SQLException {
        QCustomer c = QCustomer.table();
        Computed<?> login = c.computed().get(0);
        assertThat(login.stored()).isFalse();
        String expression = SchemaExpression.of(c, login.expression()).sql();
        database.execute("create index customer_login on customer ((" + expression + "))");
        connection.setAutoCommit(false);
        database.execute(
                "insert into customer select n, 'a', 'b', 'c', 'x' || n from generate_series(100, 5000) as n; analyze");

        String plan = plan(selectValue(c.id).where(c.login().eq("x4711")));

        assertThat(plan).contains("customer_login");
    }

    private String plan(Select<?> query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("explain " + query.sql())) {
            statement.setString(1, "x4711");
            try (ResultSet lines = statement.executeQuery()) {
                StringBuilder plan = new StringBuilder();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
                return plan.toString();
            }
        }
    }

    @Test
    void hybridsAreProven(TestDatabase database) {
        DataSource dataSource = database.dataSource();
        // region contract
        HybridContract.of(QCustomer.table()).withoutSurrogates().check(dataSource);
        HybridContract.of(QInvoice.table()).rows(500).check(dataSource);
        // endregion
    }
}
