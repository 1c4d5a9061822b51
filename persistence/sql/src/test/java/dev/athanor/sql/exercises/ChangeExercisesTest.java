// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Queries;
import dev.athanor.sql.Returning;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Update;
import dev.athanor.sql.exercises.Company.Accounts;
import dev.athanor.sql.exercises.Company.Employees;
import dev.athanor.sql.exercises.Company.Jobs;
import dev.athanor.sql.exercises.Company.Leavers;
import dev.athanor.sql.exercises.Company.Offers;
import dev.athanor.sql.exercises.Company.Products;
import dev.athanor.sql.exercises.Company.Roads;
import dev.athanor.sql.exercises.Company.Subscribers;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that are added, changed and deleted, by others and together with others. */
class ChangeExercisesTest extends CompanyExercises {
    private final Employees e = new Employees("e");
    private final Leavers l = new Leavers("l");
    private final Products p = new Products("p");
    private final Offers o = new Offers("o");
    private final Roads r = new Roads("r");
    private final Subscribers s = new Subscribers("s");
    private final Accounts a = new Accounts("a");
    private final Jobs j = new Jobs("j");

    record Subscriber(long id, String name) {}

    @Test
    void generatedKeysComeInTheOrderOfTheRows() {
        Returning<Subscriber> statement = insert(s)
                .rows(List.of("Zoe", "Bob", "Max"), (row, name) -> row.set(s.name, name)
                        .set(s.email, name + "@example.org"))
                .returning(Subscriber.class, s.id, s.name);

        assertThat(queries.list(statement))
                .containsExactly(new Subscriber(2, "Zoe"), new Subscriber(3, "Bob"), new Subscriber(4, "Max"));
    }

    record Leaver(long id, String name, LocalDate left) {}

    @Test
    void whoIsDeletedIsArchivedByTheSameStatement() {
        LocalDate today = LocalDate.of(2026, 7, 1);
        CommonTable gone =
                delete(e).where(e.salary.lt(4000)).returning(e.id, e.name).asCommonTable("gone");
        queries.execute(insert(l)
                .from(select(gone.get(e.id), gone.get(e.name), value(today)).from(gone), l.id, l.name, l.left));

        assertThat(queries.list(select(Leaver.class, l.id, l.name, l.left).orderBy(l.id.asc())))
                .containsExactly(new Leaver(6, "Finn", today), new Leaver(7, "Gus", today));
        assertThat(queries.list(selectValue(e.name).orderBy(e.id.asc())))
                .containsExactly("Ada", "Bob", "Cleo", "Dan", "Eve");
    }

    record Price(String name, int price) {}

    @Test
    void pricesFollowCheaperOffers() {
        Update statement = update(p).set(p.price, o.price).from(o).where(o.product.on(p), o.price.lt(p.price));

        assertThat(queries.list(statement.returning(Price.class, p.name, p.price)))
                .containsExactly(new Price("ink", 6));
        assertThat(queries.list(select(Price.class, p.name, p.price).orderBy(p.id.asc())))
                .containsExactly(new Price("pen", 2), new Price("ink", 6), new Price("paper", 4), new Price("glue", 3));
    }

    record Pay(String name, int salary, String manager, int managersSalary) {}

    @Test
    void nobodyEarnsMoreThanTwoThirdsOfTheManager() {
        Employees boss = new Employees("boss");
        NumberExpr<Integer> most = boss.salary.times(2).dividedBy(3);
        Returning<Pay> statement = update(e)
                .set(e.salary, most)
                .from(boss)
                .where(e.manager.on(boss), e.salary.gt(most))
                .returning(Pay.class, e.name, e.salary, boss.name, boss.salary);

        assertThat(queries.list(statement)).containsExactly(new Pay("Cleo", 4000, "Bob", 6000));
    }

    record Job(long id, String title) {}

    @Test
    void duplicatesAreDeletedButForTheFirst() {
        NumberExpr<Long> nth =
                rowNumber().over(partitionBy(j.title).orderBy(j.id.asc())).as("nth");
        CommonTable numbered = select(j.id, nth).asCommonTable("numbered");
        queries.execute(delete(j)
                .where(j.id.in(selectValue(numbered.get(j.id))
                        .from(numbered)
                        .where(numbered.get(nth).gt(1L)))));

        assertThat(queries.list(select(Job.class, j.id, j.title).orderBy(j.id.asc())))
                .containsExactly(new Job(1, "sweep"), new Job(2, "cook"), new Job(4, "paint"));
    }

