// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has noted of its transaction when a block begins: what was flushed and deleted, what is locked,
 * and which statements are to reach the shared cache. None of it is as large as the unit of work. For one use by one
 * thread.
 */
@SuppressWarnings("IdentityHashMapUsage") // as EclipseLink keeps them
final class Remembered {
    private static final Hidden<Map<Object, Object>> DELETED =
            Hidden.of(UnitOfWorkImpl.class, "unregisteredDeletedObjectsCloneToBackupAndOriginal");
    private static final Hidden<Map<Object, Object>> OPTIMISTIC =
            Hidden.of(UnitOfWorkImpl.class, "optimisticReadLockObjects");
    private static final Hidden<Map<Object, Object>> PESSIMISTIC =
            Hidden.of(UnitOfWorkImpl.class, "pessimisticLockedObjects");
    private static final Hidden<List<?>> BULK = Hidden.of(UnitOfWorkImpl.class, "modifyAllQueries");
    private static final Hidden<List<?>> LATER = Hidden.of(UnitOfWorkImpl.class, "deferredModifyAllQueries");

    private final RepeatableWriteUnitOfWork unit;
    private final @Nullable UnitOfWorkChangeSet flushed;
    private final @Nullable Map<Object, Object> deleted;
    private final @Nullable Map<Object, Object> optimistic;
    private final @Nullable Map<Object, Object> pessimistic;
    private final Map<Object, Object> satisfied = new IdentityHashMap<>();
    private final int bulk;
    private final int later;

    Remembered(RepeatableWriteUnitOfWork unit) {
        this.unit = unit;
        this.flushed = unit.getCumulativeUOWChangeSet();
        this.deleted = copy(DELETED.of(unit));
        this.optimistic = copy(OPTIMISTIC.of(unit));
        this.pessimistic = copy(PESSIMISTIC.of(unit));
        this.bulk = size(BULK.of(unit));
        this.later = size(LATER.of(unit));
        hideSatisfied(OPTIMISTIC.of(unit));
        unit.setCumulativeUOWChangeSet(new BlockChanges(unit, flushed));
    }

    private static @Nullable Map<Object, Object> copy(@Nullable Map<Object, Object> map) {
        return map == null ? null : new IdentityHashMap<>(map);
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }

    /** Locks that a flush before the block has satisfied would raise versions once more within it. */
    private void hideSatisfied(@Nullable Map<Object, Object> locks) {
        if (locks == null || flushed == null) {
            return;
        }
        for (Object entity : new ArrayList<>(locks.keySet())) {
            if (flushed.getObjectChangeSetForClone(entity) != null) {
                satisfied.put(entity, locks.remove(entity));
            }
        }
    }

    /** What was deleted since then, and flushed. */
    List<Object> deletedSince() {
        Map<Object, Object> now = DELETED.of(unit);
        List<Object> since = new ArrayList<>(now == null ? List.of() : now.keySet());
        if (deleted != null) {
            since.removeIf(deleted::containsKey);
        }
        return since;
    }

    /** What was flushed since then belongs to what was flushed before. */
    void keep() {
        UnitOfWorkChangeSet inside = unit.getCumulativeUOWChangeSet();
        if (!satisfied.isEmpty()) {
            Map<Object, Object> locks = OPTIMISTIC.of(unit);
            satisfied.putAll(locks == null ? Map.of() : locks);
            OPTIMISTIC.set(unit, new IdentityHashMap<>(satisfied));
        }
        if (flushed == null) {
            unit.setCumulativeUOWChangeSet(isEmpty(inside) ? null : inside);
            return;
        }
        if (!isEmpty(inside)) {
            flushed.mergeUnitOfWorkChangeSet(inside, unit, true);
        }
        unit.setCumulativeUOWChangeSet(flushed);
    }

    private static boolean isEmpty(@Nullable UnitOfWorkChangeSet changes) {
        return changes == null
                || (!changes.hasChanges() && !changes.hasForcedChanges() && !changes.hasDeletedObjects());
    }

    /** Nothing was flushed since then. */
    void putBack() {
        DELETED.set(unit, deleted);
        OPTIMISTIC.set(unit, optimistic);
        PESSIMISTIC.set(unit, pessimistic);
        trim(BULK, bulk);
        trim(LATER, later);
        unit.setCumulativeUOWChangeSet(flushed);
    }

    /** The same of a unit of work that was cleared since: the shared cache forgets what was flushed before. */
    void putBackCleared() {
        trim(BULK, bulk);
        trim(LATER, later);
    }

    private void trim(Hidden<List<?>> field, int size) {
        List<?> list = field.of(unit);
        if (list != null) {
            list.subList(Math.min(size, list.size()), list.size()).clear();
            if (list.isEmpty()) {
                field.set(unit, null);
            }
        }
    }
}
