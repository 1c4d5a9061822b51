// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeListener;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeTracker;
import org.eclipse.persistence.indirection.IndirectCollectionsFactory;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.indirection.WeavedAttributeValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.MethodAttributeAccessor;
import org.eclipse.persistence.internal.indirection.IndirectionPolicy;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.queries.IndirectListContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * A relation that loads when it is used, as an attribute of new entities. Relies on collections that wrap a holder and
 * tell the listener of their entity what changes, and on the methods that weaving makes for holders; LazyTest would
 * notice. Immutable and thread-safe.
 */
final class LazyAttribute {
    private final ForeignReferenceMapping mapping;
    private final boolean collection;
    private final boolean tracked;
    private final boolean list;

    private LazyAttribute(ForeignReferenceMapping mapping) {
        this.mapping = mapping;
        this.collection = mapping.getIndirectionPolicy() instanceof TransparentIndirectionPolicy;
        this.tracked = mapping.getDescriptor().getObjectChangePolicy().isObjectChangeTrackingPolicy();
        this.list = collection && mapping.getContainerPolicy().getClass() == IndirectListContainerPolicy.class;
    }

    static LazyAttribute of(ForeignReferenceMapping mapping) {
        return new LazyAttribute(mapping);
    }

    ForeignReferenceMapping mapping() {
        return mapping;
    }

    /** The woven method that sets a holder, which EclipseLink would call by reflection; none if it has to. */
    Optional<MethodHandle> setter() {
        if (!(mapping.getAttributeAccessor() instanceof MethodAttributeAccessor methods)) {
            return Optional.empty();
        }
        MethodType type = MethodType.methodType(void.class, WeavedAttributeValueHolderInterface.class);
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(mapping.getDescriptor().getJavaClass(), methods.getSetMethodName(), type));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /** Whether a relation is of this kind. */
    static boolean isLazy(ForeignReferenceMapping mapping) {
        IndirectionPolicy policy = mapping.getIndirectionPolicy();
        return mapping.isLazy()
                && (policy instanceof WeavedObjectBasicIndirectionPolicy
                        || policy.getClass() == TransparentIndirectionPolicy.class);
    }

    /** What a new entity has, which has a listener already. */
    Object holder(Object entity, EntityRows.Row row, UnitOfWorkImpl unit, boolean transactional) {
        LazyValue value = LazyValue.of(entity, mapping, row, unit, transactional);
        return collection ? wrapped(entity, value) : value;
    }

    private Object wrapped(Object entity, LazyValue value) {
        if (list) {
            return list(entity, value);
        }
        Object container = mapping.getIndirectionPolicy().buildIndirectObject(value);
        if (tracked && container instanceof CollectionChangeTracker changes) {
            changes.setTrackedAttributeName(mapping.getAttributeName());
            changes._persistence_setPropertyChangeListener(listener(entity));
        }
        return container;
    }

    /** As any other, of the most usual class: what interfaces it has need not be found out. */
    @SuppressWarnings("unchecked") // what it holds is not looked into
    private IndirectList<Object> list(Object entity, LazyValue value) {
        IndirectList<Object> list = IndirectCollectionsFactory.createIndirectList();
        list.setValueHolder((ValueHolderInterface<List<Object>>) (ValueHolderInterface<?>) value);
        if (tracked) {
            list.setTrackedAttributeName(mapping.getAttributeName());
            list._persistence_setPropertyChangeListener(listener(entity));
        }
        return list;
    }

    private static PropertyChangeListener listener(Object entity) {
        return ((ChangeTracker) entity)._persistence_getPropertyChangeListener();
    }
}
