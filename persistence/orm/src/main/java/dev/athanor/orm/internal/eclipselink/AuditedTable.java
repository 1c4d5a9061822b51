// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.TableSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/**
 * A table of entities whose changes are noted. Immutable.
 *
 * @param table the table
 * @param keys the columns of its key, in the order of the entity's
 * @param masked the columns whose values are not to be shown
 * @param historic whether its rows have a history
 * @param stamps what is filled in it
 */
record AuditedTable(DatabaseTable table, List<String> keys, Set<String> masked, boolean historic, List<Stamp> stamps) {
    static AuditedTable of(ClassDescriptor descriptor, DatabaseTable table, Set<String> masked, List<Stamp> stamps) {
        List<Stamp> own = stamps.stream()
                .filter(stamp -> stamp.field().getTable().equals(table))
                .toList();
        return new AuditedTable(
                table, keys(descriptor, table), Set.copyOf(masked), Auditors.isHistoric(descriptor), own);
    }

    private static List<String> keys(ClassDescriptor descriptor, DatabaseTable table) {
        var others = descriptor.getAdditionalTablePrimaryKeyFields().get(table);
        return descriptor.getPrimaryKeyFields().stream()
                .map(field -> others == null ? field : others.getOrDefault(field, field))
                .map(Names::of)
                .toList();
    }

    /** What both say of the same table. */
    AuditedTable and(AuditedTable other) {
        Set<String> hidden = new HashSet<>(masked);
        hidden.addAll(other.masked);
        List<Stamp> all = Stream.concat(stamps.stream(), other.stamps.stream())
                .collect(Collectors.toMap(Stamp::field, stamp -> stamp, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new AuditedTable(table, keys, Set.copyOf(hidden), historic || other.historic, all);
    }

    TableSource source(String alias) {
        return Names.as(table, alias);
    }
}
