// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("short", short.class),
            Map.entry("Short", Short.class),
            Map.entry("int", int.class),
            Map.entry("Integer", Integer.class),
            Map.entry("long", long.class),
            Map.entry("Long", Long.class),
            Map.entry("BigDecimal", BigDecimal.class),
            Map.entry("Double", Double.class),
            Map.entry("boolean", boolean.class),
            Map.entry("Boolean", Boolean.class),
            Map.entry("String", String.class),
            Map.entry("UUID", UUID.class),
            Map.entry("LocalDate", LocalDate.class),
            Map.entry("LocalTime", LocalTime.class),
            Map.entry("LocalDateTime", LocalDateTime.class),
            Map.entry("Duration", Duration.class),
            Map.entry("JsonObject", JsonObject.class));

    private enum Colour {
        RED,
        GREEN
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static Optional<?> read(String type, String json) {
        return Scalars.of(Objects.requireNonNull(TYPES.get(type)), json(json));
    }

    /** The first and the last that there are, as Java writes them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "short         | -32768                 | 32767                 | -32768               | 32767",
                "Short         | -32768                 | 32767.0               | -32768               | 32767",
                "int           | -2147483648            | 2147483647            | -2147483648          | 2147483647",
                "Integer       | -2147483648            | 2.147483647e9         | -2147483648          | 2147483647",
                "long          | -9223372036854775808   | 9223372036854775807   | -9223372036854775808 | 9223372036854775807",
                "Long          | -9223372036854775808   | 9223372036854775807   | -9223372036854775808 | 9223372036854775807",
                "BigDecimal    | -1e-60                 | 1.50                  | -1E-60               | 1.50",
                "Double        | -1e-60                 | 1e60                  | -1.0E-60             | 1.0E60",
                "boolean       | false                  | true                  | false                | true",
                "Boolean       | false                  | true                  | false                | true",
                "String        | \"\"                   | \"\\ud83d\\ude00\"    | ``                   | \uD83D\uDE00",
                "LocalDate     | \"0001-01-01\"         | \"9999-12-31\"        | 0001-01-01           | 9999-12-31",
                "LocalTime     | \"00:00\"              | \"23:59:59.5\"        | 00:00                | 23:59:59.500",
                "LocalDateTime | \"0001-01-01T00:00\"   | \"9999-12-31T23:59\"  | 0001-01-01T00:00     | 9999-12-31T23:59",
                "Duration      | \"-PT87591240H\"       | \"PT87591240H\"       | PT-87591240H         | PT87591240H",
                "JsonObject    | {}                     | {\"a\":[1]}           | {}                   | {\"a\":[1]}"
            })
    void valuesAreReadAsFarAsTheyGo(String type, String first, String last, String firstRead, String lastRead) {
        assertThat(read(type, first).map(String::valueOf)).hasValue(firstRead);
        assertThat(read(type, last).map(String::valueOf)).hasValue(lastRead);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "short         | 32768",
                "Short         | -32769",
                "int           | 2147483648",
                "Integer       | 0.5",
                "Integer       | \"1\"",
                "Integer       | true",
                "long          | 9223372036854775808",
                "Long          | 1e-1",
                "BigDecimal    | 1e61",
                "BigDecimal    | 1e-61",
                "BigDecimal    | 1e999999999",
                "BigDecimal    | \"1\"",
                "Double        | 1e61",
                "Double        | \"NaN\"",
                "boolean       | \"true\"",
                "Boolean       | 1",
                "String        | 1",
                "String        | [\"a\"]",
                "String        | \"a\\u0000b\"",
                "String        | \"a\\ud83d\"",
                "UUID          | \"00000000\"",
                "LocalDate     | \"0000-12-31\"",
                "LocalDate     | \"+10000-01-01\"",
                "LocalDate     | \"2023-02-29\"",
                "LocalDate     | 20240229",
                "LocalTime     | \"24:00\"",
                "LocalDateTime | \"-0001-01-01T00:00\"",
                "LocalDateTime | \"+10000-01-01T00:00\"",
                "LocalDateTime | \"2024-02-29T12:30:00Z\"",
                "Duration      | \"PT87591240H0.001S\"",
                "Duration      | \"PT87591241H\"",
                "Duration      | \"-PT87591241H\"",
                "Duration      | \"PT2562047788015215H\"",
                "Duration      | 3600",
                "JsonObject    | []",
                "JsonObject    | \"{}\""
            })
    void othersAreRefused(String type, String json) {
        assertThat(read(type, json)).isEmpty();
    }

    @Test
    void nothingIsNoValueOfAnyType() {
        TYPES.values().forEach(type -> assertThat(Scalars.of(type, JsonValue.NULL))
                .as(type.getName())
                .isEmpty());
    }

    @Test
    void aNumberHasSixtyDigitsAtMost() {
        assertThat(read("BigDecimal", "9".repeat(60)).map(String::valueOf)).hasValue("9".repeat(60));
        assertThat(read("BigDecimal", "9".repeat(61))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short         | a whole number",
                "Long          | a whole number",
                "BigDecimal    | a number",
                "Double        | a number",
                "Boolean       | true or false",
                "String        | a text, without NUL and half characters",
                "UUID          | a UUID",
                "LocalDate     | a date, as 2024-02-29",
                "LocalTime     | a time, as 12:30:00",
                "LocalDateTime | a date and time, as 2024-02-29T12:30:00",
                "Duration      | a duration, as PT36H",
                "JsonObject    | an object"
            })
    void whatIsExpectedIsTold(String type, String shape) {
        assertThat(Scalars.shape(Objects.requireNonNull(TYPES.get(type)))).isEqualTo(shape);
    }

    @Test
    void theConstantsOfAnEnumerationAreTold() {
        assertThat(Scalars.shape(Colour.class)).isEqualTo("one of RED, GREEN");
    }

    @ParameterizedTest
    @ValueSource(classes = {Object.class, Thread.class})
    void whatNoBodyHasIsAnErrorOfOurs(Class<?> type) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Scalars.of(type, JsonValue.TRUE))
                .withMessageContaining(type.getName());
    }
}
