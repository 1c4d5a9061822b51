// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeTracker;
import org.eclipse.persistence.indirection.WeavedAttributeValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.MethodAttributeAccessor;
import org.eclipse.persistence.internal.indirection.IndirectionPolicy;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A relation that loads when it is used, as an attribute of new entities. Relies on collections that wrap a holder and
 * tell the listener of their entity what changes, and on the methods that weaving makes for holders; LazyTest would
 * notice. Immutable and thread-safe.
 */
final class LazyAttribute {
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final ForeignReferenceMapping mapping;
    private final boolean collection;
    private final boolean tracked;
    private final @Nullable MethodHandle setter;

    private LazyAttribute(ForeignReferenceMapping mapping) {
        this.mapping = mapping;
        this.collection = mapping.getIndirectionPolicy() instanceof TransparentIndirectionPolicy;
        this.tracked = mapping.getDescriptor().getObjectChangePolicy().isObjectChangeTrackingPolicy();
        this.setter = setter(mapping);
    }

    static LazyAttribute of(ForeignReferenceMapping mapping) {
        return new LazyAttribute(mapping);
    }

    /** The woven method that sets a holder, which EclipseLink would call by reflection; null if it has to. */
    private static @Nullable MethodHandle setter(ForeignReferenceMapping mapping) {
        if (!(mapping.getAttributeAccessor() instanceof MethodAttributeAccessor methods)) {
            return null;
        }
        MethodType type = MethodType.methodType(void.class, WeavedAttributeValueHolderInterface.class);
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(mapping.getDescriptor().getJavaClass(), methods.getSetMethodName(), type)
                    .asType(SETTER);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    private void set(Object entity, Object value) {
        if (setter == null) {
            mapping.setAttributeValueInObject(entity, value);
            return;
        }
        try {
            setter.invokeExact(entity, value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a woven method failed", e);
        }
    }

    /** Whether a relation is of this kind. */
    static boolean isLazy(ForeignReferenceMapping mapping) {
        IndirectionPolicy policy = mapping.getIndirectionPolicy();
        return mapping.isLazy()
                && (policy instanceof WeavedObjectBasicIndirectionPolicy
                        || policy.getClass() == TransparentIndirectionPolicy.class);
    }

    /** Lets a new entity have the relation, not loaded. */
    void into(Object entity, EntityRows.Row row, UnitOfWorkImpl unit, boolean transactional) {
        LazyValue value = LazyValue.of(entity, mapping, row, unit, transactional);
        set(entity, collection ? wrapped(entity, value) : value);
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