    @Test
    void duplicatesAreDeletedThatHaveAnEarlierOne() {
        Jobs earlier = new Jobs("earlier");
        queries.execute(delete(j).using(earlier).where(earlier.title.eq(j.title), earlier.id.lt(j.id)));

        assertThat(queries.list(select(Job.class, j.id, j.title).orderBy(j.id.asc())))
                .containsExactly(new Job(1, "sweep"), new Job(2, "cook"), new Job(4, "paint"));
    }

    @Test
    void twoWorkersNeverTakeTheSameJob(TestDatabase database) throws SQLException {
        Jobs next = new Jobs("next");
        Returning<Long> take = update(j)
                .set(j.done, true)
                .where(j.id.in(selectValue(next.id)
                        .where(next.done.not())
                        .orderBy(next.id.asc())
                        .limit(2)
                        .lock(forUpdate().skipLocked())))
                .returningValue(j.id);

        connection.setAutoCommit(false);
        try (Connection other = database.dataSource().getConnection()) {
            assertThat(queries.list(take)).containsExactlyInAnyOrder(1L, 2L);
            assertThat(Queries.on(other).list(take)).containsExactlyInAnyOrder(3L, 4L);
        }
        connection.rollback();
        assertThat(queries.list(selectValue(j.id).where(j.done.not()).orderBy(j.id.asc())))
                .containsExactly(1L, 2L, 5L);
    }

    @Test
    void everyRoadIsTurnedRound() {
        // all expressions of an update see the row as it was
        queries.execute(update(r).set(r.from, r.to).set(r.to, r.from));

        assertThat(queries.list(selectValue(r.from.concat(r.to)).orderBy(r.from.asc(), r.to.asc())))
                .containsExactly("AD", "BA", "BC", "CA", "DB", "DC");
    }

    @Test
    void twoProductsSwapTheirPrices() {
        Products other = new Products("other");
        queries.execute(update(p)
                .set(p.price, other.price)
                .from(other)
                .where(p.name.eq("pen")
                        .and(other.name.eq("ink"))
                        .or(p.name.eq("ink").and(other.name.eq("pen")))));

        assertThat(queries.list(select(Price.class, p.name, p.price).orderBy(p.id.asc())))
                .containsExactly(new Price("pen", 7), new Price("ink", 2), new Price("paper", 4), new Price("glue", 3));
    }

    record Account(String owner, int balance) {}

    @Test
    void moneyIsTransferredByOneStatement() {
        Update transfer = update(a)
                .set(a.balance, when(a.owner.eq("Ada"), a.balance.minus(70)).otherwise(a.balance.plus(70)))
                .where(a.owner.in(List.of("Ada", "Cleo")));

        queries.execute(transfer);
        assertThat(queries.list(select(Account.class, a.owner, a.balance).orderBy(a.owner.asc())))
                .containsExactly(new Account("Ada", 30), new Account("Bob", 30), new Account("Cleo", 70));

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.execute(transfer))
                .withMessageContaining("accounts_balance_check");
        assertThat(queries.list(select(Account.class, a.owner, a.balance).orderBy(a.owner.asc())))
                .containsExactly(new Account("Ada", 30), new Account("Bob", 30), new Account("Cleo", 70));
    }

    @Test
    void oneStatementRunsForManySetsOfValues() {
        Update deposit = update(a)
                .set(a.balance, a.balance.plus(param("amount", SqlTypes.INTEGER)))
                .where(a.owner.eq(param("owner", SqlTypes.TEXT)));
        List<Long> touched = queries.batch(
                deposit,
                List.of(
                        Map.of("owner", "Ada", "amount", 1),
                        Map.of("owner", "Nobody", "amount", 1000),
                        Map.of("owner", "Cleo", "amount", 5)));

        assertThat(touched).containsExactly(1L, 0L, 1L);
        assertThat(queries.list(select(Account.class, a.owner, a.balance).orderBy(a.owner.asc())))
                .containsExactly(new Account("Ada", 101), new Account("Bob", 30), new Account("Cleo", 5));
    }
}
