// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * A relation of an entity that is not loaded yet: it loads by {@link LazyLoads} when it is used, or is given what it
 * leads to, without the entity being changed. Relies on units of work having holders of this kind in their entities, on
 * these making the copies for comparison when they are instantiated, and on the holders that they wrap being asked for
 * when an entity is merged into the cache that units of work share: there it is as any other. LazyTest and LoadTest
 * would notice.
 */
@SuppressWarnings("NullAway") // a relation to one may lead to none
final class LazyValue extends UnitOfWorkQueryValueHolder<Object> {
    private static final long serialVersionUID = 1L;

    private final transient Object entity;
    private final boolean inTransaction;
    private transient EntityRows.@Nullable Row read;
    private boolean byEclipseLink;
    private @Nullable String refusal;
    private boolean refusesStatementsOnly;
    private boolean part;

    private LazyValue(
            @Nullable ValueHolderInterface<Object> wrapped,
            Object entity,
            Object bearer,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unit,
            boolean inTransaction) {
        super(wrapped, bearer, mapping, row, unit);
        this.entity = entity;
        this.inTransaction = inTransaction;
    }

    /** That of a new entity. */
    static LazyValue of(
            Object entity,
            ForeignReferenceMapping mapping,
            EntityRows.Row row,
            UnitOfWorkImpl unit,
            boolean inTransaction) {
        LazyValue value = new LazyValue(null, entity, entity, mapping, null, unit, inTransaction);
        value.read = row;
        return value;
    }

    /** That of an entity, if the relation is not loaded; it takes the place of EclipseLink's own. */
    static Optional<LazyValue> of(UnitOfWorkImpl unit, ForeignReferenceMapping mapping, Object entity) {
        return of(unit, new RelationPlace(mapping, List.of()), entity, entity);
    }

    /**
     * That of an entity, if the relation is not loaded; it takes the place of EclipseLink's own.
     *
     * @param bearer what has the relation: the entity, or an object embedded in it
     */
    static Optional<LazyValue> of(UnitOfWorkImpl unit, RelationPlace place, Object entity, Object bearer) {
        Optional<LazyValue> ours = unloaded(place, bearer)
                .map(found -> found instanceof LazyValue known ? known : adopted(unit, place, entity, bearer, found));
        ours.ifPresent(value -> value.byEclipseLink = false);
        return ours;
    }

    /** Lets a relation that EclipseLink loads refuse to when ours do. */
    static void guard(UnitOfWorkImpl unit, RelationPlace place, Object entity, Object bearer) {
        unloaded(place, bearer)
                .filter(found -> !(found instanceof LazyValue) && wrappedBy(found) != null)
                .ifPresent(found -> adopted(unit, place, entity, bearer, found).byEclipseLink = true);
    }

    private static Optional<DatabaseValueHolder<?>> unloaded(RelationPlace place, Object bearer) {
        Object attribute = place.mapping().getAttributeValueFromObject(bearer);
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        return holder instanceof DatabaseValueHolder<?> found && !found.isInstantiated()
                ? Optional.of(found)
                : Optional.empty();
    }

    private static LazyValue adopted(
            UnitOfWorkImpl unit, RelationPlace place, Object entity, Object bearer, DatabaseValueHolder<?> theirs) {
        ForeignReferenceMapping mapping = place.mapping();
        LazyValue ours = new LazyValue(
                wrappedBy(theirs),
                entity,
                bearer,
                mapping,
                row(theirs),
                unit,
                SessionContext.of(unit).isInTransaction());
        if (mapping.getAttributeValueFromObject(bearer) instanceof IndirectContainer<?> container) {
            setHolder(container, ours);
        } else {
            mapping.setAttributeValueInObject(bearer, ours);
        }
        ours.copy(place, bearer, unit);
        return ours;
    }

    /** Lets the copy that an entity is compared with have what the relation is now, if there is such a copy. */
    private void copy(RelationPlace place, Object bearer, UnitOfWorkImpl unit) {
        Optional.ofNullable(unit.getBackupClone(entity))
                .flatMap(copy -> place.bearer(copy, unit))
                .filter(copy -> copy != bearer)
                .ifPresent(copy -> place.mapping().buildBackupClone(bearer, copy, unit));
    }

    /** Lets a relation of which a part is loaded, and was not changed, be loaded again. */
    static void reopen(UnitOfWorkImpl unit, RelationPlace place, Object bearer) {
        Object attribute = place.mapping().getAttributeValueFromObject(bearer);
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        if (holder instanceof LazyValue value
                && value.part
                && !new States(unit).isChanged(value.entity, place, bearer)) {
            value.part = false;
            value.setUninstantiated();
            if (attribute instanceof IndirectContainer<?> container) {
                setHolder(container, value);
            }
            value.copy(place, bearer, unit);
        }
    }

