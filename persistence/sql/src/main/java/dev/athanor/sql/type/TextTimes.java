// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Reads the database's texts for dates and times, by its setting {@code datestyle} of ISO, as the driver would. */
final class TextTimes {
    private static final DateTimeFormatter DATE = date().appendPattern("[ G]").toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter TIMESTAMP = date().appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ G]")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter TIMESTAMPTZ = date().appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .appendPattern("[ G]")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter TIMETZ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ENGLISH);

    private TextTimes() {}

    private static DateTimeFormatterBuilder date() {
        return new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR_OF_ERA, 4, 9, SignStyle.NEVER)
                .appendPattern("-MM-dd");
    }

    /** A value of a class; none if it is none of time. */
    static Optional<Object> read(String text, Class<?> type) {
        if (type == LocalDate.class) {
            return Optional.of(
                    isInfinite(text) ? ending(text, LocalDate.MIN, LocalDate.MAX) : LocalDate.parse(text, DATE));
        }
        if (type == LocalDateTime.class) {
            return Optional.of(
                    isInfinite(text)
                            ? ending(text, LocalDateTime.MIN, LocalDateTime.MAX)
                            : LocalDateTime.parse(text, TIMESTAMP));
        }
        if (type == OffsetDateTime.class) {
            return Optional.of(
                    isInfinite(text)
                            ? ending(text, OffsetDateTime.MIN, OffsetDateTime.MAX)
                            : OffsetDateTime.parse(text, TIMESTAMPTZ).withOffsetSameInstant(ZoneOffset.UTC));
        }
        if (type == OffsetTime.class) {
            return Optional.of(OffsetTime.parse(text, TIMETZ));
        }
        return type == LocalTime.class
                ? Optional.of(text.equals("24:00:00") ? LocalTime.MAX : LocalTime.parse(text))
                : Optional.empty();
    }

    private static boolean isInfinite(String text) {
        return text.endsWith("infinity");
    }

    private static Object ending(String text, Object least, Object greatest) {
        return text.startsWith("-") ? least : greatest;
    }
}
