// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Introductions;
import dev.athanor.app.identity.PeopleListing;
import dev.athanor.app.identity.Registration;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.it.Addresses;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.StatementFigures;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists of people read: pictures may be large, and lists do not show them. */
class PeopleListingIT extends InContainer {
    private static final ViewRequest ALL = ViewRequest.all(10);

    @Inject
    private Accounts accounts;

    @Inject
    private Introductions introductions;

    @Inject
    private PeopleListing people;

    @Inject
    private Insight insight;

    private final String name = "ada-" + UUID.randomUUID();
    private long ada;

    @BeforeEach
    void hasAPicture() {
        ada = accounts.register(new Registration(name, name + "@example.org", "correct horse"), Addresses.random())
                .id();
        introductions.show(ada, "GIF89a".getBytes(StandardCharsets.US_ASCII), "image/gif");
    }

    /** What was executed of users meanwhile. */
    private Set<String> during(Runnable reading) {
        Map<String, Long> before = executed();
        reading.run();
        return executed().entrySet().stream()
                .filter(now -> now.getValue() > before.getOrDefault(now.getKey(), 0L))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Long> executed() {
        return insight.snapshot().statements().stream()
                .filter(statement -> statement.sql().contains("users"))
                .collect(Collectors.toMap(StatementFigures::sql, StatementFigures::times));
    }

    @Test
    void listsLeavePicturesUnread() {
        Set<String> statements = during(() -> {
            assertThat(people.list(ALL).items()).isNotEmpty();
            assertThat(people.list(ALL.showing(List.of(), List.of("fullName"))).items())
                    .isNotEmpty();
        });

        assertThat(statements)
                .filteredOn(sql -> !sql.startsWith("select count(*)"))
                .isNotEmpty()
                .noneMatch(sql -> sql.contains("avatar"));
    }

    @Test
    void whoIsLookedAtAloneIsReadWithoutThePictureToo() {
        Set<String> statements = during(() -> {
            assertThat(people.find(name, ALL)).isPresent();
            assertThat(people.own(ada, ALL)).isPresent();
        });

        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.contains("avatar"));
    }

    @Test
    void picturesAreReadWhereTheyAreAskedFor() {
        Set<String> statements =
                during(() -> assertThat(introductions.picture(name)).isPresent());

        assertThat(statements).filteredOn(sql -> sql.contains("avatar")).hasSize(1);
    }
}