    private static @Nullable AbstractRecord row(DatabaseValueHolder<?> holder) {
        if (holder.getRow() != null) {
            return holder.getRow();
        }
        return wrappedBy(holder) instanceof DatabaseValueHolder<?> inner ? inner.getRow() : null;
    }

    @SuppressWarnings("unchecked") // what it holds is not looked into
    private static @Nullable ValueHolderInterface<Object> wrappedBy(DatabaseValueHolder<?> holder) {
        return holder instanceof UnitOfWorkValueHolder<?> outer
                ? (ValueHolderInterface<Object>) outer.getWrappedValueHolder()
                : null;
    }

    @SuppressWarnings("unchecked") // what it holds is not looked into
    private static void setHolder(IndirectContainer<?> container, LazyValue holder) {
        ((IndirectContainer<Object>) container).setValueHolder(holder);
    }

    Object entity() {
        return entity;
    }

    /** What has the relation: the entity, or an object embedded in it. */
    Object bearer() {
        return relationshipSourceObject;
    }

    ForeignReferenceMapping relation() {
        return (ForeignReferenceMapping) getMapping();
    }

    /** Whether EclipseLink loads it, as it has read the entity. */
    boolean isByEclipseLink() {
        return byEclipseLink;
    }

    /** Whether it was read in a transaction, and so is not to be loaded without one. */
    boolean isOfTransaction() {
        return inTransaction;
    }

    /** The row that the entity was read from, as far as the relation has kept it. */
    @Nullable
    AbstractRecord row() {
        return getRow();
    }

    /** Made when it is first asked for: most relations are loaded otherwise, or never. */
    @Override
    public @Nullable AbstractRecord getRow() {
        if (read != null) {
            setRow(read.values());
        }
        return super.getRow();
    }

    @Override
    public void setRow(@Nullable AbstractRecord row) {
        read = null;
        super.setRow(row);
    }

    @Override
    protected void resetFields() {
        read = null;
        super.resetFields();
    }

    /** Gives the relation what it leads to. */
    void load(@Nullable Object loaded) {
        privilegedSetValue(loaded);
        setInstantiated();
        SessionContext.find(getUnitOfWork())
                .filter(context -> !ForeignLoads.isToldByOwnRow(relation()))
                .ifPresent(context -> context.nesting().read(entity));
        if (backupValueHolder != null) {
            backupValueHolder.setValue(buildBackupCloneFor(loaded));
        }
    }

    /** Gives the relation what it leads to, or a part of that. */
    void load(Object loaded, boolean isPart) {
        load(loaded);
        part = isPart;
    }

    /** Gives the relation to no entity. */
    void loadNothing() {
        load(null);
    }

    /** Gives the relation a part of what it leads to. */
    void loadPart(@Nullable Object loaded) {
        load(loaded);
        part = true;
    }

    /** Lets the relation refuse to load. */
    void refuse(String message) {
        refusal = message;
        refusesStatementsOnly = false;
    }

    /** Lets the relation refuse to load by a statement. */
    void refuseStatements(String message) {
        refuse(message);
        refusesStatementsOnly = true;
    }

    /** Lets the relation load. */
    void allow() {
        refusal = null;
    }

    @Override
    protected Object instantiate() {
        if (refusal != null
                && !(refusesStatementsOnly && LazyLoads.of(getUnitOfWork()).loadKnown(this))) {
            throw new OrmException(OrmError.RELATION_NOT_LOADED, refusal);
        }
        if (!isInstantiated()) {
            LazyLoads.of(getUnitOfWork()).load(this);
        }
        return value;
    }

    /** Loads it as if sessions knew nothing of it. */
    void loadByEclipseLink() {
        Objects.requireNonNull(getWrappedValueHolder(), "wrapped");
        load(super.instantiate());
    }

    /** What the cache that units of work share may have in the place of this. */
    @Override
    public ValueHolderInterface<Object> getWrappedValueHolder() {
        if (wrappedValueHolder == null) {
            wrappedValueHolder = original();
        }
        return wrappedValueHolder;
    }

    private ValueHolderInterface<Object> original() {
        ReadObjectQuery query = new ReadObjectQuery();
        query.setSession(getUnitOfWork().getParent());
        return original(relation().valueFromRow(getRow(), null, query, true));
    }

    /** With the unit of work as its session until it is released to another's. */
    @SuppressWarnings("unchecked") // what it holds is not looked into
    private ValueHolderInterface<Object> original(Object attribute) {
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        if (holder instanceof DatabaseValueHolder<?> lazy) {
            lazy.setSession(getUnitOfWork());
        }
        return (ValueHolderInterface<Object>) holder;
    }

    @Override
    public boolean shouldAllowInstantiationDeferral() {
        return true;
    }

    /** What is not loaded never will be where it is read again. */
    private Object writeReplace() {
        return isInstantiated()
                ? new ValueHolder<>(value)
                : new LostValue(LazyLoads.refusal(this, "the entity was serialized without it"));
    }
}
