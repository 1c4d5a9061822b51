// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void eachIsUpToTwiceAsLong() {
        for (int times = 0; times < 100; times++) {
            assertThat(backOff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(backOff.after(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(backOff.after(7)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
            assertThat(backOff.after(1_000)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        }
    }

    @Test
    void noneIsLongerThanTheLongest() {
        Duration years = Duration.ofDays(3_650);
        for (int failures = 1; failures <= 200; failures++) {
            assertThat(new BackOff(years, years).after(failures)).isBetween(years.dividedBy(2), years);
            assertThat(new BackOff(years, Duration.ofSeconds(2)).after(failures))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(new BackOff(Duration.ofMillis(1), years).after(failures)).isLessThanOrEqualTo(years);
        }
        assertThat(new BackOff(Duration.ofMillis(1), years).after(200)).isGreaterThanOrEqualTo(years.dividedBy(2));
    }

    @Test
    void notAllComeAtTheSameTime() {
        assertThat(IntStream.range(0, 100).mapToObj(times -> backOff.after(3)).distinct())
                .hasSizeGreaterThan(20);
    }
}
