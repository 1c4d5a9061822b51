// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a unit of work, with the copies that it keeps of them, in the place of EclipseLink's own map: it
 * tells which of them come and go, so that a block within a transaction need not copy them all. Relies on EclipseLink
 * putting in and removing single entities, and on it making another map when all are cleared; NestedStatesTest would
 * notice. Holds entities strongly even where a unit of work would not.
 */
@SuppressWarnings("IdentityHashMapUsage") // it is EclipseLink's
final class Registered extends IdentityHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    private static final Hidden<Map<Object, Object>> FIELD = Hidden.of(UnitOfWorkImpl.class, "cloneMapping");

    private transient @Nullable Movements movements;

    private Registered(Map<Object, Object> entities) {
        super(entities);
    }

    /** Those of a unit of work. */
    @SuppressWarnings("unchecked") // it has entities and their copies
    static Registered of(RepeatableWriteUnitOfWork unit) {
        Map<Object, Object> there = unit.getCloneMapping();
        if (there instanceof Registered ours) {
            return ours;
        }
        Registered ours = new Registered(there);
        FIELD.set(unit, ours);
        return ours;
    }

    /** Whether the unit of work has not been cleared since. */
    boolean areOf(RepeatableWriteUnitOfWork unit) {
        return FIELD.of(unit) == this;
    }

    /** Puts them back into a unit of work that has lost them. */
    void giveTo(RepeatableWriteUnitOfWork unit) {
        FIELD.set(unit, this);
    }

    /** Notes from now on who comes and goes; gives what noted that before. */
    @Nullable
    Movements note(@Nullable Movements next) {
        Movements before = movements;
        movements = next;
        return before;
    }

    @Override
    public @Nullable Object put(Object entity, Object copy) {
        if (movements != null && !containsKey(entity)) {
            movements.joins(entity);
        }
        return super.put(entity, copy);
    }

    @Override
    public @Nullable Object remove(Object entity) {
        if (movements != null && containsKey(entity)) {
            movements.leaves(entity);
        }
        return super.remove(entity);
    }

    /** Without noting anything. */
    @Override
    public Object clone() {
        return new IdentityHashMap<>(this);
    }
}
