// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.view.ViewDocument;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3\" | true",
                "* | true",
                "\"1\", \"3\" | true",
                "\"3.ab12\" | true",
                "W/\"3\" | false",
                "\"33\" | false",
                "\"30.ab12\" | false",
                "3 | false",
                "\"2\" | false"
            })
    void aVersionIsKnownByItsTag(String header, boolean known) {
        assertThat(EntityTags.hasVersion(header, 3)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3\" | \"3\" | true",
                "W/\"3\" | \"3\" | true",
                "\"a\", \"3\" | W/\"3\" | true",
                "* | \"3\" | true",
                "\"3.x\" | \"3\" | false",
                "3 | \"3\" | false"
            })
    void whoHasReadKnowsByWeakTagsToo(String header, String tag, boolean known) {
        assertThat(EntityTags.has(header, tag)).isEqualTo(known);
    }

    @Test
    void whatComesAlongHasAPartOfTheTag() {
        ViewDocument alone = new ViewDocument(Map.of("a", 1), Optional.of(3), true);
        ViewDocument one = new ViewDocument(Map.of("a", 1, "b", Map.of("c", 1)), Optional.of(3), false);
        ViewDocument other = new ViewDocument(Map.of("a", 1, "b", Map.of("c", 2)), Optional.of(3), false);

        assertThat(EntityTags.of(alone)).contains("\"3\"");
        assertThat(EntityTags.of(one).orElseThrow())
                .startsWith("\"3.")
                .isNotEqualTo(EntityTags.of(other).orElseThrow());
        assertThat(EntityTags.of(new ViewDocument(Map.of(), Optional.empty(), true)))
                .isEmpty();
    }
}
