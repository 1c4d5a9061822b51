// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.sql.Computed;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.schema.SchemaExpression;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/** What the database keeps of the hybrids of entities: as their generated tables say, where there are such. */
final class HybridColumns {
    private HybridColumns() {}

    static List<HybridColumn> of(Class<?> entity) {
        String name = entity.getName();
        int dot = name.lastIndexOf('.');
        try {
            Class<?> generated = Class.forName(
                    name.substring(0, dot + 1) + "Q" + name.substring(dot + 1).replace('$', '_'),
                    true,
                    entity.getClassLoader());
            Method table = generated.getDeclaredMethod("table");
            table.setAccessible(true);
            return table.invoke(null) instanceof EntityTable<?> made ? of(entity, made) : List.of();
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return List.of();
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new MigrationException(
                    MigrationError.MODEL_INVALID, "the generated table of " + name + " cannot be made: " + e, e);
        }
    }

    private static List<HybridColumn> of(Class<?> entity, EntityTable<?> table) {
        return table.computed().stream()
                .map(computed -> column(entity, table, computed))
                .toList();
    }

    private static HybridColumn column(Class<?> entity, EntityTable<?> table, Computed<?> computed) {
        try {
            SchemaExpression expression = SchemaExpression.of(table, computed.expression());
            return new HybridColumn(
                    computed.name(), computed.stored(), expression.type().name(), expression.sql());
        } catch (SqlException e) {
            throw new MigrationException(
                    MigrationError.MODEL_INVALID,
                    "the database cannot keep the hybrid " + entity.getName() + "." + computed.hybrid() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * What is kept of one.
     *
     * @param name the name of the column, or a part of that of the index
     * @param stored whether there is a column
     * @param type the type of its values
     * @param sql the expression
     */
    record HybridColumn(String name, boolean stored, String type, String sql) {}
}
