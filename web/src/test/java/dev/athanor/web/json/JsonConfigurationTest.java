// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbCreator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonConfigurationTest {
    private final Jsonb jsonb = new JsonConfiguration().getContext(Outer.class);

    public record Outer(@Nullable Inner inner) {
        @JsonbCreator
        public Outer {}
    }

    public record Inner(@Nullable String text, @Nullable String other) {
        @JsonbCreator
        public Inner {}
    }

    @Test
    void stringsAreRead() {
        Outer read = jsonb.fromJson("{\"inner\": {\"text\": \"a\", \"unknown\": [1], \"other\": \"b\"}}", Outer.class);

        assertThat(read).isEqualTo(new Outer(new Inner("a", "b")));
    }

    @Test
    void whatIsMissingOrNullIsNull() {
        assertThat(jsonb.fromJson("{\"inner\": {\"text\": null}}", Outer.class))
                .isEqualTo(new Outer(new Inner(null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"inner\": {\"text\": 5}}         | inner.text",
                "{\"inner\": {\"other\": true}}     | inner.other",
                "{\"inner\": {\"text\": {\"a\":1}}} | inner.text",
                "{\"inner\": {\"text\": [\"a\"]}}   | inner.text",
                "{\"inner\": \"a\"}                 | inner",
                "[]                                 | body",
            })
    void anotherTypeIsRefusedByItsPath(String json, String path) {
        assertThatThrownBy(() -> jsonb.fromJson(json, Outer.class))
                .isInstanceOfSatisfying(JsonbException.class, error -> assertThat(
                                BodyReader.invalid(error).getMessage())
                        .isEqualTo(path + " has the wrong type"));
    }

    @Test
    void brokenSyntaxIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> jsonb.fromJson("{\n\"inner\": nope}", Outer.class))
                .isInstanceOfSatisfying(JsonbException.class, error -> assertThat(
                                BodyReader.invalid(error).getMessage())
                        .startsWith("body is not valid JSON: line 2, column 1"));
    }
}
