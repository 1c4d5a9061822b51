// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.people.QRightPerson;
import org.junit.jupiter.api.Test;

/** Hybrids that mean the same keep the contract. */
@PostgresTest
class RightHybridsTest {
    @Test
    void hybridsThatAreRightKeepTheContract(TestDatabase database) {
        HybridReport report = HybridContract.of(QRightPerson.table()).report(database.dataSource());

        assertThat(report.isKept()).as("%s", report).isTrue();
    }
}
