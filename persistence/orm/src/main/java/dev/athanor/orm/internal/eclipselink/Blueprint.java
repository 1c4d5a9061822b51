// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.annotations.CacheKeyType;
import org.eclipse.persistence.descriptors.CachePolicy;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.jspecify.annotations.Nullable;

/**
 * How entities of one class are made where all their attributes are columns, embedded objects, or relations that load
 * when they are used: as {@code ObjectBuilder.buildWorkingCopyCloneFromRow} makes them, without what it asks for each
 * attribute of each row, by a handle of the class's own. Relies on a unit of work knowing its entities by its identity
 * map and its clone mapping, and on change listeners that are set before relations are; SessionReadTest and
 * HydrationTest would notice. Immutable and thread-safe.
 */
final class Blueprint {
    private final ClassDescriptor descriptor;
    private final ObjectChangePolicy changes;
    private final int keyPlace;
    private final Class<?> keyType;
    private final EntityMaker maker;
    private final AggregateObjectMapping[] embedded;
    private final boolean heard;
    private final RelationPlace[] inEmbedded;

    private Blueprint(ClassDescriptor descriptor, List<DatabaseField> fields) {
        this.descriptor = descriptor;
        this.changes = descriptor.getObjectChangePolicy();
        this.keyPlace = keyPlace(descriptor, fields);
        this.keyType =
                descriptor.getObjectBuilder().getPrimaryKeyClassifications().get(0);
        this.maker = maker(descriptor, fields);
        this.embedded = of(descriptor, AggregateObjectMapping.class).toArray(AggregateObjectMapping[]::new);
        this.heard = ReadingListeners.areThere(descriptor);
        this.inEmbedded = RelationPlace.all(descriptor).stream()
                .filter(place -> !place.path().isEmpty() && place.mapping().usesIndirection())
                .toArray(RelationPlace[]::new);
    }

    private static EntityMaker maker(ClassDescriptor descriptor, List<DatabaseField> fields) {
        DirectToFieldMapping[] columns =
                of(descriptor, DirectToFieldMapping.class).toArray(DirectToFieldMapping[]::new);
        int[] places = new int[columns.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = fields.indexOf(columns[i].getField());
        }
        LazyAttribute[] relations = of(descriptor, ForeignReferenceMapping.class).stream()
                .map(LazyAttribute::of)
                .toArray(LazyAttribute[]::new);
        return EntityMaker.calling(EntityHandle.of(descriptor, columns, places, relations));
    }

    /** That of a class, if its entities are so plain. */
    static Optional<Blueprint> of(ClassDescriptor descriptor, List<DatabaseField> fields) {
        boolean plain = hasPlainRules(descriptor)
                && descriptor.getMappings().stream().allMatch(mapping -> isPlain(mapping, fields));
        return plain ? Optional.of(new Blueprint(descriptor, fields)) : Optional.empty();
    }

    private static boolean hasPlainRules(ClassDescriptor descriptor) {
        CachePolicy cache = descriptor.getCachePolicy();
        return descriptor.isDescriptorTypeNormal()
                && !descriptor.isAbstract()
                && !descriptor.hasSerializedObjectPolicy()
                && !cache.isProtectedIsolation()
                && !cache.shouldUseSessionCacheInUnitOfWorkEarlyTransaction()
                && PersistenceEntity.class.isAssignableFrom(descriptor.getJavaClass())
                && (!descriptor.usesOptimisticLocking() || hasVersionInEntity(descriptor));
    }

    private static boolean hasVersionInEntity(ClassDescriptor descriptor) {
        return descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy version
                && !version.isStoredInCache();
    }

    private static boolean isPlain(DatabaseMapping mapping, List<DatabaseField> fields) {
        if (mapping instanceof ForeignReferenceMapping relation) {
            return LazyAttribute.isLazy(relation);
        }
        return mapping instanceof AggregateObjectMapping
                || (mapping.getClass() == DirectToFieldMapping.class
                        && !mapping.isWriteOnly()
                        && fields.contains(mapping.getField()));
    }

