// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private final Jsonb jsonb = JsonbBuilder.create();

    @AfterEach
    void close() throws Exception {
        jsonb.close();
    }

    private String text(@Nullable Object value) {
        return Csv.text(value, jsonb::toJson);
    }

    /** A spreadsheet that is given '-5 can compute nothing with it, and no number is a formula. */
    @Test
    void numbersStayNumbers() {
        assertThat(text(-5)).isEqualTo("-5");
        assertThat(text(new BigDecimal("-12.50"))).isEqualTo("-12.50");
        assertThat(text(-0.5)).isEqualTo("-0.5");
        assertThat(text(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"
            })
    void textsThatWouldBeFormulasAreGuarded(String formula) {
        assertThat(text(formula)).isEqualTo("'" + formula);
        assertThat(text(CharBuffer.wrap(formula))).isEqualTo("'" + formula);
    }

    static Stream<Arguments> others() {
        UUID key = UUID.randomUUID();
        return Stream.of(
                Arguments.of(null, ""),
                Arguments.of("", ""),
                Arguments.of("a=b", "a=b"),
                Arguments.of(true, "true"),
                Arguments.of(LocalDate.of(2024, 2, 29), "2024-02-29"),
                Arguments.of(Duration.ofHours(-36), "PT-36H"),
                Arguments.of(key, key.toString()),
                Arguments.of(List.of("=1", "-1"), "[\"=1\",\"-1\"]"),
                Arguments.of(Map.of("=a", "=1"), "{\"=a\":\"=1\"}"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void allElseIsAsItIsInJson(@Nullable Object value, String text) {
        assertThat(text(value)).isEqualTo(text);
    }

    @Test
    void aLineHasQuotesWhereTheyAreNeeded() {
        assertThat(Csv.line(List.of("a", "", "b,c", "say \"x\"", "two\nlines", "e\rf", "g;h", " i ")))
                .isEqualTo("a,,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\"e\rf\",g;h, i \r\n");
    }

    @Test
    void valuesAreFoundByTheirWays() {
        Map<String, Object> row = Map.of("name", "Ada", "department", Map.of("name", "Looms"));

        assertThat(Csv.value(row, List.of("name"))).isEqualTo("Ada");
        assertThat(Csv.value(row, List.of("department", "name"))).isEqualTo("Looms");
        assertThat(Csv.value(row, List.of("nothing"))).isNull();
        assertThat(Csv.value(row, List.of("nothing", "name"))).isNull();
    }
}
