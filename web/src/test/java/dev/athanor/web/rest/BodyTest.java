// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.web.error.Problem.Detail;
import dev.athanor.web.error.Refused;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
    public enum Colour {
        RED,
        GREEN
    }

    public record Part(@Nullable String name, int size) {}

    /** With a value of each kind. Public, as JSON-B wants it. */
    public record Whole(
            @Nullable String text,
            int whole,
            @Nullable Long large,
            @Nullable Short small,
            @Nullable BigDecimal exact,
            @Nullable Double near,
            boolean truth,
            @Nullable Colour colour,
            @Nullable UUID key,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable LocalDateTime moment,
            @Nullable Duration duration,
            @Nullable Part part,
            Optional<String> perhaps,
            List<Part> parts,
            Set<String> words,
            Map<String, Integer> counts) {}

    private static final String ALL = """
            {"text": "a", "whole": 1, "large": 5000000000, "small": 2, "exact": 1.10, "near": 0.5, "truth": true,
             "colour": "RED", "key": "00000000-0000-0000-0000-000000000001", "day": "2024-02-29", "time": "12:30:00",
             "moment": "2024-02-29T12:30:00", "duration": "PT36H", "part": {"name": "b", "size": 3}, "perhaps": "c",
             "parts": [{"name": "d", "size": 4}], "words": ["e"], "counts": {"f": 5}}""";

    private static Body body(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return new Body(reader.readValue());
        }
    }

    private static List<String> pointers(Runnable reading) {
        return catchThrowableOfType(Refused.class, reading::run).problem().errors().stream()
                .map(Detail::pointer)
                .sorted()
                .toList();
    }

    @Test
    void allKindsOfValuesAreRead() {
        Whole whole = body(ALL).as(Whole.class);

        assertThat(whole)
                .isEqualTo(new Whole(
                        "a",
                        1,
                        5_000_000_000L,
                        (short) 2,
                        new BigDecimal("1.10"),
                        0.5,
                        true,
                        Colour.RED,
                        new UUID(0, 1),
                        LocalDate.of(2024, 2, 29),
                        LocalTime.of(12, 30),
                        LocalDateTime.of(2024, 2, 29, 12, 30),
                        Duration.ofHours(36),
                        new Part("b", 3),
                        Optional.of("c"),
                        List.of(new Part("d", 4)),
                        Set.of("e"),
                        Map.of("f", 5)));
    }

    @Test
    void whatIsMissingIsEmptyUnlessItHasToBeThere() {
        Whole whole = body("{\"whole\": 1, \"text\": null}").as(Whole.class);

        assertThat(whole.text()).isNull();
        assertThat(whole.truth()).isFalse();
        assertThat(whole.perhaps()).isEmpty();
        assertThat(whole.parts()).isEmpty();
        assertThat(whole.words()).isEmpty();
        assertThat(whole.counts()).isEmpty();
        assertThat(pointers(() -> body("{}").as(Whole.class))).containsExactly("/whole");
    }

    /** What is changed of a record and written again says the same. */
    @Test
    void anEmptyPatchChangesNothing() {
        Whole whole = body(ALL).as(Whole.class);

        assertThat(body("{}").mergedInto(whole)).isEqualTo(whole);
    }

    @Test
    void aPatchReachesIntoRecordsAndMapsAndReplacesLists() {
        Whole whole = body(ALL).as(Whole.class);

        Whole changed = body("{\"part\": {\"size\": 9}, \"counts\": {\"f\": null, \"g\": 1}, \"words\": [],"
                        + " \"day\": null, \"perhaps\": null}")
                .mergedInto(whole);

        assertThat(changed.part()).isEqualTo(new Part("b", 9));
        assertThat(changed.counts()).isEqualTo(Map.of("g", 1));
        assertThat(changed.words()).isEmpty();
        assertThat(changed.day()).isNull();
        assertThat(changed.perhaps()).isEmpty();
        assertThat(changed.text()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"whole\": 1.5} | /whole",
                "{\"whole\": 3000000000} | /whole",
                "{\"whole\": \"1\"} | /whole",
                "{\"whole\": 1, \"small\": 70000} | /small",
                "{\"whole\": 1e999999999} | /whole",
                "{\"whole\": 1, \"exact\": 1e-999999999} | /exact",
                "{\"whole\": 1, \"text\": 1} | /text",
                "{\"whole\": 1, \"text\": \"a\\u0000b\"} | /text",
                "{\"whole\": 1, \"text\": \"\\ud800\"} | /text",
                "{\"whole\": 1, \"truth\": \"true\"} | /truth",
                "{\"whole\": 1, \"colour\": \"red\"} | /colour",
                "{\"whole\": 1, \"key\": \"x\"} | /key",
                "{\"whole\": 1, \"day\": \"2024-02-30\"} | /day",
                "{\"whole\": 1, \"duration\": \"soon\"} | /duration",
                "{\"whole\": 1, \"part\": []} | /part",
                "{\"whole\": 1, \"part\": {\"name\": \"a\"}} | /part/size",
                "{\"whole\": 1, \"parts\": [{\"size\": 1}, {\"size\": \"x\"}]} | /parts/1/size",
                "{\"whole\": 1, \"parts\": {}} | /parts",
                "{\"whole\": 1, \"words\": [null]} | /words/0",
                "{\"whole\": 1, \"counts\": {\"a/b\": \"x\"}} | /counts/a~1b",
                "{\"whole\": 1, \"counts\": {\"a\\ud800\": 1}} | /counts/a\ud800",
                "{\"whole\": 1, \"other\": 1} | /other",
                "[] | ``",
                "1 | ``"
            })
    void whatDoesNotFitIsRefusedWhereItIs(String json, String pointer) {
        assertThat(pointers(() -> body(json).as(Whole.class))).containsExactly(pointer);
    }

    @Test
    void allThatDoesNotFitIsToldAtOnce() {
        assertThat(pointers(() -> body("{\"whole\": \"x\", \"other\": 1, \"part\": {\"size\": 1, \"depth\": null},"
                                + " \"day\": 5}")
                        .as(Whole.class)))
                .containsExactly("/day", "/other", "/part/depth", "/whole");
    }

    @Test
    void namesThatNobodyKnowsAreRefusedInAPatchEvenIfTheyAreToBeTakenAway() {
        Whole whole = body(ALL).as(Whole.class);

        assertThat(pointers(() -> body("{\"other\": null, \"part\": {\"depth\": null}, \"whole\": null}")
                        .mergedInto(whole)))
                .containsExactly("/other", "/part/depth", "/whole");
    }
}
