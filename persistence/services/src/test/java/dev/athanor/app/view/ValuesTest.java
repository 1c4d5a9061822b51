// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("Short", Short.class),
            Map.entry("Integer", Integer.class),
            Map.entry("Long", Long.class),
            Map.entry("Float", Float.class),
            Map.entry("Double", Double.class),
            Map.entry("BigDecimal", BigDecimal.class),
            Map.entry("Boolean", Boolean.class),
            Map.entry("LocalDate", LocalDate.class),
            Map.entry("LocalTime", LocalTime.class),
            Map.entry("LocalDateTime", LocalDateTime.class),
            Map.entry("OffsetDateTime", OffsetDateTime.class),
            Map.entry("Instant", Instant.class),
            Map.entry("Currency", Currency.class),
            Map.entry("UUID", UUID.class),
            Map.entry("Colour", Colour.class));

    private enum Colour {
        RED,
        GREEN
    }

    private static Class<?> type(String name) {
        return Objects.requireNonNull(TYPES.get(name), name);
    }

    /** The first and the last that there are, and how they look. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Short          | -32768              | 32767                | a whole number",
                "Integer        | -2147483648         | 2147483647           | a whole number",
                "Long           | -9223372036854775808 | 9223372036854775807 | a whole number",
                "Float          | 1e-38               | 3e38                 | a number",
                "Double         | 1e-60               | 1e60                 | a number",
                "BigDecimal     | 1e-60               | 1e60                 | a number",
                "Boolean        | false               | true                 | true or false",
                "LocalDate      | 0001-01-01          | 9999-12-31           | a date, as 2024-02-29",
                "LocalTime      | 00:00               | 23:59:59.999999999   | a time, as 12:30:00",
                "LocalDateTime  | 0001-01-01T00:00    | 9999-12-31T23:59:59  | a date and time, as 2024-02-29T12:30:00",
                "OffsetDateTime | 0001-01-01T00:00Z   | 9999-12-31T23:59+02:00 | a moment, as 2024-02-29T12:30:00Z",
                "Instant        | 0001-01-01T00:00Z   | 9999-12-31T23:59:59Z | a moment, as 2024-02-29T12:30:00Z",
                "Currency       | EUR                 | CZK                  | a currency, as EUR",
                "UUID           | 00000000-0000-0000-0000-000000000000 | ffffffff-ffff-ffff-ffff-ffffffffffff | a UUID",
                "Colour         | red                 | GREEN                | one of RED, GREEN"
            })
    void valuesAreReadAsFarAsTheyGo(String type, String first, String last, String shape) {
        Class<?> wanted = type(type);

        assertThat(Values.of(wanted, first)).containsInstanceOf(wanted);
        assertThat(Values.of(wanted, last)).containsInstanceOf(wanted);
        assertThat(Values.shape(wanted)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource({
        "Short,32768",
        "Integer,2147483648",
        "Integer,1.0",
        "Long,9223372036854775808",
        "Long,''",
        "Float,1e61",
        "Double,1e400",
        "Double,NaN",
        "BigDecimal,1e61",
        "BigDecimal,1e-61",
        "BigDecimal,1e999999999",
        "BigDecimal,cheap",
        "Boolean,TRUE",
        "Boolean,1",
        "LocalDate,0000-12-31",
        "LocalDate,+10000-01-01",
        "LocalDate,2023-02-29",
        "LocalTime,24:00",
        "LocalDateTime,+10000-01-01T00:00",
        "LocalDateTime,2024-02-29",
        "OffsetDateTime,2024-02-29T12:30:00",
        "OffsetDateTime,+10000-01-01T00:00Z",
        "Instant,-0001-01-01T00:00Z",
        "Currency,euro",
        "UUID,1",
        "Colour,BLUE"
    })
    void othersAreRefused(String type, String text) {
        assertThat(Values.of(type(type), text)).isEmpty();
    }

    @Test
    void aTypeThatNobodyWritesInFiltersHasNoValues() {
        assertThat(Values.of(Duration.class, "PT1H")).isEmpty();
        assertThat(Values.shape(Duration.class)).isEqualTo("something that cannot be written in a filter");
        assertThat(Values.of(String.class, "any")).contains("any");
    }
}
