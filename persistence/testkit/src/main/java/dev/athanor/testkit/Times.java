// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Times of a day, to the microsecond. */
final class Times extends Domain<LocalTime> {
    private static final List<LocalTime> NOTABLE = Stream.of(
                    "00:00",
                    "00:00:00.000001",
                    "00:00:01",
                    "01:59:59.999999",
                    "02:00",
                    "02:30",
                    "03:00",
                    "08:05",
                    "11:59:59.999999",
                    "12:00",
                    "12:00:00.5",
                    "23:00",
                    "23:59:59",
                    "23:59:59.999999")
            .map(LocalTime::parse)
            .toList();

    private static final int SECONDS = 24 * 60 * 60;

    Times() {
        super(LocalTime.class);
    }

    @Override
    List<LocalTime> notable() {
        return NOTABLE;
    }

    @Override
    LocalTime random(Random random) {
        LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(SECONDS));
        return random.nextBoolean() ? time : time.plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
    }

    @Override
    List<LocalTime> near(LocalTime value) {
        return List.of(
                value.plus(1, ChronoUnit.MICROS),
                value.minus(1, ChronoUnit.MICROS),
                value.plusHours(1),
                value.truncatedTo(ChronoUnit.HOURS));
    }

    @Override
    Optional<LocalTime> distinct(int place) {
        return place < SECONDS ? Optional.of(LocalTime.ofSecondOfDay(place)) : Optional.empty();
    }
}
