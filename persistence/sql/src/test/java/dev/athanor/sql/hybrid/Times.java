// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.hybrid.Samples.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Dates and times that are hard to count with: ends of months, leap days, and close to them by a microsecond. */
final class Times {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final long MICROS_OF_DAY = 86_400_000_000L;

    private Times() {}

    static LocalDate date(Random random) {
        LocalDate any =
                switch (random.nextInt(4)) {
                    case 0 -> LocalDate.of(1 + random.nextInt(9999), 1, 1);
                    case 1 -> LocalDate.of(4 * (1 + random.nextInt(2499)), 2, 28);
                    default -> LocalDate.of(1890 + random.nextInt(220), 1, 1);
                };
        LocalDate month = any.plusMonths(random.nextInt(12)).withDayOfMonth(1);
        LocalDate day =
                switch (random.nextInt(3)) {
                    case 0 -> month.plusDays(random.nextInt(3));
                    case 1 -> month.plusMonths(1).minusDays(1L + random.nextInt(4));
                    default -> month.plusDays(random.nextInt(28));
                };
        return day.isAfter(LAST) ? LAST : day;
    }

    static LocalTime time(Random random) {
        long micros =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(3);
                    case 1 -> MICROS_OF_DAY - 1 - random.nextInt(3);
                    case 2 -> random.nextInt(48) * 1_800_000_000L;
                    default -> Math.floorMod(random.nextLong(), MICROS_OF_DAY);
                };
        return LocalTime.ofNanoOfDay(micros * 1000);
    }

    static LocalDateTime dateTime(Random random) {
        return date(random).atTime(time(random));
    }

    static <T> List<T> list(Function<Random, T> any, int number) {
        Random random = Samples.random();
        List<T> all = new ArrayList<>();
        while (all.size() < number) {
            all.add(any.apply(random));
        }
        return all;
    }

    /** Dates far from one another, and at about the same day of some months before and after. */
    static List<Values<LocalDate, LocalDate, LocalDate>> spansOfDates(int number) {
        return list(
                random -> {
                    LocalDate from = date(random);
                    LocalDate near = from.plusMonths(random.nextInt(61) - 30).plusDays(random.nextInt(7) - 3);
                    return new Values<>(from, random.nextInt(4) == 0 ? date(random) : within(near), null);
                },
                number);
    }

    /** Times far from one another, and at about the same time of some day some months before and after. */
    static <T> List<Values<T, T, T>> spans(Function<LocalDateTime, T> kind, int number) {
        return list(
                random -> {
                    LocalDateTime from = dateTime(random);
                    LocalDateTime to = random.nextInt(4) == 0 ? dateTime(random) : near(from, random);
                    return new Values<>(kind.apply(from), kind.apply(to), null);
                },
                number);
    }

    private static LocalDateTime near(LocalDateTime time, Random random) {
        LocalDate day = time.toLocalDate().plusMonths(random.nextInt(61) - 30).plusDays(random.nextInt(7) - 3);
        LocalTime sameTime = time.toLocalTime().plus(random.nextInt(5) - 2, ChronoUnit.MICROS);
        return within(day).atTime(random.nextBoolean() ? time(random) : sameTime);
    }

    private static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST)) {
            return FIRST;
        }
        return date.isAfter(LAST) ? LAST : date;
    }
}
