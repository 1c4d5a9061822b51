// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.DescriptorIterator;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Lets the entities of a unit of work be as they were before a block whose savepoint was rolled back to: what was added
 * in it leaves, what was deleted comes back, and what was changed or read in it is read anew. Relies on the change sets
 * and maps of units of work; the tests of nested blocks would notice. For one use by one thread.
 */
@SuppressWarnings("IdentityHashMapUsage") // as EclipseLink keeps them
final class Restoring {
    private static final Hidden<Map<Object, Object>> ORIGINALS = Hidden.of(UnitOfWorkImpl.class, "cloneToOriginals");

    private final RepeatableWriteUnitOfWork unit;
    private final MappedUnit mapped;
    private final NestedBlock block;
    private final boolean cleared;
    private final Set<Object> added = identities();
    private final Set<Object> changed = identities();
    private final Set<Object> deleted = identities();
    private final Set<Object> reread = identities();

    Restoring(RepeatableWriteUnitOfWork unit, MappedUnit mapped, NestedBlock block) {
        this.unit = unit;
        this.mapped = mapped;
        this.block = block;
        this.cleared = block.isCleared();
    }

    private static Set<Object> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Lets entities be as they were; those whose rows are not there any more, as others have deleted them, leave. */
    void restore() {
        Registered registered = Registered.of(unit, mapped);
        collect(registered);
        Set<Object> keys = expungeAdded();
        reset(registered);
        Set<Object> stale = identities();
        stale.addAll(bringBack(registered));
        stale.addAll(mend(registered, keys));
        stale.addAll(changed);
        stale.addAll(block.read());
        registered.keySet().stream().filter(this::mayHoldWhatWasUndone).forEach(stale::add);
        stale.removeIf(entity -> !registered.containsKey(entity));
        reread(stale);
    }

    /** The entities that were read anew. */
    Set<Object> reread() {
        return reread;
    }

    private boolean mayHoldWhatWasUndone(Object entity) {
        return cleared || block.movements().hasJoined(entity) || ForeignLoads.areIn(entity, mapped, unit);
    }

    private boolean wasThere(Object entity, Registered registered) {
        return !cleared
                && (block.movements().left().contains(entity)
                        || (registered.containsKey(entity) && !block.movements().hasJoined(entity)));
    }

    private void collect(Registered registered) {
        collect(unit.getCumulativeUOWChangeSet());
        UnitOfWorkChangeSet unflushed = (UnitOfWorkChangeSet) unit.getUnitOfWorkChangeSet();
        collect(unflushed);
        collectUnflushed(registered, unflushed);
        if (unit.hasNewObjects()) {
            added.addAll(keys(unit.getNewObjectsCloneToOriginal()));
        }
        Collection<Object> deleting = keys(unit.getObjectsDeletedDuringCommit());
        changed.addAll(deleting);
        deleted.addAll(deleting);
        deleted.addAll(block.remembered().deletedSince());
        for (Object entity : List.copyOf(added)) {
            if (wasThere(entity, registered)) {
                added.remove(entity);
                changed.add(entity);
            }
        }
    }

    @SuppressWarnings("unchecked") // it has entities
    private static Collection<Object> keys(Map<?, ?> entities) {
        return new ArrayList<>((Set<Object>) entities.keySet());
    }

    private void collect(@Nullable UnitOfWorkChangeSet changes) {
        if (changes == null) {
            return;
        }
        for (Map<ObjectChangeSet, ObjectChangeSet> ofClass :
                changes.getObjectChanges().values()) {
            for (ObjectChangeSet change : ofClass.values()) {
                (change.isNew() ? added : changed).add(change.getUnitOfWorkClone());
            }
        }
        for (Map<ObjectChangeSet, ObjectChangeSet> ofClass :
                changes.getNewObjectChangeSets().values()) {
            ofClass.values().forEach(change -> added.add(change.getUnitOfWorkClone()));
        }
        if (changes.hasDeletedObjects()) {
            changes.getDeletedObjects().values().forEach(change -> deleted.add(change.getUnitOfWorkClone()));
        }
    }

