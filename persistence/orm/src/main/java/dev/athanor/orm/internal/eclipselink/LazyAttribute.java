// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeTracker;
import org.eclipse.persistence.internal.indirection.IndirectionPolicy;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * A relation that loads when it is used, as an attribute of new entities. Relies on collections that wrap a holder and
 * tell the listener of their entity what changes; LazyTest would notice.
 *
 * @param mapping the relation
 * @param collection whether it leads to many
 * @param tracked whether the entity is told of changes of the collection
 */
record LazyAttribute(ForeignReferenceMapping mapping, boolean collection, boolean tracked) {
    static LazyAttribute of(ForeignReferenceMapping mapping) {
        return new LazyAttribute(
                mapping,
                mapping.getIndirectionPolicy() instanceof TransparentIndirectionPolicy,
                mapping.getDescriptor().getObjectChangePolicy().isObjectChangeTrackingPolicy());
    }

    /** Whether a relation is of this kind. */
    static boolean isLazy(ForeignReferenceMapping mapping) {
        IndirectionPolicy policy = mapping.getIndirectionPolicy();
        return mapping.isLazy()
                && (policy instanceof WeavedObjectBasicIndirectionPolicy
                        || policy.getClass() == TransparentIndirectionPolicy.class);
    }

    /** Lets a new entity have the relation, not loaded. */
    void into(Object entity, AbstractRecord row, UnitOfWorkImpl unit, boolean transactional) {
        LazyValue value = LazyValue.of(entity, mapping, row, unit, transactional);
        mapping.setAttributeValueInObject(entity, collection ? wrapped(entity, value) : value);
    }

    private Object wrapped(Object entity, LazyValue value) {
        Object container = mapping.getIndirectionPolicy().buildIndirectObject(value);
        if (tracked && container instanceof CollectionChangeTracker changes) {
            changes.setTrackedAttributeName(mapping.getAttributeName());
            changes._persistence_setPropertyChangeListener(
                    ((ChangeTracker) entity)._persistence_getPropertyChangeListener());
        }
        return container;
    }
}
