// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.type.Codec;
import dev.athanor.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static <T> void assertPlain(SqlType<T> type, T value, Class<?> wanted) {
        Codec<T> codec = type.codec();
        Object plain = codec.plain(value);
        assertThat(plain).isInstanceOf(wanted).hasToString(codec.text(value));
    }

    @Test
    void plainValuesAreTheirOwnTexts() {
        assertPlain(SqlTypes.BIGINT, Long.MIN_VALUE, Long.class);
        assertPlain(SqlTypes.NUMERIC, new BigDecimal("1E+3"), BigDecimal.class);
        assertPlain(SqlTypes.BOOLEAN, true, Boolean.class);
        assertPlain(SqlTypes.UUID, new UUID(1, 2), UUID.class);
        assertPlain(SqlTypes.DATE, LocalDate.of(9999, 12, 31), LocalDate.class);
        assertPlain(SqlTypes.TIME, LocalTime.MAX, LocalTime.class);
        assertPlain(SqlTypes.TIMESTAMP, LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.class);
        assertPlain(SqlTypes.TIMETZ, OffsetTime.parse("10:00+02:00"), OffsetTime.class);
        assertPlain(SqlTypes.TIMESTAMPTZ, OffsetDateTime.parse("2020-01-01T00:00:00.5+05:30"), OffsetDateTime.class);
    }

    @Test
    void whatTravelsAsAnotherTypeIsPlainAsThatIs() {
        assertPlain(SqlTypes.INSTANT, Instant.EPOCH, OffsetDateTime.class);
        assertPlain(SqlTypes.INTEGRAL, BigInteger.TEN.pow(30), BigDecimal.class);
        assertPlain(SqlTypes.enumNumber(DayOfWeek.class), DayOfWeek.FRIDAY, Integer.class);
    }

    @Test
    void othersAreTexts() {
        assertPlain(SqlTypes.DATE, LocalDate.MAX, String.class);
        assertPlain(SqlTypes.DATE, LocalDate.of(-43, 3, 15), String.class);
        assertPlain(SqlTypes.TIMESTAMP, LocalDateTime.of(10_000, 1, 1, 0, 0), String.class);
        assertPlain(SqlTypes.INSTANT, Instant.MIN, String.class);
        assertPlain(SqlTypes.DURATION, Duration.ofDays(2), String.class);
        assertPlain(SqlTypes.BYTEA, new byte[] {1, -1}, String.class);
        assertPlain(SqlTypes.enumText(DayOfWeek.class), DayOfWeek.FRIDAY, String.class);
        assertPlain(SqlTypes.TEXT.list(), List.of("a", "\""), String.class);
    }
}
