// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    @Test
    void whatASpreadsheetTakesForAFormulaIsGuarded() {
        for (int i = 0; i < SIGNS.length(); i++) {
            String sign = SIGNS.substring(i, i + 1);
            assertThat(Formulas.guarded(sign)).isEqualTo("'" + sign);
            assertThat(Formulas.guarded(sign + "1+1")).isEqualTo("'" + sign + "1+1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "1+1", "a=b", " =1", "'", "''a", "O'Hara", "\"=1", "[{\"a\":\"=1\"}]", "2024-02-29"})
    void othersAreAsTheyAre(String text) {
        assertThat(Formulas.guarded(text)).isEqualTo(text);
        assertThat(Formulas.unguarded(text)).isEqualTo(text);
    }

    /** It would lose its own apostrophe when it comes back. */
    @Test
    void whatLooksGuardedIsGuardedOnceMore() {
        assertThat(Formulas.guarded("'=1")).isEqualTo("''=1");
        assertThat(Formulas.unguarded("''=1")).isEqualTo("'=1");
        assertThat(Formulas.unguarded("'=1")).isEqualTo("=1");
    }

    @Test
    void whateverIsGuardedComesBackAndIsNoFormula() {
        Random random = new Random(7);
        String signs = SIGNS + "'''''' a1";
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(6), 0, signs.length())
                    .mapToObj(at -> signs.substring(at, at + 1))
                    .collect(Collectors.joining());

            String guarded = Formulas.guarded(text);

            assertThat(Formulas.unguarded(guarded)).isEqualTo(text);
            assertThat(guarded.isEmpty() || SIGNS.indexOf(guarded.charAt(0)) < 0)
                    .as(text)
                    .isTrue();
        }
    }
}
