// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.persistence.config.ReferenceMode;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a unit of work, with the copies that it keeps of them, in the place of EclipseLink's own map: it
 * tells which of them come and go, so that a block within a transaction need not copy them all; and where nothing is to
 * be written, it has a commit look at none. Relies on EclipseLink putting in and removing single entities, on it making
 * another map when all are cleared, and on it cloning the map only to look for changes; NestedStatesTest and
 * RegisteredTest would notice. Holds entities strongly even where a unit of work would not.
 */
@SuppressWarnings("IdentityHashMapUsage") // it is EclipseLink's
final class Registered extends IdentityHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    private static final Hidden<Map<Object, Object>> FIELD = Hidden.of(UnitOfWorkImpl.class, "cloneMapping");
    private static final Hidden<ReferenceMode> REFERENCES = Hidden.of(UnitOfWorkImpl.class, "referenceMode");

    private final transient RepeatableWriteUnitOfWork unit;
    private final transient MappedUnit mapped;
    private transient @Nullable Movements movements;

    private Registered(Map<Object, Object> entities, RepeatableWriteUnitOfWork unit, MappedUnit mapped) {
        super(entities);
        this.unit = unit;
        this.mapped = mapped;
    }

    /** Those of a unit of work. */
    @SuppressWarnings("unchecked") // it has entities and their copies
    static Registered of(RepeatableWriteUnitOfWork unit, MappedUnit mapped) {
        Map<Object, Object> there = unit.getCloneMapping();
        if (there instanceof Registered ours) {
            return ours;
        }
        Registered ours = new Registered(there, unit, mapped);
        FIELD.set(unit, ours);
        REFERENCES.set(unit, ReferenceMode.HARD); // by which EclipseLink knows its map
        return ours;
    }

    /** Lets a unit of work have such entities, unless it is to hold them weakly. */
    static void install(RepeatableWriteUnitOfWork unit, MappedUnit mapped) {
        ReferenceMode mode = unit.getReferenceMode();
        if (mode == null || mode == ReferenceMode.HARD) {
            of(unit, mapped);
        }
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

    /** Those to look for changes among, as EclipseLink does when it flushes and commits: none, if there are none. */
    @Override
    public Object clone() {
        if (!Pending.in(unit, mapped)) {
            return new IdentityHashMap<>(0);
        }
        Registered copy = (Registered) super.clone();
        copy.movements = null;
        return copy;
    }
}
