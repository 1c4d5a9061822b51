// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void oneMoreMayBeMadeAfterAPartOfThePeriod() {
        assertThat(new Allowance(10, Duration.ofMinutes(15)).step()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatAllowsNothingOrAllIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(0, Duration.ofMinutes(15)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(10, Duration.ZERO))
                .withMessageContaining("10 attempts in PT0S");
    }
}