    private static <M> List<M> of(ClassDescriptor descriptor, Class<M> type) {
        List<M> mappings = new ArrayList<>();
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (type.isInstance(mapping)) {
                mappings.add(type.cast(mapping));
            }
        }
        return mappings;
    }

    /** Where a key is that is one column; otherwise -1. */
    private static int keyPlace(ClassDescriptor descriptor, List<DatabaseField> fields) {
        List<DatabaseField> key = descriptor.getPrimaryKeyFields();
        boolean simple = key.size() == 1 && descriptor.getCachePolicy().getCacheKeyType() == CacheKeyType.ID_VALUE;
        return simple ? fields.indexOf(key.get(0)) : -1;
    }

    /** Whether a query wants entities as they are made here. */
    boolean fits(ObjectBuildingQuery query, UnitOfWorkImpl unit) {
        return query.getExecutionFetchGroup(descriptor) == null
                && !unit.isClassReadOnly(descriptor.getJavaClass(), descriptor);
    }

    /** The key of a row; null if it has none. */
    @Nullable
    Object key(EntityRows.Row row, UnitOfWorkImpl unit) {
        if (keyPlace >= 0) {
            Object value = row.value(keyPlace);
            if (value == null || value.getClass() == keyType) {
                return value;
            }
        }
        return descriptor.getObjectBuilder().extractPrimaryKeyFromRow(row.values(), unit);
    }

    /** Where a unit of work keeps such entities by their keys. */
    IdentityMap identities(UnitOfWorkImpl unit) {
        return unit.getIdentityMapAccessorInstance().getIdentityMap(descriptor);
    }

    /** What a unit of work has of a key. */
    static @Nullable Object known(Object key, IdentityMap identities) {
        if (identities instanceof LeanIdentityMap lean) {
            return lean.entity(key);
        }
        CacheKey known = identities.getCacheKey(key, false);
        return known == null ? null : known.getObject();
    }

    /** Whether an entity lacks attributes that a row has. */
    boolean isPartial(Object entity) {
        return descriptor.hasFetchGroupManager()
                && descriptor.getFetchGroupManager().isPartialObject(entity);
    }

    /** Makes an entity that the unit of work does not have yet, of the values of a row. */
    Object make(
            @Nullable Object[] values,
            EntityRows.Row row,
            Object key,
            IdentityMap identities,
            ObjectBuildingQuery query,
            UnitOfWorkImpl unit,
            boolean transactional) {
        Object entity = maker.make(values, row, unit, transactional, key);
        hold(key, entity, identities, query);
        register(entity, unit);
        embed(entity, row, query, unit);
        tell(entity, row, query, unit);
        Object backup = changes.buildBackupClone(entity, descriptor.getObjectBuilder(), unit);
        if (backup != entity) {
            remember(entity, backup, unit);
        }
        return entity;
    }

    private static void hold(Object key, Object entity, IdentityMap identities, ObjectBuildingQuery query) {
        if (identities instanceof LeanIdentityMap lean) {
            lean.hold(key, entity);
        } else {
            identities.put(key, entity, null, query.getExecutionTime()).setLastUpdatedQueryId(query.getQueryId());
        }
    }

    private static void register(Object entity, UnitOfWorkImpl unit) {
        if (unit.getCloneMapping() instanceof Registered registered) {
            registered.add(entity);
        } else {
            remember(entity, entity, unit);
        }
    }

    @SuppressWarnings("unchecked") // EclipseLink's own, of entities and their copies
    private static void remember(Object entity, Object copy, UnitOfWorkImpl unit) {
        unit.getCloneMapping().put(entity, copy);
    }

    private void embed(Object entity, EntityRows.Row row, ObjectBuildingQuery query, UnitOfWorkImpl unit) {
        if (embedded.length > 0) {
            changes.dissableEventProcessing(entity);
            for (AggregateObjectMapping mapping : embedded) {
                mapping.buildCloneFromRow(row.values(), null, entity, null, query, unit, unit);
            }
            changes.enableEventProcessing(entity);
            for (RelationPlace place : inEmbedded) {
                place.bearer(entity, unit).ifPresent(bearer -> LazyValue.of(unit, place, entity, bearer));
            }
        }
    }

    /** Lets listeners know when all rows are read. */
    private void tell(Object entity, EntityRows.Row row, ObjectBuildingQuery query, UnitOfWorkImpl unit) {
        if (heard) {
            unit.deferEvent(event(DescriptorEventManager.PostBuildEvent, entity, row.values(), query, unit));
            DescriptorEvent copied = event(DescriptorEventManager.PostCloneEvent, entity, row.values(), query, unit);
            copied.setOriginalObject(entity);
            unit.deferEvent(copied);
        }
    }

    private DescriptorEvent event(
            int code, Object entity, AbstractRecord values, ObjectBuildingQuery query, UnitOfWorkImpl unit) {
        DescriptorEvent event = new DescriptorEvent(entity);
        event.setQuery(query);
        event.setSession(unit);
        event.setDescriptor(descriptor);
        event.setRecord(values);
        event.setEventCode(code);
        return event;
    }
}
