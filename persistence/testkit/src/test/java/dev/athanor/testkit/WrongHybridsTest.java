// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.people.QWrongPerson;
import org.junit.jupiter.api.Test;

/** Hybrids that mean something else in SQL break the contract. */
@PostgresTest
class WrongHybridsTest {
    @Test
    void hybridsThatAreWrongBreakTheContract(TestDatabase database) {
        HybridReport report = HybridContract.of(QWrongPerson.table()).report(database.dataSource());

        assertThat(report.isKept()).as("%s", report).isTrue();
    }
}
