// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What hybrids do with dates and times. */
@Entity
@SuppressWarnings({
    "NullAway.Init",
    "OperatorPrecedence",
    "JavaTimeDefaultTimeZone",
    "JavaPeriodGetDays",
    "JavaDurationGetSecondsToToSeconds"
}) // as people write
class Times {
    private static final LocalDate MILLENNIUM = LocalDate.of(2000, Month.JANUARY, 1);

    @Id
    Long id;

    LocalDate from;

    LocalDate until;

    LocalTime opens;

    LocalTime closes;

    LocalDateTime starts;

    LocalDateTime ends;

    OffsetDateTime created;

    OffsetDateTime changed;

    Instant seen;

    Instant left;

    @Convert(disableConversion = true)
    Duration length;

    int days;

    @Hybrid
    int age() {
        return Period.between(from, LocalDate.now()).getYears();
    }

    @Hybrid
    boolean isOlderThan(int years) {
        return age() > years;
    }

    @Hybrid
    int years() {
        return Period.between(from, until).getYears() * 10000
                + Period.between(from, until).getMonths() * 100
                + from.until(until).getDays();
    }

    @Hybrid
    long months() {
        return from.until(until).toTotalMonths();
    }

    @Hybrid
    long dayCount() {
        return ChronoUnit.DAYS.between(from, until) + from.until(until, ChronoUnit.WEEKS);
    }

    @Hybrid
    long monthCount() {
        return ChronoUnit.MONTHS.between(from, until) * 10000 + ChronoUnit.YEARS.between(from, until);
    }

    @Hybrid
    boolean dates() {
        return from.isBefore(until) || from.isEqual(until) || until.isAfter(MILLENNIUM) || from.equals(until);
    }

    @Hybrid
    boolean order() {
        return from.compareTo(until) <= 0 && !until.isBefore(LocalDate.of(1999, 12, 31));
    }

    @Hybrid
    LocalDate later() {
        return from.plusDays(days % 100).plusWeeks(1).plusMonths(1).plusYears(1);
    }

    @Hybrid
    LocalDate earlier() {
        return from.minusDays(days % 100).minusWeeks(1).minusMonths(1).minusYears(1);
    }

    @Hybrid
    LocalDate shifted() {
        return from.plus(3, ChronoUnit.DAYS).minus(2, ChronoUnit.MONTHS);
    }

    @Hybrid
    LocalDate period() {
        return from.plus(Period.ofMonths(1))
                .minus(Period.of(1, 2, 3))
                .plus(Period.ofDays(1))
                .plus(Period.ofWeeks(1))
                .minus(Period.ofYears(1));
    }

    @Hybrid
    int fields() {
        return from.getYear() * 10
                + from.getMonthValue()
                + from.getDayOfMonth()
                + from.getDayOfYear()
                + from.lengthOfMonth();
    }

    @Hybrid
    boolean weekend() {
        return from.getDayOfWeek() == DayOfWeek.SATURDAY || from.getDayOfWeek().getValue() == 7;
    }

    @Hybrid
    boolean summer() {
        return switch (from.getMonth()) {
            case JUNE, JULY, AUGUST -> true;
            default -> from.getMonth().getValue() == 9 && from.isLeapYear();
        };
    }

    @Hybrid
    LocalDate first() {
        return from.withDayOfMonth(1);
    }

    @Hybrid
    LocalDateTime midnight() {
        return from.atStartOfDay();
    }

    @Hybrid
    LocalDate date() {
        return starts.toLocalDate();
    }

    @Hybrid
    LocalTime time() {
        return starts.toLocalTime();
    }

    @Hybrid
    boolean times() {
        return starts.isBefore(ends) || starts.isAfter(ends) && opens.isBefore(closes) || closes.isAfter(opens);
    }

    @Hybrid
    boolean sameTime() {
        return starts.isEqual(ends)
                || opens.equals(LocalTime.of(12, 30))
                || starts.isAfter(LocalDateTime.of(2020, 1, 1, 0, 0));
    }

    @Hybrid
    boolean points() {
        return created.isBefore(changed) || created.isAfter(changed) || seen.isBefore(left) || seen.isAfter(left);
    }

    @Hybrid
    boolean samePoint() {
        return created.isEqual(changed) || seen.isAfter(Instant.parse("2020-02-29T00:00:00Z"));
    }

    @Hybrid
    int parts() {
        return starts.getYear()
                + starts.getMonthValue() * 3
                + starts.getDayOfMonth() * 5
                + starts.getHour() * 7
                + starts.getMinute() * 11
                + starts.getSecond() * 13;
    }

    @Hybrid
    int timeParts() {
        return opens.getHour() * 10000 + opens.getMinute() * 100 + opens.getSecond();
    }

    @Hybrid
    boolean monday() {
        return starts.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    @Hybrid
    LocalDateTime moved() {
        return starts.plusDays(1)
                .plusHours(25)
                .plusMinutes(days % 1000)
                .minusDays(2)
                .minusHours(1)
                .minusMinutes(1);
    }

    @Hybrid
    LocalDateTime movedBy() {
        return starts.plus(Duration.ofHours(36))
                .minus(Duration.ofMinutes(5))
                .plus(1, ChronoUnit.MONTHS)
                .minus(1, ChronoUnit.YEARS);
    }

    @Hybrid
    LocalDateTime hour() {
        return starts.truncatedTo(ChronoUnit.HOURS);
    }

    @Hybrid
    OffsetDateTime pointMoved() {
        return created.plusDays(1)
                .plusHours(25)
                .plusMinutes(days % 1000)
                .minusDays(2)
                .minusHours(1)
                .minusMinutes(1);
    }

    @Hybrid
    OffsetDateTime pointMovedBy() {
        return created.plus(Duration.ofDays(1))
                .minus(Duration.ofSeconds(7))
                .plus(1, ChronoUnit.MONTHS)
                .minus(1, ChronoUnit.WEEKS);
    }

    @Hybrid
    OffsetDateTime day() {
        return created.truncatedTo(ChronoUnit.DAYS);
    }

    @Hybrid
    Instant instants() {
        return seen.plus(Duration.ofMillis(1500))
                .minus(Duration.ofHours(3))
                .plusSeconds(days)
                .minusSeconds(1)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    @Hybrid
    long between() {
        return ChronoUnit.HOURS.between(starts, ends)
                + ChronoUnit.MINUTES.between(created, changed)
                + ChronoUnit.SECONDS.between(seen, left)
                + ChronoUnit.MINUTES.between(opens, closes);
    }

    @Hybrid
    long durations() {
        return Duration.between(starts, ends).toDays()
                + Duration.between(created, changed).toHours()
                + Duration.between(seen, left).toMinutes()
                + Duration.between(opens, closes).toSeconds();
    }

    @Hybrid
    long lengths() {
        return length.toDays() + length.toHours() + length.toMinutes() + length.getSeconds() + length.toMillis();
    }

    @Hybrid
    Duration longer() {
        return length.plus(Duration.ofMinutes(10)).minus(Duration.ofSeconds(1)).plus(length);
    }

    @Hybrid
    boolean longish() {
        return length.compareTo(Duration.ofHours(1)) > 0 || length.equals(Duration.ofMinutes(1));
    }

    @Hybrid
    boolean overdue() {
        return until.isBefore(LocalDate.now())
                && seen.isBefore(Instant.now())
                && changed.isBefore(OffsetDateTime.now(ZoneOffset.UTC));
    }
}
