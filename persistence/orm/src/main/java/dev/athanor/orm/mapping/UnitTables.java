// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import dev.athanor.orm.internal.eclipselink.MappedTables;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that the entities of a persistence unit are kept in, with the types that sessions keep attributes as.
 *
 * <pre>{@code
 * UnitTables unit = UnitTables.of("shop", Map.of());   // without a database
 * for (MappedTable table : unit.tables()) {…}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param tables the tables
 * @param sequences the sequences that keys come from
 * @param enums the enumerations of the database's own
 * @param entities the entities
 */
public record UnitTables(
        List<MappedTable> tables, List<MappedSequence> sequences, List<MappedEnum> enums, Set<Class<?>> entities) {
    /** Keeps copies. */
    public UnitTables {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        enums = List.copyOf(enums);
        entities = Set.copyOf(entities);
    }

    /**
     * Of a unit that the context class loader finds in {@code META-INF/persistence.xml}, without a database.
     *
     * @param unit its name
     * @param properties what is to be otherwise than there
     */
    public static UnitTables of(String unit, Map<String, Object> properties) {
        return MappedTables.of(unit, properties);
    }

    /** Of a unit that runs. */
    public static UnitTables of(EntityManagerFactory factory) {
        return MappedTables.of(factory);
    }
}
