// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;

/**
 * What a flush has to write, without looking at every entity as EclipseLink's does. Relies on the change listeners of
 * woven entities noting in the unit of work's change set what they hear; where entities are there that have none, a
 * flush compares. NestedCostTest would notice.
 */
final class Pending {
    private static final Hidden<Object> LATER =
            Hidden.of(org.eclipse.persistence.internal.sessions.UnitOfWorkImpl.class, "deferredModifyAllQueries");

    private Pending() {}

    static boolean in(RepeatableWriteUnitOfWork unit, MappedUnit mapped) {
        return unit.hasNewObjects()
                || unit.hasDeletedObjects()
                || unit.hasOptimisticReadLockObjects()
                || LATER.of(unit) != null
                || isNoted((UnitOfWorkChangeSet) unit.getUnitOfWorkChangeSet())
                || isAnyCompared(unit, mapped);
    }

    private static boolean isNoted(UnitOfWorkChangeSet changes) {
        return changes != null
                && (changes.hasDeletedObjects()
                        || !changes.getCloneToObjectChangeSet().isEmpty());
    }

    /**
     * The entities that are new, that listeners have noted, and of which the version is to change; each for itself.
     * Those that go are written by what else knows them.
     */
    @SuppressWarnings("IdentityHashMapUsage") // as EclipseLink's are
    static Map<Object, Object> noted(RepeatableWriteUnitOfWork unit) {
        Map<Object, Object> entities = new IdentityHashMap<>();
        if (unit.hasNewObjects()) {
            put(unit.getNewObjectsCloneToOriginal().keySet(), entities);
        }
        if (unit.hasOptimisticReadLockObjects()) {
            put(unit.getOptimisticReadLockObjects().keySet(), entities);
        }
        if (unit.getUnitOfWorkChangeSet() instanceof UnitOfWorkChangeSet changes) {
            put(changes.getCloneToObjectChangeSet().keySet(), entities);
        }
        return entities;
    }

    private static void put(Set<?> some, Map<Object, Object> entities) {
        some.forEach(entity -> entities.put(entity, entity));
    }

    /** Whether entities are there whose changes are found by comparing. */
    static boolean isAnyCompared(RepeatableWriteUnitOfWork unit, MappedUnit mapped) {
        for (ClassDescriptor descriptor : mapped.compared()) {
            if (unit.getIdentityMapAccessorInstance().getIdentityMap(descriptor).getSize() > 0) {
                return true;
            }
        }
        return false;
    }
}
