// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.film.FilmModelTest;
import dev.athanor.models.school.Building;
import dev.athanor.models.school.QBuilding;
import dev.athanor.models.school.SchoolModelTest;
import dev.athanor.models.shop.ShopModelTest;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions write and read the entities of all models, with all that these lead to. */
@PostgresTest
class ModelSessionTest {
    static Stream<ModelTest> models() {
        return Stream.of(new ShopModelTest(), new SchoolModelTest(), new FilmModelTest());
    }

    @ParameterizedTest
    @MethodSource("models")
    void entitiesAreReadAsTheyWereWritten(ModelTest model, TestDatabase database) throws SQLException {
        try (EntityManagerFactory factory = Models.startWoven(model.toString(), database)) {
            SessionFactory sessions = SessionFactory.of(factory);
            sessions.transaction(session -> model.persist(session.entityManager()));
            sessions.transaction(session -> {
                readAll(session, factory);
                model.find(session.entityManager());
                assertThat(session.dirty()).isEmpty();
                assertThat(session.added()).isEmpty();
            });
        }
    }

    /** Nor does setting a property, as which they come into the entity, count as a change. */
    @Test
    void propertiesThatLoadLaterAreNotLoadedByReading(TestDatabase database) throws SQLException {
        ModelTest model = new SchoolModelTest();
        try (EntityManagerFactory factory = Models.startWoven(model.toString(), database)) {
            SessionFactory sessions = SessionFactory.of(factory);
            sessions.transaction(session -> model.persist(session.entityManager()));
            sessions.transaction(session -> {
                Building building = session.list(select(QBuilding.as("b"))).get(0);
                assertThat(factory.getPersistenceUnitUtil().isLoaded(building, "rooms"))
                        .isFalse();
                assertThat(session.dirty()).isEmpty();
                assertThat(building.getRooms()).isNotEmpty();
            });
        }
    }

    private static void readAll(Session session, EntityManagerFactory factory) {
        SoftAssertions softly = new SoftAssertions();
        for (ClassDescriptor entity : Models.entities(factory)) {
            if (!MappedNames.withoutTable(entity)) {
                softly.assertThatCode(
                                () -> assertThat(session.list(all(entity))).isNotEmpty())
                        .as(MappedNames.entity(entity))
                        .doesNotThrowAnyException();
            }
        }
        softly.assertAll();
    }

    private static Select<?> all(ClassDescriptor entity) throws ReflectiveOperationException {
        return Sql.select((EntityTable<?>) GeneratedNames.table(entity.getJavaClass(), "t"));
    }
}
