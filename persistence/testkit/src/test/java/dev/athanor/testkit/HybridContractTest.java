// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.people.Odd;
import dev.athanor.testkit.people.QCountry;
import dev.athanor.testkit.people.QOdd;
import dev.athanor.testkit.people.QRightPerson;
import dev.athanor.testkit.people.QWrongPerson;
import dev.athanor.testkit.people.Status;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a contract can be told, and what it tells. */
@PostgresTest
class HybridContractTest {
    private static final HybridContract<?> FEW =
            HybridContract.of(QRightPerson.table()).rows(80);

    private static final HybridContract<?> ODD = HybridContract.of(QOdd.table())
            .rows(200)
            .json("settings", Odd.Settings::new, "{\"theme\": \"dark\"}", "{\"theme\": \"light\"}");

    @Test
    void aKeptContractIsReported(TestDatabase database) {
        HybridReport report = FEW.check(database.dataSource());

        assertThat(report.rows()).isEqualTo(80);
        assertThat(report.hybrids()).hasSize(36).allMatch(HybridResult::isKept);
    }

    @Test
    void theSameSeedGivesTheSameRows(TestDatabase database) {
        HybridContract<?> contract =
                HybridContract.of(QWrongPerson.table()).rows(100).seed(9);
        String report = contract.report(database.dataSource()).toString();

        assertThat(contract.report(database.dataSource())).hasToString(report);
        assertThat(contract.seed(10).report(database.dataSource()).toString().replace("seed(10)", "seed(9)"))
                .isNotEqualTo(report);
    }

    @Test
    void whatTheDatabaseHasNoNumbersForIsCounted(TestDatabase database) {
        HybridReport report = HybridContract.of(QRightPerson.table())
                .onlyValues("points", 1, Integer.MAX_VALUE)
                .onlyValues("bonus", 0, 1, 2)
                .report(database.dataSource());

        HybridResult sum = report.hybrid("sum");
        assertThat(sum.isKept()).isTrue();
        assertThat(sum.refused()).isBetween(200, 500);
        assertThat(sum.compared() + sum.refused() + sum.thrown()).isEqualTo(1_000);
        assertThat(report.hybrid("halfOfBonus").thrown()).isGreaterThan(sum.thrown() + 200);
    }

    @Test
    void nullsInTextsAndExceptionsAreCounted(TestDatabase database) {
        HybridReport report = FEW.report(database.dataSource());

        HybridResult fullName = report.hybrid("fullName");
        assertThat(fullName.nullTexts()).isPositive();
        assertThat(fullName.nullTexts() + fullName.compared()).isEqualTo(80);
        HybridResult rich = report.hybrid("isRich");
        assertThat(rich.thrown()).isPositive();
        assertThat(rich.thrown() + rich.compared()).isEqualTo(80);
    }

