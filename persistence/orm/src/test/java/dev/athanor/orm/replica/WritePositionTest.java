// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritePositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"0/0", "0/16B3748", "16/B374D848", "FFFFFFFF/FFFFFFFF"})
    void itsTextIsThatOfPostgreSql(String text) {
        assertThat(WritePosition.of(text)).hasToString(text).isEqualTo(WritePosition.of(text));
    }

    @Test
    void positionsAreInTheOrderOfTheLog() {
        assertThat(WritePosition.of("1/0").isAfter(WritePosition.of("0/FFFFFFFF")))
                .isTrue();
        assertThat(WritePosition.of("FFFFFFFF/0").isAfter(WritePosition.of("7FFFFFFF/1")))
                .isTrue();
        assertThat(WritePosition.of("1/a").isAfter(WritePosition.of("1/A"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/", "0/123456789", "x/1", "0/1'; drop table author", "-1/0"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> WritePosition.of(text))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.POSITION_INVALID));
    }

    @Test
    void aClientThatHasWrittenNothingHasNoToken() {
        assertThat(ClientPosition.of(null).token()).isEmpty();
        assertThat(ClientPosition.of(" ").token()).isEmpty();
        assertThat(ClientPosition.of("0/16B3748").token()).contains("0/16B3748");
    }

    @Test
    void aClientsPositionNeverGoesBack() {
        ClientPosition client = ClientPosition.of("1/0");
        client.wrote(() -> WritePosition.of("0/5"));

        assertThat(client.token()).contains("1/0");
    }
}
