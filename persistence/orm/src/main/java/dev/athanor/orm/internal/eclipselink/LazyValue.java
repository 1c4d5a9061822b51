// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Optional;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A relation of an entity that is not loaded yet, and can be given what it leads to without the entity being changed.
 * Relies on the holders that a unit of work wraps around those of rows, and on their copies for comparison being made
 * anew; LoadTest would notice.
 */
final class LazyValue {
    private final UnitOfWorkImpl unit;
    private final ForeignReferenceMapping mapping;
    private final Object entity;
    private final Object attribute;
    private final DatabaseValueHolder<Object> holder;

    private LazyValue(
            UnitOfWorkImpl unit,
            ForeignReferenceMapping mapping,
            Object entity,
            Object attribute,
            DatabaseValueHolder<Object> holder) {
        this.unit = unit;
        this.mapping = mapping;
        this.entity = entity;
        this.attribute = attribute;
        this.holder = holder;
    }

    /** That of an entity, if the relation is not loaded. */
    static Optional<LazyValue> of(UnitOfWorkImpl unit, ForeignReferenceMapping mapping, Object entity) {
        Object attribute = mapping.getAttributeValueFromObject(entity);
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        if (holder instanceof DatabaseValueHolder<?> found && !found.isInstantiated()) {
            return Optional.of(new LazyValue(unit, mapping, entity, attribute, unchecked(found)));
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // what they hold is not looked into
    private static DatabaseValueHolder<Object> unchecked(DatabaseValueHolder<?> holder) {
        return (DatabaseValueHolder<Object>) holder;
    }

    Object entity() {
        return entity;
    }

    /** The row that the entity was read from, as far as the relation has kept it. */
    @Nullable
    AbstractRecord row() {
        if (holder.getRow() != null) {
            return holder.getRow();
        }
        return wrapped() instanceof DatabaseValueHolder<?> inner ? inner.getRow() : null;
    }

    private @Nullable Object wrapped() {
        return holder instanceof UnitOfWorkValueHolder<?> outer ? outer.getWrappedValueHolder() : null;
    }

    /** Gives the relation what it leads to. */
    void load(Object value) {
        put(new ReadyHolder<>(value, unit)).getValue();
    }

    /** Gives the relation to no entity. */
    void loadNothing() {
        put(new ReadyHolder<>(null, unit)).getValue();
    }

    /** Lets the relation refuse to load. */
    void refuse(String message) {
        if (wrapped() instanceof DatabaseValueHolder<?> inner) {
            put(new RaisingHolder<>(unchecked(inner), message, unit));
        }
    }

    private <T> DatabaseValueHolder<T> put(DatabaseValueHolder<T> wrapped) {
        DatabaseValueHolder<T> outer =
                mapping.createCloneValueHolder(wrapped, null, entity, holder.getRow(), unit, true);
        if (attribute instanceof IndirectContainer<?> container) {
            setHolder(container, outer);
        } else {
            mapping.setAttributeValueInObject(entity, outer);
        }
        Object backup = unit.getBackupClone(entity);
        if (backup != null && backup != entity) {
            mapping.buildBackupClone(entity, backup, unit);
        }
        return outer;
    }

    @SuppressWarnings("unchecked") // what it holds is not looked into
    private static void setHolder(IndirectContainer<?> container, DatabaseValueHolder<?> holder) {
        ((IndirectContainer<Object>) container).setValueHolder((DatabaseValueHolder<Object>) holder);
    }
}
