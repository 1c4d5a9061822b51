// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.academy.CourseListing;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.StatementFigures;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What clients do not ask for is not read, rather than read and left out. */
class PartialLoadsIT extends InContainer {
    @Inject
    private CourseListing courses;

    @Inject
    private Insight insight;

    @Test
    void ofAListNoOtherColumnsAreReadThanThoseOfItsFields() {
        assertThat(executed(List.of(), List.of("title")))
                .singleElement()
                .asString()
                .contains("\"title\"")
                .doesNotContain("\"seats\"", "\"code\"", "\"created_at\"");
        assertThat(executed(List.of(), List.of())).singleElement().asString().contains("\"title\"", "\"seats\"");
    }

    @Test
    void norOfWhatIsIncluded() {
        assertThat(executed(List.of("prerequisites"), List.of("title", "prerequisites.title")))
                .isNotEmpty()
                .noneMatch(sql -> sql.contains("\"seats\""));
    }

    /** What is read of courses for a list. */
    private List<String> executed(List<String> include, List<String> fields) {
        Map<String, Long> before = counts();
        courses.list(ViewRequest.all(1).showing(include, fields));
        return counts().entrySet().stream()
                .filter(statement -> statement.getValue() > before.getOrDefault(statement.getKey(), 0L))
                .map(Map.Entry::getKey)
                .filter(sql -> sql.contains("\"course\"") && !sql.contains("count("))
                .toList();
    }

    private Map<String, Long> counts() {
        return insight.snapshot().statements().stream()
                .collect(Collectors.toMap(StatementFigures::sql, StatementFigures::count));
    }
}
