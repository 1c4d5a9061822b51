// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.model.EntityModel;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.models.film.FilmModelTest;
import dev.athanor.models.school.SchoolModelTest;
import dev.athanor.models.shop.ShopModelTest;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that are made of models: entities are kept in them, and nothing is left to do. */
@PostgresTest
class MigratedModelTest {
    static Stream<ModelTest> models() {
        return Stream.of(new ShopModelTest(), new SchoolModelTest(), new FilmModelTest());
    }

    @ParameterizedTest
    @MethodSource("models")
    void entitiesAreFoundAsTheyWerePersisted(ModelTest model, TestDatabase database) throws SQLException {
        migrate(EntityModel.of(model.toString()).schema(), database);
        try (EntityManagerFactory factory = start(model.toString(), database)) {
            transact(factory, model::persist);
            factory.getCache().evictAll();
            transact(factory, model::find);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "school", "film", "press"})
    void afterTheUpgradeThereIsNothingToDo(String unit, Connection connection) throws SQLException {
        SchemaModel wanted = EntityModel.of(unit).schema();
        Comparison comparison = Catalog.of(connection).comparison(wanted);
        assertThat(comparison.changes()).hasSizeGreaterThan(10);

        apply(comparison, connection);

        assertThat(Catalog.of(connection).comparison(wanted).changes()).isEmpty();
    }

    private static void migrate(SchemaModel wanted, TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            apply(Catalog.of(connection).comparison(wanted), connection);
        }
    }

    private static void apply(Comparison comparison, Connection connection) throws SQLException {
        ChangeSql sql = ChangeSql.of(ObjectNames.within("public"));
        try (Statement statement = connection.createStatement()) {
            for (Change change : comparison.changes()) {
                for (Step step : sql.steps(change)) {
                    statement.execute(step.sql());
                }
            }
        }
    }

    private static EntityManagerFactory start(String unit, TestDatabase database) {
        return Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
                        "jakarta.persistence.jdbc.url", database.url(),
                        "jakarta.persistence.jdbc.user", database.user(),
                        "jakarta.persistence.jdbc.password", database.password(),
                        "eclipselink.session-name", unit + "-migrated-" + database.name(),
                        "eclipselink.target-database", "PostgreSQL",
                        "eclipselink.weaving", "false",
                        "eclipselink.session.customizer", "dev.athanor.orm.internal.eclipselink.TypesCustomizer",
                        "eclipselink.logging.level", "WARNING"));
    }

    private static void transact(EntityManagerFactory factory, Consumer<EntityManager> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            work.accept(entities);
            entities.getTransaction().commit();
        }
    }
}
