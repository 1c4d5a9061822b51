// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.migrations.compare.Renames;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.orm.mapping.UnitTables;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;

/**
 * The entities of a persistence unit, as a schema: from what EclipseLink maps them to, JPA's annotations or
 * {@code orm.xml}, those of {@code athanor-annotations}, and hybrids that are stored or indexed.
 *
 * <pre>{@code
 * EntityModel model = EntityModel.of("shop").in("shop");
 * Comparison comparison = Catalog.of(connection).comparison(model.schema(), model.renames());
 * }</pre>
 *
 * <p>Needs no database. Immutable and thread-safe.
 */
public final class EntityModel {
    private final UnitTables unit;
    private final String mainSchema;
    private final Naming naming;

    private EntityModel(UnitTables unit, String mainSchema, Naming naming) {
        this.unit = unit;
        this.mainSchema = Objects.requireNonNull(mainSchema, "mainSchema");
        this.naming = Objects.requireNonNull(naming, "naming");
    }

    /** Of a unit that the context class loader finds in {@code META-INF/persistence.xml}. */
    public static EntityModel of(String unit) {
        return of(unit, Map.of());
    }

    /** The same, with some properties otherwise than there. */
    public static EntityModel of(String unit, Map<String, Object> properties) {
        return new EntityModel(UnitTables.of(unit, properties), "public", Naming.ofPostgreSql());
    }

    /** Of a unit that runs. */
    public static EntityModel of(EntityManagerFactory factory) {
        return new EntityModel(UnitTables.of(factory), "public", Naming.ofPostgreSql());
    }

    /** The same, with what names no schema in this one; {@code public} if not said. */
    public EntityModel in(String mainSchema) {
        return new EntityModel(unit, mainSchema, naming);
    }

    /** The same, with constraints called otherwise; as PostgreSQL itself calls them if not said. */
    public EntityModel named(Naming naming) {
        return new EntityModel(unit, mainSchema, naming);
    }

    /** What they want. */
    public SchemaModel schema() {
        return new ModelSchema(unit, mainSchema, naming).made();
    }

    /** What {@code @RenamedFrom} says of old names of their tables and columns. */
    public Renames renames() {
        return new ModelRenames(mainSchema).of(unit.tables());
    }
}
