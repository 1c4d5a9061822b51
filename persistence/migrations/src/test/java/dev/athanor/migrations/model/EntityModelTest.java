// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import dev.athanor.testing.PostgresTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What entities say becomes a schema. */
@PostgresTest
class EntityModelTest {
    private static final ChangeSql SQL = ChangeSql.of(ObjectNames.within("public"));

    private static List<String> statements(Comparison comparison) {
        return comparison.changes().stream()
                .flatMap(change -> SQL.steps(change).stream())
                .map(Step::sql)
                .toList();
    }

    private static void apply(Comparison comparison, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(comparison)) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void allThatAnnotationsSayIsMade() throws IOException {
        SchemaModel wanted = EntityModel.of("writers").schema();

        String made = statements(Comparison.between(SchemaModel.empty("public"), wanted)).stream()
                .collect(Collectors.joining(";\n", "", ";\n"));

        try (InputStream expected = EntityModelTest.class.getResourceAsStream("/migrations/writers.sql")) {
            assertThat(made).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void afterTheUpgradeThereIsNothingToDo(Connection connection) throws SQLException {
        SchemaModel wanted = EntityModel.of("writers").schema();
        Catalog catalog = Catalog.of(connection);
        apply(catalog.comparison(wanted), connection);

        assertThat(catalog.comparison(wanted).changes()).isEmpty();
    }

    @Test
    void whatIsDroppedByHandComesBackAlone(Connection connection) throws SQLException {
        SchemaModel wanted = EntityModel.of("writers").schema();
        Catalog catalog = Catalog.of(connection);
        apply(catalog.comparison(wanted), connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table writer drop column full_name; drop index writer_login_idx");
        }

        assertThat(catalog.comparison(wanted).changes())
                .extracting(Change::description)
                .containsExactly("add column writer.full_name", "add index writer_login_idx of writer");
    }

    @Test
    void constraintsAreCalledByTheConvention() {
        Naming ours = new Naming(
                "pk_{table}",
                "uq_{table}_{columns}",
                "fk_{table}_{columns}",
                "ck_{table}_{columns}",
                "ix_{table}_{columns}");
        Table writer =
                EntityModel.of("writers").named(ours).schema().table("writer").orElseThrow();

        assertThat(writer.constraints())
                .extracting(Constraint::name)
                .containsExactly(
                        "ck_writer_salary",
                        "pk_writer",
                        "uq_writer_last_name_first_name",
                        "fk_writer_mentor_id",
                        "born_late");
    }

    @Test
    void whatNamesNoSchemaIsInTheMainOne() {
        SchemaModel wanted = EntityModel.of("writers").in("library").schema();

        assertThat(wanted.schemas()).containsExactly("library");
        assertThat(wanted.table("writer")).isPresent();
    }

    @Test
    void aLongNameIsCutAndStaysItsOwn() {
        String one = Naming.name("{table}_{columns}_idx", "t".repeat(40), List.of("c".repeat(40)));
        String other = Naming.name("{table}_{columns}_idx", "t".repeat(40), List.of("c".repeat(39) + "d"));

        assertThat(one).hasSize(63).isNotEqualTo(other);
    }
}
