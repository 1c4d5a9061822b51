// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * The keys of maps that are entities. Relies on EclipseLink looking for them by what a row refers to, first in the unit
 * of work; ModelSessionTest and LoadKindsTest would notice.
 */
final class MapKeys {
    private MapKeys() {}

    /** How a relation's map refers to its keys, if they are entities. */
    private static Optional<OneToOneMapping> reference(CollectionMapping mapping) {
        return mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy policy
                        && policy.getKeyMapping() instanceof OneToOneMapping reference
                ? Optional.of(reference)
                : Optional.empty();
    }

    /** The columns that tell the place of an element in a collection, or its key. */
    static List<DatabaseField> fields(CollectionMapping mapping) {
        List<DatabaseField> fields = reference(mapping)
                .map(reference -> (List<DatabaseField>) reference.getForeignKeyFields())
                .orElseGet(() -> mapping.getContainerPolicy().getAdditionalFieldsForJoin(mapping));
        return fields == null ? List.of() : fields;
    }

    /** Lets the unit of work have the keys of all these, by one statement. */
    static void bring(
            CollectionMapping mapping, Collection<Contents> contents, UnitOfWorkImpl unit, MappedUnit mapped) {
        reference(mapping).ifPresent(reference -> {
            List<Object> keys = new ArrayList<>();
            for (Contents each : contents) {
                for (AbstractRecord row : each.rows()) {
                    Object key = ReferenceLoading.key(reference, row);
                    if (key != null) {
                        keys.add(key);
                    }
                }
            }
            new KeyReading(unit, mapped, mapped.plan(reference.getReferenceDescriptor())).bring(keys);
        });
    }
}