    @Test
    void aHybridThatCannotBeComparedBreaksTheContract(TestDatabase database) {
        HybridContract<?> contract = FEW.without("balance");

        assertThatThrownBy(() -> contract.check(database.dataSource()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 of 36 hybrids of RightPerson")
                .hasMessageContaining("no row could be compared: Java threw java.lang.NullPointerException");
    }

    @Test
    void valuesThatAreToldAreThere(TestDatabase database) {
        HybridResult ranks = HybridContract.of(QRightPerson.table())
                .rows(60)
                .values("Person.status", Status.BLOCKED)
                .onlyValues("work.city", "Brno")
                .with("was", Status.BLOCKED, LocalDate.of(2020, 1, 1))
                .with("work.isIn", "Brno")
                .report(database.dataSource())
                .hybrid("work.isIn");

        assertThat(ranks.compared()).isEqualTo(2 * (60 - ranks.thrown() / 2));
        assertThat(ranks.statements()).allMatch(statement -> statement.contains("\"Brno\""));
    }

    @Test
    void whatIsToldHasToBeAboutSomething(TestDatabase database) {
        assertThat(List.of(
                        FEW.values("statsu", Status.NEW),
                        FEW.values("status", "an eagle"),
                        FEW.with("isOlder", 3),
                        FEW.with("isOlderThan", 3, 4),
                        FEW.with("isOlderThan", "three"),
                        FEW.without("Company.size")))
                .allSatisfy(contract -> assertThatThrownBy(() -> contract.check(database.dataSource()))
                        .isInstanceOfSatisfying(ContractException.class, e -> assertThat(e.code())
                                .isEqualTo(ContractError.HINT_UNKNOWN)));
    }

    @Test
    void whatIsTooFarAwayIsRefused(TestDatabase database) {
        assertThatThrownBy(() -> FEW.depth(0).check(database.dataSource()))
                .isInstanceOfSatisfying(
                        ContractException.class, e -> assertThat(e.code()).isEqualTo(ContractError.HYBRID_UNSUPPORTED))
                .hasMessageContaining("depth(");
    }

    @Test
    void nothingIsLeftBehindAndNothingIsTouched(TestDatabase database) throws SQLException {
        database.execute("create table person (id bigint); insert into person values (1), (2);"
                + " create table club_member (x text)");
        List<String> before = objects(database);

        FEW.check(database.dataSource());

        assertThat(objects(database)).isEqualTo(before).anyMatch(name -> name.equals("person 2"));
    }

    /** Tables with how many rows are in them, types and schemas. */
    private static List<String> objects(TestDatabase database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select oid::text from pg_class where relkind = 'r' union all"
                        + " select typname from pg_type where typtype = 'e' union all select nspname from pg_namespace"
                        + " where nspname !~ '^pg_(toast_)?temp' union all select 'person ' || count(*) from person"
                        + " order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void aTypeOfTheDatabasesIsUsed(TestDatabase database) throws SQLException {
        database.execute("create type mood as enum ('SAD', 'HAPPY', 'ANGRY')");

        assertThat(FEW.report(database.dataSource()).isKept()).isTrue();
    }

    @Test
    void theFirstDifferencesAreShown(TestDatabase database) {
        HybridReport report = HybridContract.of(QWrongPerson.table())
                .onlyValues("points", 4711)
                .rows(30)
                .report(database.dataSource());

        assertThat(report.hybrid("boundaryMissed").differing()).isEqualTo(30);
        assertThat(report.hybrid("boundaryMissed").differences())
                .extracting(Difference::java, Difference::sql)
                .containsExactly(tuple("true", "false"));
    }

    @Test
    void whatFailsInTheDatabaseDiffers(TestDatabase database) {
        HybridReport report = ODD.onlyValues("text", "1", "x").rows(50).report(database.dataSource());

        HybridResult misspelled = report.hybrid("misspelled");
        assertThat(misspelled.differing()).isEqualTo(50);
        assertThat(misspelled.differences())
                .allSatisfy(found -> assertThat(found.sql()).contains("function abbs(integer) does not exist"));
        HybridResult number = report.hybrid("number");
        assertThat(number.differing()).isBetween(5, 45);
        assertThat(number.differences())
                .allSatisfy(found -> assertThat(found.values()).containsEntry("text", "\"x\""))
                .allSatisfy(found -> assertThat(found.sql()).contains("invalid input syntax for type integer"));
    }

    @Test
    void collectionsThatAreTooFarAwayCannotBeRead(TestDatabase database) {
        assertThatThrownBy(() -> ODD.depth(1).report(database.dataSource()))
                .isInstanceOfSatisfying(ContractException.class, e -> assertThat(e.code())
                        .isEqualTo(ContractError.ATTRIBUTE_UNSUPPORTED))
                .hasMessageContaining("Country.companies is more than 1 relations away; say depth(2)");
        assertThat(ODD.report(database.dataSource()).hybrid("companies").differing())
                .isPositive();
    }

    @Test
    void bothWaysToCallAHybridAreCompared(TestDatabase database) {
        HybridResult after =
                ODD.with("isAfter", 7).report(database.dataSource()).hybrid("isAfter");

        assertThat(after.differing()).isEqualTo(1);
        assertThat(after.differences()).extracting(Difference::call).containsExactly("isAfter(7), of expressions");
    }

    @Test
    void objectsAreMadeOfJson(TestDatabase database) {
        HybridResult theme = ODD.report(database.dataSource()).hybrid("theme");

        assertThat(theme.isKept()).isTrue();
        assertThat(theme.compared()).isEqualTo(200);
        assertThatThrownBy(() -> HybridContract.of(QOdd.table()).report(database.dataSource()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("Odd.settings is kept as JSON, of which no Settings is made here");
    }

    @Test
    void charactersThatAreTwoToJavaCanBeLeftOut(TestDatabase database) {
        HybridContract<?> contract = HybridContract.of(QWrongPerson.table());

        assertThat(contract.withoutSurrogates().report(database.dataSource()).hybrid("lengthInCharacters"))
                .satisfies(length -> assertThat(length.isKept()).isTrue());
    }

    @Test
    void anEntityWithoutHybridsHasNoContract(TestDatabase database) {
        assertThatThrownBy(() -> HybridContract.of(QCountry.table()).check(database.dataSource()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("Country has none");
    }

    @Test
    void theManualsContractsAreKept(TestDatabase database) {
        DataSource dataSource = database.dataSource();

        // region check
        HybridContract.of(QRightPerson.table()).check(dataSource);
        // endregion
        // region told
        HybridContract.of(QRightPerson.table())
                .rows(200)
                .seed(42)
                .depth(3)
                .with("isOlderThan", 30)
                .with("home.isIn", "Prague")
                .values("home.city", "Prague")
                .onlyValues("Purchase.price", new BigDecimal("9.99"), BigDecimal.ONE)
                .without("Company.country")
                .check(dataSource);
        // endregion

        assertThat(FEW.report(dataSource).isKept()).isTrue();
    }
}
