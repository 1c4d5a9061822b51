// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.Changelog;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.model.EntityModel;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows. */
@PostgresTest
class RevisionsTutorialTest {
    @TempDir
    private Path temporary;

    @Test
    void revisionsAreWrittenAndApplied(Connection connection, TestDatabase there) {
        Path folder = temporary.resolve("db");
        DataSource dataSource = there.dataSource();
        SchemaModel wanted = EntityModel.of("writers").schema();
        // region revisions
        RevisionDirectory directory = RevisionDirectory.of(folder);
        directory.create();
        Comparison comparison = Catalog.of(connection).comparison(wanted);
        Revision first = directory.add(
                "The first tables",
                List.of(),
                Changelog.of(comparison).by("ada").yaml());

        RevisedDatabase database = RevisedDatabase.of(dataSource, directory);
        List<Revision> applied = database.upgrade("head");
        boolean current = database.state().isCurrent();
        String script = OfflineMigrations.of(directory).downgrade("head", "base");
        // endregion

        assertThat(applied).containsExactly(first);
        assertThat(current).isTrue();
        assertThat(script).contains("drop table writer");
        assertThat(Catalog.of(connection).comparison(wanted).changes()).isEmpty();
    }
}
