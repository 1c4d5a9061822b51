// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Dates: leap days, the ends of months and years, and those from which years are counted. */
final class Dates extends Domain<LocalDate> {
    private static final List<LocalDate> NOTABLE = Stream.of(
                    "2000-02-29",
                    "2004-02-29",
                    "2020-02-29",
                    "2024-02-29",
                    "2023-02-28",
                    "2024-02-28",
                    "2024-03-01",
                    "2023-03-01",
                    "1900-02-28",
                    "1900-03-01",
                    "1970-01-01",
                    "1969-12-31",
                    "2000-01-01",
                    "1999-12-31",
                    "2023-12-31",
                    "2024-01-01",
                    "2024-12-30",
                    "2025-12-29",
                    "2021-01-03",
                    "2020-12-31",
                    "2024-01-31",
                    "2024-04-30",
                    "2024-05-31",
                    "2024-06-30",
                    "1582-10-15",
                    "0001-01-01",
                    "9999-12-31")
            .map(LocalDate::parse)
            .toList();

    private final LocalDate today;
    private final List<LocalDate> notable;

    Dates(LocalDate today) {
        super(LocalDate.class);
        this.today = today;
        this.notable = notable(today);
    }

    private static List<LocalDate> notable(LocalDate today) {
        List<LocalDate> dates = new ArrayList<>(NOTABLE);
        for (int years : List.of(0, 1, 17, 18, 21, 65, -1)) {
            dates.addAll(around(today.minusYears(years)));
        }
        dates.addAll(around(today.minusMonths(1)));
        return List.copyOf(dates);
    }

    private static List<LocalDate> around(LocalDate date) {
        return List.of(date.minusDays(1), date, date.plusDays(1));
    }

    @Override
    List<LocalDate> notable() {
        return notable;
    }

    @Override
    LocalDate random(Random random) {
        return today.minusDays(random.nextInt(365 * 110) - 365L * 10);
    }

    @Override
    List<LocalDate> near(LocalDate value) {
        return List.of(
                value.plusDays(1), value.minusDays(1), value.plusMonths(1), value.minusMonths(1), value.minusYears(1));
    }

    @Override
    Optional<LocalDate> fitted(LocalDate value, Limits limits) {
        return Optional.of(value).filter(date -> date.getYear() > 0 && date.getYear() < 10_000);
    }

    @Override
    Optional<LocalDate> distinct(int place) {
        return Optional.of(LocalDate.EPOCH.plusDays(place));
    }
}
