// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.academy.CourseListing;
import dev.athanor.app.academy.Courses;
import dev.athanor.app.academy.NewCourse;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.StatementFigures;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients do not ask for is not read, rather than read and left out. */
class PartialLoadsIT extends InContainer {
    private final String code =
            "P" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);

    @Inject
    private Courses courses;

    @Inject
    private CourseListing listing;

    @Inject
    private Insight insight;

    @BeforeEach
    void announce() {
        courses.announce(new NewCourse(code + "1", "Basics", 7, Set.of()));
        courses.announce(new NewCourse(code + "2", "More", 7, Set.of(code + "1")));
    }

    @Test
    void ofAListThoseColumnsAreReadThatAreInItsFields() {
        assertThat(executed(List.of(), List.of())).singleElement().asString().contains("\"title\"", "\"seats\"");
        assertThat(executed(List.of(), List.of("title")))
                .singleElement()
                .asString()
                .contains("\"title\"")
                .doesNotContain("\"seats\"", "\"created_at\"");
    }

    @Test
    void soItIsWithWhatIsIncluded() {
        assertThat(executed(List.of("prerequisites"), List.of("title", "prerequisites.title")))
                .hasSize(2)
                .allSatisfy(sql -> assertThat(sql).contains("\"title\"").doesNotContain("\"seats\"", "\"created_at\""));
    }

    /** What is read for a list. */
    private List<String> executed(List<String> include, List<String> fields) {
        Map<String, Long> before = counts();
        ViewPage page = listing.list(new ViewRequest(
                Optional.of("code==" + code + "2"),
                List.of(),
                include,
                fields,
                new ViewRequest.Paging.Numbered(1, 20)));
        assertThat(page.items()).hasSize(1);
        return counts().entrySet().stream()
                .filter(statement -> statement.getValue() > before.getOrDefault(statement.getKey(), 0L))
                .map(Map.Entry::getKey)
                .filter(sql -> sql.contains("\"course\""))
                .toList();
    }

    private Map<String, Long> counts() {
        return insight.snapshot().statements().stream()
                .collect(Collectors.toMap(StatementFigures::sql, StatementFigures::times));
    }
}
