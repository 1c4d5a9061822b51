// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.model.EntityModel;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The changelogs lead to what the entities want. */
class SchemaIT extends InContainer {
    @Inject
    private EntityManagerFactory unit;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource dataSource;

    @Test
    void afterTheUpgradeThereIsNothingToDo() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(Catalog.of(connection)
                            .comparison(EntityModel.of(unit).schema())
                            .changes())
                    .isEmpty();
        }
    }
}
