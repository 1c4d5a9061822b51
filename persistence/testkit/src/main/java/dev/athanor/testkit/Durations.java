// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Spans of time, to the microsecond. */
final class Durations extends Domain<Duration> {
    private static final List<Duration> NOTABLE = Stream.of(
                    "PT0S",
                    "PT1S",
                    "PT-1S",
                    "PT0.000001S",
                    "PT-0.5S",
                    "PT59S",
                    "PT1M",
                    "PT59M59S",
                    "PT1H",
                    "PT23H59M59S",
                    "PT24H",
                    "PT25H",
                    "PT36H",
                    "PT-24H",
                    "PT168H",
                    "PT720H",
                    "PT8760H",
                    "PT1H30M",
                    "PT100000H")
            .map(Duration::parse)
            .toList();

    Durations() {
        super(Duration.class);
    }

    @Override
    List<Duration> notable() {
        return NOTABLE;
    }

    @Override
    Duration random(Random random) {
        return Duration.ofSeconds(random.nextInt(1_000_000) - 200_000L)
                .plus(random.nextInt(3) * 500_000L, ChronoUnit.MICROS);
    }

    @Override
    List<Duration> near(Duration value) {
        return List.of(value.plusSeconds(1), value.minusSeconds(1), value.negated(), value.plus(1, ChronoUnit.MICROS));
    }

    @Override
    Optional<Duration> distinct(int place) {
        return Optional.of(Duration.ofSeconds(place));
    }
}
