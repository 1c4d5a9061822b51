// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as the same in Java and in SQL. */
class AgreementTest {
    private static boolean same(@Nullable Object java, @Nullable Object sql) {
        return Agreement.same(java, sql);
    }

    @Test
    void numbersAreTheSameByValue() {
        assertThat(same(new BigDecimal("1.50"), new BigDecimal("1.5"))).isTrue();
        assertThat(same(new BigDecimal("1.50"), new BigDecimal("1.51"))).isFalse();
        assertThat(same(3, 3L)).isTrue();
        assertThat(same(3, new BigDecimal("3.5"))).isFalse();
        assertThat(same(Long.MAX_VALUE, Long.MAX_VALUE - 1)).isFalse();
    }

    @Test
    void theLastBitOfFloatingPointNumbersDoesNotMatter() {
        assertThat(same(0.1 + 0.2, 0.3)).isTrue();
        assertThat(same(0.3, Math.nextUp(Math.nextUp(0.3)))).isFalse();
        assertThat(same(-0.0, 0.0)).isTrue();
        assertThat(same(Double.NaN, Double.NaN)).isTrue();
        assertThat(same(1.1f, 1.1)).isTrue();
    }

    @Test
    void pointsInTimeAreTheSameWhateverTheirOffset() {
        assertThat(same(OffsetDateTime.parse("2024-01-01T02:00+02:00"), OffsetDateTime.parse("2024-01-01T00:00Z")))
                .isTrue();
        assertThat(same(Instant.EPOCH, OffsetDateTime.parse("1970-01-01T00:00:00.000001Z")))
                .isFalse();
    }

    @Test
    void nullIsNotFalse() {
        assertThat(same(false, null)).isFalse();
        assertThat(same(null, null)).isTrue();
        assertThat(same("", null)).isFalse();
    }

    @Test
    void nothingIsNull() {
        assertThat(Answer.of(Optional.empty())).isEqualTo(new Answer.Value(null));
        assertThat(Answer.of(Optional.of("a"))).isEqualTo(new Answer.Value("a"));
        assertThat(Answer.of(OptionalInt.empty())).isEqualTo(new Answer.Value(null));
    }

    @Test
    void elementsAreComparedOneByOne() {
        assertThat(same(Arrays.asList("a", null), Arrays.asList("a", null))).isTrue();
        assertThat(same(new String[] {"a", "b"}, List.of("a", "b"))).isTrue();
        assertThat(same(List.of("a", "b"), List.of("b", "a"))).isFalse();
        assertThat(same(new byte[] {1}, new byte[] {1})).isTrue();
    }

    @Test
    void onlyNullsInTextsMayBeNull() {
        assertThat(Agreement.isNullText("Ann null", null)).isTrue();
        assertThat(Agreement.isNullText("Ann", null)).isFalse();
        assertThat(Agreement.isNullText("Ann null", "Ann ")).isFalse();
        assertThat(Agreement.isNullText(0, null)).isFalse();
    }
}
