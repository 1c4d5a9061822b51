// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model is right JPA: it is mapped to the names that are noted, its tables are created, entities come back. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
public abstract class ModelTest {
    private final String model;
    private EntityManagerFactory factory;

    /** Of a persistence unit. */
    protected ModelTest(String model) {
        this.model = model;
    }

    /** The name of its persistence unit. */
    @Override
    public final String toString() {
        return model;
    }

    @BeforeEach
    final void start(TestDatabase database) throws SQLException {
        factory = Models.start(model, database);
    }

    @AfterEach
    final void stop() {
        factory.close();
    }

    /** Persists entities of all classes. */
    protected abstract void persist(EntityManager entities);

    /** Finds them, and what belongs to them. */
    protected abstract void find(EntityManager entities);

    /** Columns that EclipseLink creates and does not use. */
    protected Set<String> unused() {
        return Set.of();
    }

    /** Works in a transaction with nothing in memory. */
    private void transact(Consumer<EntityManager> work) {
        factory.getCache().evictAll();
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            work.accept(entities);
            entities.getTransaction().commit();
        }
    }

    @Test
    void entitiesAreFoundAsTheyWerePersisted() {
        transact(this::persist);
        transact(this::find);
        transact(entities -> assertThat(withoutRows(entities))
                .as("classes of which nothing was persisted")
                .isEmpty());
    }

    private List<String> withoutRows(EntityManager entities) {
        return Models.entities(factory).stream()
                .map(ClassDescriptor::getAlias)
                .filter(name -> entities.createQuery("select e from " + name + " e")
                        .getResultList()
                        .isEmpty())
                .toList();
    }

    @Test
    void namesAreThoseNoted() throws IOException {
        assertThat(MappedNames.of(factory)).isEqualTo(noted());
    }

    private List<String> noted() throws IOException {
        try (InputStream stream = ModelTest.class.getResourceAsStream(model + ".names")) {
            assertThat(stream).as("the resource %s.names", model).isNotNull();
            return Arrays.asList(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }

    @Test
    void columnsAreThoseOfTheDatabase(TestDatabase database) throws SQLException {
        Set<String> columns = MappedNames.columns(factory);
        columns.addAll(unused());
        assertThat(columns).isEqualTo(created(database));
    }

    /** All columns, but of the tables that count keys. */
    private static Set<String> created(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select case table_schema when 'public' then '' else table_schema || '.' end
                            || table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema in ('public', 'film') and table_name <> 'sequence'
                        """)) {
            Set<String> columns = new TreeSet<>();
            while (row.next()) {
                columns.add(row.getString(1));
            }
            return columns;
        }
    }
}
