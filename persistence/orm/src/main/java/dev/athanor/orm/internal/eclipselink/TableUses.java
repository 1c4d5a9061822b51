// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.sql.tree.TableSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The classes whose entities tables have, and which of these are deleted softly. Immutable and thread-safe. */
final class TableUses {
    /** By the name of the table in which entities have a row first. */
    private final Map<String, List<ClassDescriptor>> kept;

    private final Map<ClassDescriptor, SoftDeletion> softDeletions = new HashMap<>();
    private final List<EntityFilter> filters;

    private TableUses(Map<String, List<ClassDescriptor>> kept) {
        this.kept = kept;
        kept.values().stream().flatMap(List::stream).forEach(descriptor -> SoftDeletion.of(descriptor)
                .ifPresent(deletion -> softDeletions.put(descriptor, deletion)));
        this.filters = softDeletions.entrySet().stream()
                .map(entry -> entry.getValue().filter(entry.getKey()))
                .toList();
    }

    static TableUses of(ServerSession session) {
        return new TableUses(session.getDescriptors().values().stream()
                .distinct()
                .filter(descriptor -> MappedUnit.isEntity(descriptor)
                        && !descriptor.getTables().isEmpty())
                .collect(Collectors.groupingBy(
                        descriptor -> Names.of(descriptor.getTables().get(0)))));
    }

    /** The classes of the entities that have a row in a table, but for what only those below them have elsewhere. */
    List<ClassDescriptor> kept(TableSource table) {
        List<ClassDescriptor> named = kept.getOrDefault(table.name(), List.of());
        return named.isEmpty()
                ? named
                : named.stream()
                        .filter(descriptor -> Names.isOf(descriptor.getTables().get(0), table))
                        .toList();
    }

    /** How entities of a class are deleted while their rows stay, if they are. */
    Optional<SoftDeletion> softDeletion(ClassDescriptor descriptor) {
        return Optional.ofNullable(softDeletions.get(descriptor));
    }

    /** The filters that entities have by themselves. */
    List<EntityFilter> filters() {
        return filters;
    }
}
