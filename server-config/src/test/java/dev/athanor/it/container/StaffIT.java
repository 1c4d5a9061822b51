// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import dev.athanor.app.workforce.NewContractor;
import dev.athanor.app.workforce.NewEmployee;
import dev.athanor.app.workforce.Organisation;
import dev.athanor.app.workforce.Staff;
import dev.athanor.app.workforce.Worker;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People of all kinds, the chart, and what is kept of changes. */
class StaffIT extends InContainer {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Inject
    private Staff staff;

    @Inject
    private Organisation organisation;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    /** No other test's. */
    private final String family = UUID.randomUUID().toString();

    @Test
    void peopleComeAsWhatTheyAre() {
        long kitchen = staff.open("kitchen " + family, null);
        Worker.Employed ada = manager("Ada", 5000, kitchen, null);
        Worker.Employed bob = employee("Bob", 3000, kitchen, ada.id());
        Worker.Engaged cleo = staff.engage(
                new NewContractor("Cleo", family, DAY, DAY.plusYears(1), "Cleo & Co", new BigDecimal("80.00")));

        assertThat(staff.named(family)).containsExactly(ada, bob, cleo);
        assertThat(staff.find(bob.id())).contains(bob);
        assertThat(bob.manager()).isEqualTo(ada.id());
        assertThat(ada.bonus()).isEqualByComparingTo("1000");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> staff.employ(
                        new NewEmployee("", family, DAY, new BigDecimal("-1"), -1, -1L, new BigDecimal("-1"))))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(
                                new Violation("firstName", "can't be blank"),
                                new Violation("salary", "must be positive"),
                                new Violation("bonus", "must not be negative"),
                                new Violation("department", "does not exist"),
                                new Violation("manager", "does not exist")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        staff.engage(new NewContractor("Cleo", family, DAY, DAY.minusDays(1), "", BigDecimal.ONE)))
                .withMessage("company can't be blank; until is before the first day");
        staff.open(family, null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> staff.open(family, null))
                .withMessage("name is another department's");
    }

    @Test
    void aChartHasEverybodyUnderWhomTheyReportTo() {
        long kitchen = staff.open("kitchen " + family, null);
        Worker.Employed ada = manager("Ada", 5000, kitchen, null);
        Worker.Employed bob = manager("Bob", 4000, kitchen, ada.id());
        Worker.Employed cleo = employee("Cleo", 3000, kitchen, bob.id());
        Worker.Employed dan = employee("Dan", 3000, kitchen, ada.id());

        List<Organisation.ChartLine> below = organisation.chartBelow(ada.id());

        assertThat(below)
                .extracting(Organisation.ChartLine::id, Organisation.ChartLine::manager, Organisation.ChartLine::depth)
                .containsExactly(
                        tuple(ada.id(), null, 0),
                        tuple(bob.id(), ada.id(), 1),
                        tuple(cleo.id(), bob.id(), 2),
                        tuple(dan.id(), ada.id(), 1));
        assertThat(below.get(2).path()).isEqualTo("Ada " + family + "/Bob " + family + "/Cleo " + family);
        assertThat(organisation.chart()).containsAll(below);
    }

    @Test
    void thePayScaleRanksWithinDepartments() {
        long kitchen = staff.open("kitchen " + family, null);
        long hall = staff.open("hall " + family, kitchen);
        employee("Ada", 4000, kitchen, null);
        employee("Bob", 3000, kitchen, null);
        employee("Cleo", 3000, kitchen, null);
        employee("Dan", 2000, kitchen, null);
        employee("Eve", 9000, hall, null);

        assertThat(organisation.payScale())
                .filteredOn(line -> line.department().endsWith(family))
                .extracting(
                        Organisation.PayLine::place,
                        line -> line.name().substring(0, 3),
                        line -> line.average().toPlainString(),
                        line -> line.total().toPlainString())
                .containsExactly(
                        tuple(1L, "Eve", "9000.00", "9000.00"),
                        tuple(1L, "Ada", "3000.00", "12000.00"),
                        tuple(2L, "Bob", "3000.00", "12000.00"),
                        tuple(2L, "Cle", "3000.00", "12000.00"),
                        tuple(4L, "Dan", "3000.00", "12000.00"));
    }

    @Test
    void movesAreKept() {
        long kitchen = staff.open("kitchen " + family, null);
        long hall = staff.open("hall " + family, null);
        long ada = employee("Ada", 4000, kitchen, null).id();

        staff.move(ada, hall);
        staff.raise(hall, BigDecimal.TEN);
        staff.move(ada, kitchen);

        assertThat(organisation.moves(ada))
                .extracting(Organisation.Move::from, Organisation.Move::to)
                .containsExactly(
                        tuple(Optional.empty(), "kitchen " + family),
                        tuple(Optional.of("kitchen " + family), "hall " + family),
                        tuple(Optional.of("hall " + family), "kitchen " + family));
    }

    @Test
    void salariesAreRaisedAndWhatTheyWereIsKept() {
        long kitchen = staff.open("kitchen " + family, null);
        long ada = manager("Ada", 4000, kitchen, null).id();
        long bob = employee("Bob", 3000, kitchen, ada).id();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> staff.raise(kitchen, new BigDecimal("999999999")))
                .withMessage("percent must not be more than 1000");
        assertThat(staff.raise(kitchen, new BigDecimal("2.5"))).isEqualTo(2);

        assertThat(salary(ada)).isEqualByComparingTo("4100");
        assertThat(salary(bob)).isEqualByComparingTo("3075");
        assertThat(organisation.pay(ada))
                .extracting(pay -> pay.salary().toPlainString())
                .containsExactly("4000.00", "4100.00");
        assertThat(organisation.pay(bob))
                .extracting(pay -> pay.salary().toPlainString())
                .containsExactly("3000.00", "3075.00");
    }

    @Test
    void nobodyReportsToThoseBelow() {
        long kitchen = staff.open("kitchen " + family, null);
        Worker.Employed ada = manager("Ada", 5000, kitchen, null);
        Worker.Employed bob = manager("Bob", 4000, kitchen, ada.id());
        Worker.Employed cleo = manager("Cleo", 3000, kitchen, bob.id());

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> staff.reportTo(ada.id(), cleo.id()))
                .withMessage("manager reports to the employee");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> staff.reportTo(ada.id(), ada.id()))
                .withMessage("manager reports to the employee");
        staff.reportTo(cleo.id(), ada.id());
        assertThat(organisation.chartBelow(ada.id())).hasSize(3).allMatch(line -> line.depth() <= 1);
    }

    /** Each alone would be right; both together would leave two who report to each other, and to nobody else. */
    @Test
    void twoAtOnceCloseNoCircle() throws Exception {
        long kitchen = staff.open("kitchen " + family, null);
        for (int round = 0; round < 5; round++) {
            long ada = manager("Ada" + round, 5000, kitchen, null).id();
            long bob = manager("Bob" + round, 4000, kitchen, null).id();

            List<Boolean> done = Clients.atOnce(threads, 2, client -> () -> {
                try {
                    staff.reportTo(client == 0 ? ada : bob, client == 0 ? bob : ada);
                    return true;
                } catch (InvalidInput refused) {
                    return false;
                }
            });

            assertThat(done).containsOnlyOnce(true);
        }
    }

    private BigDecimal salary(long id) {
        return staff.find(id).map(Worker.Employed.class::cast).orElseThrow().salary();
    }

    private Worker.Employed employee(String name, int salary, long department, @Nullable Long above) {
        return staff.employ(new NewEmployee(name, family, DAY, BigDecimal.valueOf(salary), department, above, null));
    }

    private Worker.Employed manager(String name, int salary, long department, @Nullable Long above) {
        return staff.employ(new NewEmployee(
                name, family, DAY, BigDecimal.valueOf(salary), department, above, BigDecimal.valueOf(1000)));
    }
}
