// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.film.FilmModelTest;
import dev.athanor.models.school.SchoolModelTest;
import dev.athanor.models.shop.ShopModelTest;
import dev.athanor.sql.Queries;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated tables agree with EclipseLink, and with the database. */
@PostgresTest
class GeneratedTablesTest {
    /** What a generated table does not say: types of a hierarchy; keys and order of relations. */
    private static final Pattern NOT_SAID = Pattern.compile("\\S+\\[(type|link\\.\\w+)]\\S* -> .*");

    /** A table that is joined; superclasses may join those of their subclasses. */
    private static final Pattern PART = Pattern.compile("[\\w.]+\\[(?!(?:key|value)])\\S+] -> \\S+ = .*");

    static Stream<ModelTest> models() {
        return Stream.of(new ShopModelTest(), new SchoolModelTest(), new FilmModelTest());
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesAreThoseOfTheMapping(ModelTest model, TestDatabase database) throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        try (EntityManagerFactory factory = Models.start(model.toString(), database)) {
            for (ClassDescriptor entity : withTables(factory)) {
                softly.assertThatCode(() -> assertSameNames(entity))
                        .as(MappedNames.entity(entity))
                        .doesNotThrowAnyException();
            }
        }
        softly.assertAll();
    }

    private static void assertSameNames(ClassDescriptor entity) throws ReflectiveOperationException {
        List<String> mapped = MappedNames.of(entity).stream()
                .filter(NOT_SAID.asMatchPredicate().negate())
                .toList();
        Predicate<String> furtherPart = line -> PART.matcher(line).matches() && !mapped.contains(line);
        List<String> generated = GeneratedNames.of(entity.getJavaClass(), MappedNames.entity(entity)).stream()
                .filter(furtherPart.negate())
                .toList();
        assertThat(generated).containsExactlyElementsOf(mapped);
    }

    @ParameterizedTest
    @MethodSource("models")
    void classesAreToldAsTheMappingTellsThem(ModelTest model, TestDatabase database) throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        try (EntityManagerFactory factory = Models.start(model.toString(), database)) {
            for (ClassDescriptor entity : withTables(factory)) {
                softly.assertThatCode(() -> assertThat(GeneratedNames.kinds(entity.getJavaClass()))
                                .isEqualTo(MappedNames.kinds(entity)))
                        .as(MappedNames.entity(entity))
                        .doesNotThrowAnyException();
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("models")
    void rowsOfAllColumnsAreRead(ModelTest model, TestDatabase database) throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        try (EntityManagerFactory factory = Models.start(model.toString(), database);
                Connection connection = database.dataSource().getConnection()) {
            persist(model, factory);
            Queries queries = Queries.on(connection);
            for (ClassDescriptor entity : withTables(factory)) {
                softly.assertThatCode(() -> assertRows(queries, entity))
                        .as(MappedNames.entity(entity))
                        .doesNotThrowAnyException();
            }
        }
        softly.assertAll();
    }

    private static void assertRows(Queries queries, ClassDescriptor entity) throws ReflectiveOperationException {
        Table table = GeneratedNames.table(entity.getJavaClass(), "t");
        assertThat(table.columns()).isNotEmpty();
        assertThat(queries.list(Sql.select(table))).isNotEmpty();
    }

    private static void persist(ModelTest model, EntityManagerFactory factory) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            model.persist(entities);
            entities.getTransaction().commit();
        }
    }

    private static List<ClassDescriptor> withTables(EntityManagerFactory factory) {
        return Models.entities(factory).stream()
                .filter(entity -> !MappedNames.withoutTable(entity))
                .toList();
    }
}
