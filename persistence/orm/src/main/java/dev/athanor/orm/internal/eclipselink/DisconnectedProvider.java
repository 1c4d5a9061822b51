// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryImpl;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * Deploys persistence units without a database, as EclipseLink does itself when it writes scripts of a schema. Relies
 * on factories being made by a method that may be told so; UnitTablesTest would notice.
 */
final class DisconnectedProvider extends PersistenceProvider {
    /** Of a name that no other has, as EclipseLink keeps what is deployed by its name. */
    EntityManagerFactory deploy(String unit, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("eclipselink.session-name", unit + "-" + UUID.randomUUID());
        all.put("eclipselink.target-database", "PostgreSQL");
        all.put("jakarta.persistence.database-product-name", "PostgreSQL");
        all.put("jakarta.persistence.database-major-version", "17");
        all.put("jakarta.persistence.database-minor-version", "0");
        all.put("eclipselink.ddl-generation", "none");
        all.put("jakarta.persistence.schema-generation.database.action", "none");
        all.put("jakarta.persistence.schema-generation.scripts.action", "none");
        all.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        all.put("jakarta.persistence.jtaDataSource", "");
        all.put("jakarta.persistence.nonJtaDataSource", "");
        all.put("jakarta.persistence.validation.mode", "none");
        all.putIfAbsent("eclipselink.logging.level", "SEVERE");
        EntityManagerFactoryImpl factory = createEntityManagerFactoryImpl(
                getInitializer(unit, all).findPersistenceUnitInfo(unit, all), all, false);
        if (factory == null) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "no META-INF/persistence.xml on the class path has a persistence unit \"" + unit + "\"");
        }
        return factory;
    }
}
