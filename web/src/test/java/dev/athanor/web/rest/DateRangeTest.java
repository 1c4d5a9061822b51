// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.view.InvalidQuery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Test
    void theDaysAreThoseThatAreSaid() {
        DateRange days = new DateRange("0001-01-01", "9999-12-31");

        assertThat(days.from()).isEqualTo(FIRST);
        assertThat(days.until()).isEqualTo(LAST);
    }

    @Test
    void aYearUntilTodayIsMeantIfNothingIsSaid() {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        LocalDate from = new DateRange().from();
        LocalDate until = new DateRange().until();
        LocalDate after = LocalDate.now(ZoneOffset.UTC);

        assertThat(until).isBetween(before, after);
        assertThat(from).isBetween(before.minusYears(1), after.minusYears(1));
    }

    @Test
    void aYearIsMeantIfOnlyTheLastDayIsSaid() {
        assertThat(new DateRange(null, "2024-02-29").from()).isEqualTo(LocalDate.of(2023, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023-02-29",
                "2024-2-1",
                "2024-02-29T12:30:00",
                "0000-12-31",
                "-0001-01-01",
                "+10000-01-01",
                "+999999999-12-31"
            })
    void whatIsNoDayOfTheseYearsIsRefusedByItsName(String text) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> new DateRange(text, null).from())
                .withMessage("from: is a date, as 2024-02-29, of the years 1 to 9999, not \"" + text + "\"");
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> new DateRange(null, text).until())
                .withMessage("until: is a date, as 2024-02-29, of the years 1 to 9999, not \"" + text + "\"");
    }
}
