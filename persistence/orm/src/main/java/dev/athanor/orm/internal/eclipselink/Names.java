// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.mapping.TableName;
import dev.athanor.sql.tree.TableSource;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/**
 * What PostgreSQL calls the columns and tables that EclipseLink maps: names that are not quoted are in small letters.
 */
final class Names {
    private Names() {}

    static String of(DatabaseField column) {
        return column.shouldUseDelimiters()
                ? column.getName()
                : column.getName().toLowerCase(Locale.ROOT);
    }

    static String of(DatabaseTable table) {
        return table.shouldUseDelimiters() ? table.getName() : table.getName().toLowerCase(Locale.ROOT);
    }

    /** With its schema, where the mapping names one: as histories know it. */
    static String qualified(DatabaseTable table) {
        return schema(table).map(schema -> schema + "." + of(table)).orElseGet(() -> of(table));
    }

    static TableName name(DatabaseTable table) {
        return new TableName(schema(table), of(table));
    }

    /** A name as it is said, which may be in quotes. */
    static String folded(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name.toLowerCase(Locale.ROOT);
    }

    static TableSource as(DatabaseTable table, String alias) {
        return new TableSource(schema(table), of(table), alias);
    }

    /** Whether a source is this table; one that names no schema is. */
    static boolean isOf(DatabaseTable table, TableSource source) {
        return source.name().equals(of(table))
                && (source.schema().isEmpty() || source.schema().equals(schema(table)));
    }

    private static Optional<String> schema(DatabaseTable table) {
        String schema = table.getTableQualifier();
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(table.shouldUseDelimiters() ? schema : schema.toLowerCase(Locale.ROOT));
    }
}
