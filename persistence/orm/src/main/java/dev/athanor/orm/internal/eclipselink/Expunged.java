// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeTracker;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * An entity that has left its unit of work and was never there: nothing tells the unit of its changes, and it is not
 * taken for one that has a row. Relies on the listeners that weaving gives to entities, embedded objects, and
 * collections; NestedStatesTest would notice.
 */
final class Expunged {
    private Expunged() {}

    static void from(AbstractSession session, Object entity) {
        forget(entity);
        if (entity instanceof PersistenceEntity known) {
            known._persistence_setId(null);
            known._persistence_setCacheKey(null);
        }
        for (DatabaseMapping mapping : session.getDescriptor(entity).getMappings()) {
            Object value = loaded(mapping.getAttributeValueFromObject(entity));
            if (mapping.isAggregateObjectMapping()) {
                embedded(mapping, value);
            } else if (value instanceof CollectionChangeTracker) {
                forget(value);
            }
        }
    }

    private static @Nullable Object loaded(@Nullable Object value) {
        if (value instanceof ValueHolderInterface<?> holder) {
            return holder.isInstantiated() ? holder.getValue() : null;
        }
        return value;
    }

    private static void embedded(DatabaseMapping mapping, @Nullable Object value) {
        if (value == null) {
            return;
        }
        forget(value);
        for (DatabaseMapping inner : mapping.getReferenceDescriptor().getMappings()) {
            if (inner.isAggregateObjectMapping()) {
                embedded(inner, inner.getAttributeValueFromObject(value));
            }
        }
    }

    private static void forget(Object value) {
        if (value instanceof ChangeTracker tracker) {
            tracker._persistence_setPropertyChangeListener(null);
        }
    }
}
