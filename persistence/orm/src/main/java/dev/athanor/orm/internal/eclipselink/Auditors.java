// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.annotations.Audited;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The tables of a persistence unit whose changes are noted. Immutable and thread-safe. */
final class Auditors {
    private final List<AuditedTable> tables;

    private Auditors(List<AuditedTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Once for a persistence unit, before its first session. */
    static Auditors install(ServerSession session) {
        List<AuditedTable> tables = new ArrayList<>();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (MappedUnit.isEntity(descriptor)) {
                List<AuditedTable> own = of(descriptor);
                if (!own.isEmpty()) {
                    writeTogether(descriptor);
                    descriptor.getEventManager().addListener(new AuditListener(descriptor.getJavaClass(), own));
                    tables.addAll(own);
                }
            }
        }
        return new Auditors(tables);
    }

    /**
     * The rows of an entity in one go: EclipseLink would tell that it was written when its first table is, and write
     * the others at the end of the flush, unless one depends on another. AuditInheritanceTest would notice.
     */
    private static void writeTogether(ClassDescriptor descriptor) {
        if (isHistoric(descriptor)) {
            descriptor.setHasMultipleTableConstraintDependecy(true);
        }
    }

    static boolean isHistoric(ClassDescriptor descriptor) {
        return descriptor.getJavaClass().isAnnotationPresent(Audited.class);
    }

    private static List<AuditedTable> of(ClassDescriptor descriptor) {
        List<Stamp> stamps = new ArrayList<>();
        descriptor.getMappings().forEach(mapping -> {
            if (mapping instanceof AbstractDirectMapping direct) {
                Stamp.of(direct).ifPresent(stamps::add);
            }
        });
        boolean wanted = isHistoric(descriptor) || !stamps.isEmpty();
        return wanted ? tables(descriptor, stamps) : List.of();
    }

    private static List<AuditedTable> tables(ClassDescriptor descriptor, List<Stamp> stamps) {
        MaskedColumns masked = MaskedColumns.of(List.of(descriptor));
        List<AuditedTable> tables = new ArrayList<>();
        for (DatabaseTable table : descriptor.getTables()) {
            tables.add(AuditedTable.of(descriptor, table, masked.of(Names.of(table)), stamps));
        }
        return tables;
    }

    /** What is known of a table that a statement writes. Of a table that several classes share, what all say of it. */
    Optional<AuditedTable> of(TableSource target) {
        return tables.stream()
                .filter(table -> Names.isOf(table.table(), target))
                .reduce(AuditedTable::and);
    }
}
