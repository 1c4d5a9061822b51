// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.jpa.JpaHelper;

/** The models, as EclipseLink maps them. */
final class Models {
    /** The persistence units: one for each model. */
    static final List<String> ALL = List.of("shop", "school", "film");

    private Models() {}

    /** Maps a model, and creates its tables in an empty database. */
    static EntityManagerFactory start(String model, TestDatabase database) throws SQLException {
        return start(model, database, "false");
    }

    /** The same, with entities that tell of their changes and load relations when they are used. */
    static EntityManagerFactory startWoven(String model, TestDatabase database) throws SQLException {
        return start(model, database, "static");
    }

    private static EntityManagerFactory start(String model, TestDatabase database, String weaving) throws SQLException {
        if (model.equals("film")) {
            database.execute("create schema film");
        }
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                model,
                Map.of(
                        "jakarta.persistence.jdbc.driver",
                        "org.postgresql.Driver",
                        "jakarta.persistence.jdbc.url",
                        database.url(),
                        "jakarta.persistence.jdbc.user",
                        database.user(),
                        "jakarta.persistence.jdbc.password",
                        database.password(),
                        "eclipselink.session-name",
                        model + "-" + database.name(),
                        "eclipselink.ddl-generation",
                        "create-tables",
                        "eclipselink.target-database",
                        ModelPlatform.class.getName(),
                        "eclipselink.weaving",
                        weaving,
                        "eclipselink.logging.level.metadata",
                        "SEVERE",
                        "eclipselink.logging.level",
                        "WARNING"));
        JpaHelper.getServerSession(factory);
        return factory;
    }

    /** The entities, by name of their classes. */
    static List<ClassDescriptor> entities(EntityManagerFactory factory) {
        return JpaHelper.getServerSession(factory).getDescriptors().values().stream()
                .filter(descriptor ->
                        !descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor())
                .sorted(Comparator.comparing(ClassDescriptor::getJavaClassName))
                .toList();
    }
}
