// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

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

    static Stream<Arguments> ranges() {
        return Stream.of(
                arguments("Short", "-32768", Short.MIN_VALUE, "32767", Short.MAX_VALUE),
                arguments("Integer", "-2147483648", Integer.MIN_VALUE, "2147483647", Integer.MAX_VALUE),
                arguments("Long", "-9223372036854775808", Long.MIN_VALUE, "9223372036854775807", Long.MAX_VALUE),
                arguments("Float", "1e-38", 1e-38f, "3e38", 3e38f),
                arguments("Double", "1e-60", 1e-60, "1e60", 1e60),
                arguments(
                        "BigDecimal",
                        "1e-60",
                        BigDecimal.ONE.scaleByPowerOfTen(-60),
                        "1e60",
                        BigDecimal.ONE.scaleByPowerOfTen(60)),
                arguments("Boolean", "false", false, "true", true),
                arguments("LocalDate", "0001-01-01", FIRST.toLocalDate(), "9999-12-31", LAST.toLocalDate()),
                arguments("LocalTime", "00:00", LocalTime.MIN, "23:59:59.999999999", LocalTime.MAX),
                arguments("LocalDateTime", "0001-01-01T00:00", FIRST, "9999-12-31T23:59:59", LAST),
                arguments(
                        "OffsetDateTime",
                        "0001-01-01T00:00Z",
                        FIRST.atOffset(UTC),
                        "9999-12-31T23:59:59+02:00",
                        LAST.atOffset(ZoneOffset.ofHours(2))),
                arguments(
                        "Instant",
                        "0001-01-01T00:00Z",
                        FIRST.toInstant(UTC),
                        "9999-12-31T23:59:59Z",
                        LAST.toInstant(UTC)),
                arguments("Currency", "EUR", Currency.getInstance("EUR"), "CZK", Currency.getInstance("CZK")),
                arguments(
                        "UUID",
                        "00000000-0000-0000-0000-000000000000",
                        new UUID(0, 0),
                        "ffffffff-ffff-ffff-ffff-ffffffffffff",
                        new UUID(-1, -1)),
                arguments("Colour", "red", Colour.RED, "GREEN", Colour.GREEN));
    }

    /** The first and the last that there are. */
    @ParameterizedTest
    @MethodSource("ranges")
    void valuesAreReadAsFarAsTheyGo(String type, String first, Object lowest, String last, Object highest) {
        assertThat(Values.of(type(type), first)).isEqualTo(Optional.of(lowest));
        assertThat(Values.of(type(type), last)).isEqualTo(Optional.of(highest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Short          | a whole number",
                "Integer        | a whole number",
                "Long           | a whole number",
                "Float          | a number",
                "Double         | a number",
                "BigDecimal     | a number",
                "Boolean        | true or false",
                "LocalDate      | a date, as 2024-02-29",
                "LocalTime      | a time, as 12:30:00",
                "LocalDateTime  | a date and time, as 2024-02-29T12:30:00",
                "OffsetDateTime | a moment, as 2024-02-29T12:30:00Z",
                "Instant        | a moment, as 2024-02-29T12:30:00Z",
                "Currency       | a currency, as EUR",
                "UUID           | a UUID",
                "Colour         | one of RED, GREEN"
            })
    void howValuesLookIsTold(String type, String shape) {
        assertThat(Values.shape(type(type))).isEqualTo(shape);
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
