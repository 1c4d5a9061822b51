// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.event.AttributeChange;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.SessionEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells which entities a flush writes. First those that are known before changes are looked for, so that what listeners
 * change is found; then those that are found with them, by cascades. Relies on EclipseLink telling the changes that it
 * has found before it writes any; EntityEventTest would notice. For one thread at a time.
 */
final class EntityEvents {
    /** How often listeners may make others known by what they do. */
    private static final int MOST_ROUNDS = 10;

    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<SessionEvent> after = new ArrayList<>();

    EntityEvents(UnitOfWorkImpl unit, MappedUnit mapped) {
        this.unit = unit;
        this.mapped = mapped;
    }

    /** A flush begins. */
    void before(Consumer<SessionEvent> sink, EventScope scope) {
        forget();
        int round = 0;
        while (round < MOST_ROUNDS && tellKnown(sink, scope)) {
            round++;
        }
    }

    private boolean tellKnown(Consumer<SessionEvent> sink, EventScope scope) {
        States states = new States(unit);
        int before = told.size();
        states.added().forEach(entity -> inserting(entity, sink, scope));
        states.dirty().forEach(entity -> updating(entity, changed(states.changes(entity), entity), sink, scope));
        states.deleted().forEach(entity -> deleting(entity, sink, scope));
        return told.size() > before;
    }

    /** Changes are found, and nothing is written yet. */
    void calculated(UnitOfWorkChangeSet changes, Consumer<SessionEvent> sink, EventScope scope) {
        for (ObjectChangeSet change : List.copyOf(changes.getAllChangeSets().keySet())) {
            Object entity = change.getUnitOfWorkClone();
            if (entity != null && !change.isAggregate() && !unit.isObjectDeleted(entity)) {
                calculated(change, entity, sink, scope);
            }
        }
        for (Object entity : new States(unit).deleted()) {
            deleting(entity, sink, scope);
            after.add(new EntityEvent.AfterDelete(scope, entity, key(entity), gone(entity)));
        }
    }

    private void calculated(ObjectChangeSet change, Object entity, Consumer<SessionEvent> sink, EventScope scope) {
        if (change.isNew()) {
            inserting(entity, sink, scope);
            after.add(new EntityEvent.AfterInsert(scope, entity, key(entity), fresh(entity)));
        } else if (change.hasChanges()) {
            updating(entity, changed(change, entity), sink, scope);
            after.add(new EntityEvent.AfterUpdate(scope, entity, key(entity), changed(change, entity)));
        }
    }

    /** All is written. */
    void after(Consumer<SessionEvent> sink, EventScope scope) {
        List<SessionEvent> events = List.copyOf(after);
        forget();
        events.forEach(sink);
    }

    void forget() {
        told.clear();
        after.clear();
    }

    private void inserting(Object entity, Consumer<SessionEvent> sink, EventScope scope) {
        if (told.add(entity)) {
            sink.accept(new EntityEvent.BeforeInsert(scope, entity, key(entity), fresh(entity)));
        }
    }

    private void updating(Object entity, List<AttributeChange> changes, Consumer<SessionEvent> sink, EventScope scope) {
        if (told.add(entity)) {
            sink.accept(new EntityEvent.BeforeUpdate(scope, entity, key(entity), changes));
        }
    }

    private void deleting(Object entity, Consumer<SessionEvent> sink, EventScope scope) {
        if (told.add(entity)) {
            sink.accept(new EntityEvent.BeforeDelete(scope, entity, key(entity), gone(entity)));
        }
    }

    private @Nullable Object key(Object entity) {
        return unit.getId(entity);
    }

    private List<AttributeChange> changed(@Nullable ObjectChangeSet changes, Object entity) {
        List<AttributeChange> all = new ArrayList<>();
        if (changes != null) {
            for (ChangeRecord change : changes.getChanges()) {
                DatabaseMapping mapping = mapping(entity, change.getAttribute());
                all.add(new AttributeChange(
                        change.getAttribute(),
                        change.getOldValue(),
                        value(mapping, entity),
                        mapped.masked().has(mapping)));
            }
        }
        return all;
    }

    private DatabaseMapping mapping(Object entity, String attribute) {
        return unit.getDescriptor(entity).getObjectBuilder().getMappingForAttributeName(attribute);
    }

    private List<AttributeChange> fresh(Object entity) {
        List<AttributeChange> all = new ArrayList<>();
        for (DatabaseMapping mapping : unit.getDescriptor(entity).getMappings()) {
            Object value = value(mapping, entity);
            if (value != null) {
                all.add(new AttributeChange(
                        mapping.getAttributeName(), null, value, mapped.masked().has(mapping)));
            }
        }
        return all;
    }

    private List<AttributeChange> gone(Object entity) {
        return fresh(entity).stream()
                .map(change -> new AttributeChange(change.attribute(), change.after(), null, change.masked()))
                .toList();
    }

    /** The value of an attribute; none while it is not loaded. */
    private @Nullable Object value(DatabaseMapping mapping, Object entity) {
        if (mapping.getAttributeName() == null
                || (mapping instanceof ForeignReferenceMapping relation
                        && !relation.isAttributeValueInstantiated(entity))) {
            return null;
        }
        return mapping.getRealAttributeValueFromObject(entity, unit);
    }
}
