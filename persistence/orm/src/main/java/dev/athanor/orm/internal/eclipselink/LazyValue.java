// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Optional;
import java.util.function.Supplier;
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
    private final Object bearer;
    private final Object attribute;
    private final DatabaseValueHolder<Object> holder;

    private LazyValue(
            UnitOfWorkImpl unit,
            ForeignReferenceMapping mapping,
            Object entity,
            Object bearer,
            Object attribute,
            DatabaseValueHolder<Object> holder) {
        this.unit = unit;
        this.mapping = mapping;
        this.entity = entity;
        this.bearer = bearer;
        this.attribute = attribute;
        this.holder = holder;
    }

    /** That of an entity, if the relation is not loaded. */
    static Optional<LazyValue> of(UnitOfWorkImpl unit, ForeignReferenceMapping mapping, Object entity) {
        return of(unit, mapping, entity, entity);
    }

    /**
     * That of an entity, if the relation is not loaded, or only a part of it that was not changed.
     *
     * @param bearer what has the relation: the entity, or an object embedded in it
     */
    static Optional<LazyValue> of(UnitOfWorkImpl unit, ForeignReferenceMapping mapping, Object entity, Object bearer) {
        Object attribute = mapping.getAttributeValueFromObject(bearer);
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        if (holder instanceof DatabaseValueHolder<?> found) {
            LazyValue value = new LazyValue(unit, mapping, entity, bearer, attribute, unchecked(found));
            return Optional.of(value).filter(lazy -> !found.isInstantiated() || lazy.isPart());
        }
        return Optional.empty();
    }

    /** Whether a part is loaded, as it was read. */
    boolean isPart() {
        return holder.isInstantiated()
                && wrapped() instanceof PartHolder<?>
                && !new States(unit).isChanged(bearer, mapping.getAttributeName());
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

    /** What would load the relation if no option had said anything. */
    private Optional<DatabaseValueHolder<Object>> plain() {
        Object inner = wrapped();
        if (inner instanceof PartHolder<?> part) {
            return Optional.of(unchecked(part.whole()));
        }
        if (inner instanceof RaisingHolder<?> raising) {
            return Optional.of(unchecked(raising.real()));
        }
        return inner instanceof DatabaseValueHolder<?> found ? Optional.of(unchecked(found)) : Optional.empty();
    }

    /** Gives the relation what it leads to. */
    void load(Object value) {
        put(new ReadyHolder<>(value, unit)).getValue();
    }

    /** Gives the relation what it leads to, or a part of that. */
    void load(Object value, boolean part) {
        if (part) {
            loadPart(value);
        } else {
            load(value);
        }
    }

    /** Gives the relation to no entity. */
    void loadNothing() {
        put(new ReadyHolder<>(null, unit)).getValue();
    }

    /** Gives the relation a part of what it leads to. */
    void loadPart(@Nullable Object value) {
        plain().ifPresent(whole -> put(new PartHolder<>(value, whole, unit)).getValue());
    }

    /** Lets the relation load when it is used. */
    void allow() {
        if (wrapped() instanceof PartHolder<?> || wrapped() instanceof RaisingHolder<?>) {
            plain().ifPresent(this::put);
        }
    }

    /** Lets the relation refuse to load what is not known. */
    void refuse(String message, Supplier<Optional<Object>> known) {
        plain().ifPresent(real -> put(new RaisingHolder<>(real, message, known, unit)));
    }

    private <T> DatabaseValueHolder<T> put(DatabaseValueHolder<T> wrapped) {
        DatabaseValueHolder<T> outer =
                mapping.createCloneValueHolder(wrapped, null, bearer, holder.getRow(), unit, true);
        if (attribute instanceof IndirectContainer<?> container) {
            setHolder(container, outer);
        } else {
            mapping.setAttributeValueInObject(bearer, outer);
        }
        Object backup = unit.getBackupClone(entity);
        if (bearer == entity && backup != null && backup != entity) {
            mapping.buildBackupClone(entity, backup, unit);
        }
        return outer;
    }

    @SuppressWarnings("unchecked") // what it holds is not looked into
    private static void setHolder(IndirectContainer<?> container, DatabaseValueHolder<?> holder) {
        ((IndirectContainer<Object>) container).setValueHolder((DatabaseValueHolder<Object>) holder);
    }
}
