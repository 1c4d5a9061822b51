// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.teams.QTeam;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mistakes about relations are found: where there is nothing, one, several, and what is shared. */
@PostgresTest
class RelatedHybridsTest {
    /** What Java and SQL say of the row that shows a mistake. */
    private static final Map<String, List<String>> MISTAKES = Map.of(
            "sumIsNullOfNone", List.of("0", "null"),
            "allIsAny", List.of("true", "false"),
            "nothingAboveIsNull", List.of("\"\"", "null"));

    @Test
    void mistakesAboutRelationsAreFound(TestDatabase database) {
        HybridReport report = HybridContract.of(QTeam.table()).rows(500).report(database.dataSource());

        assertThat(report.hybrids().stream().filter(result -> !result.isKept()))
                .extracting(HybridResult::hybrid)
                .containsExactlyInAnyOrder(
                        "sumIsNullOfNone()",
                        "countOfColumn()",
                        "allIsAny()",
                        "nothingAboveIsNull()",
                        "oneAboveOnly()",
                        "sharesNameWithAbove()",
                        "differentScores()");
        assertThat(MISTAKES).allSatisfy((hybrid, answers) -> assertThat(
                        report.hybrid(hybrid).differences())
                .anySatisfy(
                        found -> assertThat(List.of(found.java(), found.sql())).isEqualTo(answers)));
    }

    @Test
    void relatedEntitiesAreShown(TestDatabase database) {
        HybridReport report = HybridContract.of(QTeam.table()).rows(500).report(database.dataSource());

        assertThat(report.hybrid("countOfColumn").differences())
                .anySatisfy(found -> assertThat(found.values().get("members"))
                        .startsWith("[Member(place = ")
                        .contains("name = null"));
        assertThat(report.hybrid("sharesNameWithAbove").differences())
                .anySatisfy(found ->
                        assertThat(found.values()).containsEntry("name", "null").containsKey("above"));
        assertThat(report.hybrid("sumIsNullOfNone").differences())
                .anySatisfy(found -> assertThat(found.values()).containsEntry("members", "[]"));
    }
}
