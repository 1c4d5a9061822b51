// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.HybridContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java and SQL agree on what bodies say, whatever is in the rows. */
@PostgresTest
class HybridAgreementTest {
    @Test
    void onTexts(TestDatabase database) {
        HybridContract.of(QWords.table()).withoutSurrogates().check(database.dataSource());
    }

    @Test
    void onNumbers(TestDatabase database) {
        HybridContract.of(QNumbers.table()).check(database.dataSource());
    }

    @Test
    void onTimes(TestDatabase database) {
        HybridContract.of(QTimes.table()).check(database.dataSource());
    }

    @Test
    void onRelations(TestDatabase database) {
        HybridContract.of(QBasket.table())
                .rows(300)
                .with("calledOneOf", List.of("x", ""))
                .check(database.dataSource());
        HybridContract.of(QLine.table()).rows(300).check(database.dataSource());
        HybridContract.of(QMark.table()).rows(300).check(database.dataSource());
    }

    @Test
    void onWhatIsSaidOrKept(TestDatabase database) {
        HybridContract.of(QAccount.table()).with("matches", "a.*", 0).check(database.dataSource());
    }
}
