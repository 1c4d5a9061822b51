// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times as EclipseLink and JDBC give them: as texts of PostgreSQL's in ISO's style, or as objects of
 * {@code java.sql}. The extremes of Java's types stand for infinity.
 */
final class TemporalTexts {
    private static final Pattern TEXT = Pattern.compile(
            "(?:(?<year>\\d{4,})-(?<month>\\d\\d)-(?<day>\\d\\d))?[ T]?"
                    + "(?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)?(?<offset>Z|[-+]\\d\\d(?::?\\d\\d){0,2})?(?<before> BC)?");
    private static final String ENDLESS = "infinity";
    private static final String NEVER_BEGUN = "-infinity";

    /** The driver's objects for infinity, in milliseconds. */
    private static final long ENDLESS_TIME = 9_223_372_036_825_200_000L;

    private static final long NEVER_BEGUN_TIME = -9_223_372_036_832_400_000L;

    private TemporalTexts() {}

    static LocalDate date(Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof Date date) {
            return extreme(date, LocalDate.MIN, LocalDate.MAX).orElseGet(date::toLocalDate);
        }
        String text = value.toString();
        if (text.equals(ENDLESS)) {
            return LocalDate.MAX;
        }
        return text.equals(NEVER_BEGUN) ? LocalDate.MIN : date(matched(text));
    }

    static LocalTime time(Object value) {
        if (value instanceof LocalTime time) {
            return time;
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime().toLocalTime();
        }
        return value instanceof Time time
                ? time.toLocalTime().plus(Math.floorMod(time.getTime(), 1000L), ChronoUnit.MILLIS)
                : time(matched(value.toString()).group("time"));
    }

    static OffsetTime offsetTime(Object value) {
        if (value instanceof OffsetTime time) {
            return time;
        }
        Matcher matched = matched(value.toString());
        return OffsetTime.of(time(matched.group("time")), offset(matched));
    }

    static LocalDateTime dateTime(Object value) {
        if (value instanceof LocalDateTime time) {
            return time;
        }
        if (value instanceof Timestamp timestamp) {
            return extreme(timestamp, LocalDateTime.MIN, LocalDateTime.MAX).orElseGet(timestamp::toLocalDateTime);
        }
        String text = value.toString();
        if (text.equals(ENDLESS)) {
            return LocalDateTime.MAX;
        }
        return text.equals(NEVER_BEGUN) ? LocalDateTime.MIN : dateTime(matched(text));
    }

    /** At UTC: the database keeps no offset. */
    static OffsetDateTime moment(Object value) {
        if (value instanceof OffsetDateTime time) {
            boolean extreme = time.equals(OffsetDateTime.MIN) || time.equals(OffsetDateTime.MAX);
            return extreme ? time : time.withOffsetSameInstant(ZoneOffset.UTC);
        }
        if (value instanceof Instant instant) {
            return moment(instant);
        }
        if (value instanceof java.util.Date date) {
            return extreme(date, OffsetDateTime.MIN, OffsetDateTime.MAX)
                    .orElseGet(() -> date.toInstant().atOffset(ZoneOffset.UTC));
        }
        String text = value.toString();
        if (text.equals(ENDLESS)) {
            return OffsetDateTime.MAX;
        }
        return text.equals(NEVER_BEGUN) ? OffsetDateTime.MIN : moment(matched(text));
    }

    @SuppressWarnings("JavaUtilDate") // what EclipseLink reads
    private static <T> Optional<T> extreme(java.util.Date date, T first, T last) {
        if (date.getTime() == NEVER_BEGUN_TIME) {
            return Optional.of(first);
        }
        return date.getTime() == ENDLESS_TIME ? Optional.of(last) : Optional.empty();
    }

    private static OffsetDateTime moment(Instant instant) {
        if (instant.equals(Instant.MIN)) {
            return OffsetDateTime.MIN;
        }
        return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime moment(Matcher matched) {
        return dateTime(matched).atOffset(offset(matched)).withOffsetSameInstant(ZoneOffset.UTC);
    }

    static Instant instant(OffsetDateTime moment) {
        if (moment.equals(OffsetDateTime.MIN)) {
            return Instant.MIN;
        }
        return moment.equals(OffsetDateTime.MAX) ? Instant.MAX : moment.toInstant();
    }

    private static Matcher matched(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new SqlException(SqlError.VALUE_UNREADABLE, "\"" + text + "\" is no date or time");
        }
        return matcher;
    }

    private static LocalDate date(Matcher matched) {
        int year = Integer.parseInt(matched.group("year"));
        return LocalDate.of(
                matched.group("before") == null ? year : 1 - year,
                Integer.parseInt(matched.group("month")),
                Integer.parseInt(matched.group("day")));
    }

    private static LocalDateTime dateTime(Matcher matched) {
        return date(matched).atTime(LocalTime.parse(matched.group("time")));
    }

    /** The database knows a last moment of a day, which is the first of the next. */
    private static LocalTime time(String text) {
        return text.startsWith("24:") ? LocalTime.MAX : LocalTime.parse(text);
    }

    private static ZoneOffset offset(Matcher matched) {
        return ZoneOffset.of(matched.group("offset"));
    }
}