    private void collectUnflushed(Registered registered, @Nullable UnitOfWorkChangeSet unflushed) {
        States states = new States(unit);
        if (Pending.isAnyCompared(unit, mapped)) {
            registered.keySet().stream().filter(states::isModified).forEach(changed::add);
        } else if (unflushed != null) {
            for (Object entity : unflushed.getCloneToObjectChangeSet().keySet()) {
                if (states.isModified(entity)) {
                    changed.add(entity);
                }
            }
        }
    }

    /** Gives their keys. */
    private Set<Object> expungeAdded() {
        Set<Object> keys = new HashSet<>();
        Map<Object, Object> originals = ORIGINALS.of(unit);
        for (Object entity : added) {
            Object key = unit.getId(entity);
            if (key != null) {
                keys.add(key);
            }
            expunge(entity);
            if (originals != null) {
                originals.remove(entity);
            }
        }
        return keys;
    }

    private void expunge(Object entity) {
        unit.unregisterObject(entity, DescriptorIterator.NoCascading);
        Expunged.from(unit, entity);
    }

    /** The unit of work forgets what it has noted, also of a flush that failed, but not which entities it has. */
    private void reset(Registered registered) {
        Map<Object, Object> originals = ORIGINALS.of(unit);
        boolean joined = unit.isSynchronized();
        if (unit.getCommitManager().isActive()) {
            unit.getCommitManager().reinitialize();
            unit.getCommitManager().setIsActive(false);
        }
        Flushing.forget(unit);
        unit.setCumulativeUOWChangeSet(null);
        unit.clearForClose(false);
        unit.setSynchronized(joined);
        registered.giveTo(unit);
        ORIGINALS.set(unit, originals);
        if (cleared) {
            block.remembered().putBackCleared();
        } else {
            block.remembered().putBack();
        }
    }

    /** What was deleted. */
    private Set<Object> bringBack(Registered registered) {
        Set<Object> back = identities();
        for (Object entity : List.copyOf(block.movements().left())) {
            if (!cleared && deleted.contains(entity)) {
                registered.put(entity, entity);
                identify(entity);
                back.add(entity);
            }
        }
        return back;
    }

    /** Entities whose place in the identity map was taken by one that was added with the same key. */
    private Set<Object> mend(Registered registered, Set<Object> keys) {
        Set<Object> mended = identities();
        if (keys.isEmpty()) {
            return mended;
        }
        for (Object entity : registered.keySet()) {
            Object key = unit.getId(entity);
            if (key != null && keys.contains(key) && !isIdentified(entity, key)) {
                identify(entity);
                mended.add(entity);
            }
        }
        return mended;
    }

    private boolean isIdentified(Object entity, Object key) {
        CacheKey place = unit.getIdentityMapAccessorInstance()
                .getIdentityMapManager()
                .getCacheKeyForObject(key, entity.getClass(), unit.getDescriptor(entity), false);
        return place != null && place.getObject() == entity;
    }

    private void identify(Object entity) {
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        unit.getIdentityMapAccessorInstance().putInIdentityMap(entity, unit.getId(entity), null, 0, descriptor);
    }

    /** What was flushed before of values that change in place may be the values that were changed in the block. */
    private void distrust(Object entity, ClassDescriptor descriptor) {
        if (mapped.compared().contains(descriptor)) {
            Forgetting.later(unit, descriptor, unit.getId(entity));
        }
    }

    private void reread(Set<Object> stale) {
        for (Object entity : stale) {
            ClassDescriptor descriptor = unit.getDescriptor(entity);
            descriptor.getObjectChangePolicy().clearChanges(entity, unit, descriptor, true);
            distrust(entity, descriptor);
        }
        unit.setUnitOfWorkChangeSet(null);
        Set<Object> gone = identities();
        gone.addAll(new Rereading(unit, mapped).of(stale));
        gone.forEach(this::expunge);
        unit.setUnitOfWorkChangeSet(null);
        reread.addAll(stale);
        reread.removeAll(gone);
        gone.forEach(block.movements()::leaves);
    }
}
