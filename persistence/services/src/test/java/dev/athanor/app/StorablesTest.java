// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorablesTest {
    private static final Duration LONGEST = Duration.ofDays(9999 * 365L);

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2024-02-29", "9999-12-31"})
    void daysOfTheseYearsAreKept(String day) {
        LocalDate date = LocalDate.parse(day);

        assertThat(Storables.dated(date)).isSameAs(date);
        assertThat(Storables.dated(date.atTime(23, 59))).isEqualTo(LocalDateTime.parse(day + "T23:59"));
        assertThat(Storables.dated(OffsetDateTime.parse(day + "T00:00:00+01:00")))
                .isEqualTo(OffsetDateTime.parse(day + "T00:00:00+01:00"));
    }

    @ParameterizedTest
    @CsvSource({"0000-12-31,0", "-0001-01-01,-1", "+10000-01-01,10000", "+999999999-12-31,999999999"})
    void daysOfOthersAreRefused(String day, int year) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> Storables.dated(LocalDate.parse(day)))
                .withMessage("the year " + year);
    }

    @Test
    void durationsAreOfAllTheseYearsAtMost() {
        assertThat(Storables.lasting(LONGEST)).isEqualTo(LONGEST);
        assertThat(Storables.lasting(LONGEST.negated())).isEqualTo(LONGEST.negated());
        assertThat(Storables.lasting(Duration.ZERO)).isZero();
        for (Duration duration : List.of(
                LONGEST.plusNanos(1),
                LONGEST.negated().minusNanos(1),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> Storables.lasting(duration))
                    .withMessage("longer than " + LONGEST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "-12.50,true",
        "1e60,true",
        "1e61,false",
        "1e-60,true",
        "1e-61,false",
        "1e999999999,false",
        "1e-2147483647,false",
        "0e-2147483647,false"
    })
    void numbersOfFewDigitsCount(String number, boolean counts) {
        assertThat(Storables.isCountable(new BigDecimal(number))).isEqualTo(counts);
    }

    @Test
    void allDigitsOfANumberCount() {
        assertThat(Storables.isCountable(new BigDecimal("9".repeat(60)))).isTrue();
        assertThat(Storables.isCountable(new BigDecimal("9".repeat(61)))).isFalse();
        assertThat(Storables.isCountable(new BigDecimal("-0." + "9".repeat(60))))
                .isTrue();
        assertThat(Storables.isCountable(new BigDecimal("-9." + "9".repeat(60))))
                .isFalse();
    }
}
