// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.model.EntityModel;
import dev.athanor.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the changelogs make is what the entities want. */
@PostgresTest(changelog = "db/changelog.yaml")
class DomainSchemaTest {
    @Test
    void nothingIsLeftToDo(Connection connection) throws SQLException {
        Comparison comparison =
                Catalog.of(connection).comparison(EntityModel.of("athanor").schema());

        assertThat(comparison.changes())
                .map(Change::description)
                .filteredOn(change -> Stream.of("academy.", "commerce.", "ledger.", "workforce.", "athanor_")
                        .anyMatch(change::contains))
                .isEmpty();
    }
}
