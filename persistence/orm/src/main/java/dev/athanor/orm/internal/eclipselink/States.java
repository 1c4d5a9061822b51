// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityState;
import dev.athanor.orm.History;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * What entities are to a unit of work, and what was changed in them. Relies on the change listeners that weaving gives
 * to entities, and on the copies that a unit of work keeps of those that have none; SessionStateTest would notice.
 */
final class States {
    private final UnitOfWorkImpl unit;

    States(UnitOfWorkImpl unit) {
        this.unit = unit;
    }

    EntityState of(Object entity) {
        if (unit.isObjectDeleted(entity)) {
            return EntityState.DELETED;
        }
        if (unit.isCloneNewObject(entity)) {
            return EntityState.PENDING;
        }
        if (isThere(entity)) {
            return EntityState.PERSISTENT;
        }
        return entity instanceof PersistenceEntity known && known._persistence_getId() != null
                ? EntityState.DETACHED
                : EntityState.TRANSIENT;
    }

    private boolean isThere(Object entity) {
        return unit.getCloneMapping().containsKey(entity);
    }

    boolean isModified(Object entity) {
        if (!isThere(entity) || unit.isCloneNewObject(entity) || unit.isObjectDeleted(entity)) {
            return false;
        }
        AttributeChangeListener listener = listener(entity);
        if (listener != null) {
            return listener.hasChanges();
        }
        ObjectChangeSet changes = compared(entity);
        return changes != null && changes.hasChanges();
    }

    private static @Nullable AttributeChangeListener listener(Object entity) {
        return entity instanceof ChangeTracker tracker
                        && tracker._persistence_getPropertyChangeListener() instanceof AttributeChangeListener listener
                ? listener
                : null;
    }

    /**
     * Whether a relation was changed since it was read or flushed.
     *
     * @param bearer what has it: the entity, or an object embedded there
     */
    boolean isChanged(Object entity, RelationPlace place, Object bearer) {
        AttributeChangeListener listener = listener(bearer);
        if (listener != null) {
            return isChanged(listener.getObjectChangeSet(), place.mapping());
        }
        return isThere(entity) && isChanged(compared(entity), place.root());
    }

    private static boolean isChanged(@Nullable ObjectChangeSet changes, DatabaseMapping mapping) {
        return changes != null && changes.getChangesForAttributeNamed(mapping.getAttributeName()) != null;
    }

    private @Nullable ObjectChangeSet compared(Object entity) {
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        ObjectChangePolicy policy = descriptor.getObjectChangePolicy();
        Object before = unit.getCloneMapping().get(entity);
        return policy.calculateChanges(entity, before, false, new UnitOfWorkChangeSet(unit), unit, descriptor, false);
    }

    Set<Object> dirty() {
        return chosen(unit.getCloneMapping(), this::isModified);
    }

    Set<Object> added() {
        return chosen(unit.getNewObjectsCloneToOriginal(), entity -> true);
    }

    Set<Object> deleted() {
        return chosen(unit.getDeletedObjects(), entity -> true);
    }

    private static Set<Object> chosen(Map<?, ?> entities, Predicate<Object> wanted) {
        Set<Object> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object entity : entities.keySet()) {
            if (wanted.test(entity)) {
                chosen.add(entity);
            }
        }
        return Collections.unmodifiableSet(chosen);
    }

    /** Its key is all that is known of it then; reading anything else reads all. */
    void expire(Object entity) {
        if (!isThere(entity) || unit.isCloneNewObject(entity)) {
            throw absent(entity);
        }
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        FetchGroupManager manager = descriptor.getFetchGroupManager();
        if (manager == null) {
            throw new OrmException(
                    OrmError.NOT_WOVEN,
                    descriptor.getJavaClassName()
                            + " is woven without fetch groups, by which entities expire; refresh it");
        }
        descriptor.getObjectChangePolicy().clearChanges(entity, unit, descriptor, true);
        manager.setObjectFetchGroup(entity, manager.getIdEntityFetchGroup(), unit);
    }

    private static OrmException absent(Object entity) {
        return new OrmException(
                OrmError.NOT_IN_SESSION,
                "an entity of " + entity.getClass().getName() + " is not in the session; add, merge or read it");
    }

    History history(Object entity, String attribute) {
        if (!isThere(entity)) {
            throw absent(entity);
        }
        DatabaseMapping mapping = unit.getDescriptor(entity).getObjectBuilder().getMappingForAttributeName(attribute);
        if (mapping == null) {
            throw new OrmException(
                    OrmError.ATTRIBUTE_UNKNOWN,
                    "\"" + attribute + "\" is no attribute of "
                            + entity.getClass().getName());
        }
        Object after = loaded(mapping, entity);
        ChangeRecord change = change(entity, attribute);
        return new History(change == null ? after : change.getOldValue(), after);
    }

    /** The value of an attribute; null while it is not loaded. */
    private @Nullable Object loaded(DatabaseMapping mapping, Object entity) {
        if (mapping instanceof ForeignReferenceMapping relation && !relation.isAttributeValueInstantiated(entity)) {
            return null;
        }
        return mapping.getRealAttributeValueFromObject(entity, unit);
    }

    /** What was changed in an entity; none if nothing was. */
    @Nullable
    ObjectChangeSet changes(Object entity) {
        AttributeChangeListener listener = listener(entity);
        if (listener == null) {
            return compared(entity);
        }
        return listener.hasChanges() ? listener.getObjectChangeSet() : null;
    }

    private @Nullable ChangeRecord change(Object entity, String attribute) {
        ObjectChangeSet changes = changes(entity);
        return changes == null ? null : changes.getChangesForAttributeNamed(attribute);
    }
}
