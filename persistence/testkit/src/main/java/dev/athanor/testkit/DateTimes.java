// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Dates with times: around midnight, and where clocks are changed. */
final class DateTimes extends Domain<LocalDateTime> {
    private final Dates dates;
    private final Times times = new Times();
    private final List<LocalDateTime> notable;

    DateTimes(LocalDate today, ZoneId zone) {
        super(LocalDateTime.class);
        this.dates = new Dates(today);
        this.notable = notable(today, zone);
    }

    private List<LocalDateTime> notable(LocalDate today, ZoneId zone) {
        List<LocalDateTime> found = new ArrayList<>();
        List<LocalTime> someTimes = times.notable();
        for (int i = 0; i < dates.notable().size(); i++) {
            found.add(dates.notable().get(i).atTime(someTimes.get(i % someTimes.size())));
        }
        for (LocalDate date :
                List.of(today, today.plusDays(1), LocalDate.of(2024, 2, 29), LocalDate.of(2023, 12, 31))) {
            found.addAll(around(date.atStartOfDay()));
        }
        found.addAll(changes(zone));
        return List.copyOf(found);
    }

    private static List<LocalDateTime> around(LocalDateTime time) {
        return List.of(time.minus(1, ChronoUnit.MICROS), time, time.plus(1, ChronoUnit.MICROS));
    }

    /** When clocks are changed: here, or in Berlin where they never are. */
    private static List<LocalDateTime> changes(ZoneId zone) {
        ZoneRules own = zone.getRules();
        ZoneRules rules = own.isFixedOffset() ? ZoneId.of("Europe/Berlin").getRules() : own;
        List<LocalDateTime> found = new ArrayList<>();
        Instant from = LocalDate.of(2022, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 4; i++) {
            ZoneOffsetTransition change = rules.nextTransition(from);
            if (change == null) {
                return found;
            }
            LocalDateTime moment = LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC);
            found.addAll(around(moment));
            found.add(moment.plusMinutes(30));
            found.add(change.getDateTimeBefore());
            from = change.getInstant();
        }
        return found;
    }

    @Override
    List<LocalDateTime> notable() {
        return notable;
    }

    @Override
    LocalDateTime random(Random random) {
        return dates.random(random).atTime(times.random(random));
    }

    @Override
    List<LocalDateTime> near(LocalDateTime value) {
        return List.of(
                value.plus(1, ChronoUnit.MICROS),
                value.minus(1, ChronoUnit.MICROS),
                value.plusDays(1),
                value.minusDays(1),
                value.toLocalDate().atStartOfDay());
    }

    @Override
    Optional<LocalDateTime> fitted(LocalDateTime value, Limits limits) {
        return dates.fitted(value.toLocalDate(), limits).map(date -> value);
    }

    @Override
    Optional<LocalDateTime> from(Object other) {
        return other instanceof LocalDate date ? Optional.of(date.atStartOfDay()) : super.from(other);
    }

    @Override
    Optional<LocalDateTime> distinct(int place) {
        return Optional.of(LocalDate.EPOCH.atStartOfDay().plusMinutes(place));
    }
}
