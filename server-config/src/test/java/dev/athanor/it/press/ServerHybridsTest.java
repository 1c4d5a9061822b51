// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.press.unit.QMemo;
import dev.athanor.testkit.HybridContract;
import dev.athanor.testkit.HybridReport;
import dev.athanor.testkit.HybridResult;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The contract of hybrids, of an entity that the server has woven, on the server's data source. */
@SuppressWarnings("BanJNDI") // of the server's own names
class ServerHybridsTest {
    @Test
    void hybridsAreProven() throws NamingException {
        // region check
        DataSource pool = InitialContext.doLookup("jdbc/press");

        HybridReport report = HybridContract.of(QMemo.table()).check(pool);
        // endregion

        assertThat(report.rows()).isEqualTo(1_000);
        assertThat(report.hybrids())
                .hasSize(2)
                .extracting(HybridResult::compared)
                .allMatch(compared -> compared > 100);
    }
}
