// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.people.QWrongPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Hybrids that mean something else in SQL break the contract. */
@PostgresTest
class WrongHybridsTest {
    /** What a row has to be like to show a mistake. */
    private static final Map<String, Predicate<Difference>> MISTAKES = Map.ofEntries(
            Map.entry(
                    "concatSkipsNulls",
                    found ->
                            found.values().containsValue("null") && !found.sql().equals("null")),
            Map.entry("doubleRoundedToEven", found -> value(found, "height").endsWith(".5")),
            Map.entry(
                    "decimalRoundedAway",
                    found -> new BigDecimal(value(found, "balance"))
                                            .movePointRight(2)
                                            .intValue()
                                    % 10
                            != 0),
            Map.entry("lowerOfAsciiOnly", found -> value(found, "nickname").matches(".*[^\\x00-\\x7F].*")),
            Map.entry("ageByDays", found -> number(found.sql()) == number(found.java()) + 1),
            Map.entry("isAdultByDays", found -> isAlmostAdult(LocalDate.parse(value(found, "born")))),
            Map.entry("stripOfSpacesOnly", found -> value(found, "nickname").contains("\\")),
            Map.entry("numericDivision", found -> number(value(found, "points")) % 2 != 0),
            Map.entry("namesDiffer", found -> found.sql().equals("null")),
            Map.entry("equalButForSpaces", found -> found.values().values().stream()
                    .anyMatch(text -> text.endsWith(" \""))),
            Map.entry(
                    "lengthInCharacters",
                    found -> value(found, "nickname").codePoints().anyMatch(point -> point > Character.MAX_VALUE)),
            Map.entry("substringFromOne", found -> found.sql().equals(value(found, "nickname"))),
            Map.entry("branchesInWrongOrder", found -> number(value(found, "points")) > 1_234),
            Map.entry("boundaryMissed", found -> value(found, "points").equals("4711")),
            Map.entry("knows", found -> found.java().equals("true")),
            Map.entry("likeHasWildcards", found -> found.call().matches("(?s).*[%_\\\\].*")));

    private static String value(Difference difference, String attribute) {
        return difference.values().getOrDefault(attribute, "not shown");
    }

    private static long number(String shown) {
        return Long.parseLong(shown);
    }

    private static boolean isAlmostAdult(LocalDate born) {
        LocalDate then = born.plusYears(18);
        return then.minusDays(6).isBefore(LocalDate.now(ZoneId.systemDefault()).plusDays(1));
    }

    @Test
    void everyMistakeIsShownByItsRow(TestDatabase database) {
        HybridReport report = HybridContract.of(QWrongPerson.table()).report(database.dataSource());

        assertThat(MISTAKES).allSatisfy((hybrid, shows) -> {
            HybridResult result = report.hybrid(hybrid);
            assertThat(result.isKept()).as(hybrid).isFalse();
            assertThat(result.differing()).isPositive().isLessThanOrEqualTo(result.compared());
            assertThat(result.differences()).isNotEmpty().allMatch(shows);
        });
        assertThat(report.hybrids().stream().filter(result -> !result.isKept())).hasSameSizeAs(MISTAKES.keySet());
    }

    @Test
    void everyMistakeIsFoundWhateverTheSeed(TestDatabase database) {
        for (long seed : List.of(2L, 42L, -7L, 123_456_789_012L)) {
            HybridReport report =
                    HybridContract.of(QWrongPerson.table()).seed(seed).report(database.dataSource());

            assertThat(report.hybrids().stream().filter(result -> !result.isKept()))
                    .extracting(result -> result.hybrid().replaceFirst("\\(.*", ""))
                    .as("of seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(MISTAKES.keySet());
        }
    }

    @Test
    void theMessageHasTheRowsTheStatementAndTheSeed(TestDatabase database) {
        HybridContract<?> contract = HybridContract.of(QWrongPerson.table()).seed(5);

        assertThatThrownBy(() -> contract.check(database.dataSource()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("16 of 20 hybrids of WrongPerson differ")
                .hasMessageContaining("seed(5)")
                .hasMessageContaining("boundaryMissed(): 1000 rows compared")
                .hasMessageContaining("points = 4711\n      Java: true\n      SQL:  false")
                .hasMessageContaining("select \"person\".\"points\" > ?")
                .hasMessageContaining("with 4711")
                .hasMessageContaining("kept: home.line()");
    }
}
