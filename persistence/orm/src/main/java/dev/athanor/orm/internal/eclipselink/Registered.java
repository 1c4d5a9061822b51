// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.eclipse.persistence.config.ReferenceMode;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a unit of work, with the copies that it keeps of them, in the place of EclipseLink's own map: it
 * tells which of them come and go, so that a block within a transaction need not copy them all; and it has a commit
 * look only at those that are to be written. Those that are read it only lists until it is asked for one of them: a
 * hash of each would take longer than all else that is done for it here. Relies on EclipseLink putting in and removing
 * single entities, on it making another map when all are cleared, and on it cloning the map only to look for changes;
 * NestedStatesTest and RegisteredTest would notice. Holds entities strongly even where a unit of work would not.
 */
@SuppressWarnings("IdentityHashMapUsage") // it is EclipseLink's
final class Registered extends IdentityHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    private static final Hidden<Map<Object, Object>> FIELD = Hidden.of(UnitOfWorkImpl.class, "cloneMapping");
    private static final Hidden<ReferenceMode> REFERENCES = Hidden.of(UnitOfWorkImpl.class, "referenceMode");

    private final transient RepeatableWriteUnitOfWork unit;
    private final transient MappedUnit mapped;
    private transient @Nullable Movements movements;

    /** Whether there were entities before, of which some may be compared. */
    private final transient boolean late;

    /** Not hashed yet: of most entities that are read, nobody asks. */
    private transient List<Object> added = new ArrayList<>();

    private Registered(Map<Object, Object> entities, RepeatableWriteUnitOfWork unit, MappedUnit mapped) {
        this.unit = unit;
        this.mapped = mapped;
        this.late = !entities.isEmpty();
        super.putAll(entities);
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
        settle();
        Movements before = movements;
        movements = next;
        return before;
    }

    /** Puts in an entity that is not there, and is its own copy. */
    void add(Object entity) {
        if (movements == null) {
            added.add(entity);
        } else {
            put(entity, entity);
        }
    }

    /** Lets those that were added be found. */
    private void settle() {
        if (!added.isEmpty()) {
            List<Object> all = added;
            added = new ArrayList<>();
            super.putAll(new Own(all));
        }
    }

    @Override
    public @Nullable Object put(Object entity, Object copy) {
        settle();
        if (movements != null && !containsKey(entity)) {
            movements.joins(entity);
        }
        return super.put(entity, copy);
    }

    @Override
    public @Nullable Object remove(Object entity) {
        settle();
        if (movements != null && containsKey(entity)) {
            movements.leaves(entity);
        }
        return super.remove(entity);
    }

    /**
     * Those to look for changes among, as EclipseLink does when it flushes and commits: it would look at each entity,
     * and note of each that has not changed that it did.
     */
    @Override
    public Object clone() {
        if (late || Pending.isAnyCompared(unit, mapped)) {
            return Pending.in(unit, mapped) ? copy() : new IdentityHashMap<>(0);
        }
        Map<Object, Object> changed = Pending.noted(unit);
        changed.keySet().removeIf(entity -> !containsKey(entity)); // what is embedded, found later, or sent away
        return changed;
    }

    private Registered copy() {
        settle();
        Registered copy = (Registered) super.clone();
        copy.added = new ArrayList<>();
        copy.movements = null;
        return copy;
    }

    @Override
    public int size() {
        return super.size() + added.size();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public @Nullable Object get(Object entity) {
        settle();
        return super.get(entity);
    }

    @Override
    public boolean containsKey(Object entity) {
        settle();
        return super.containsKey(entity);
    }

    @Override
    public boolean containsValue(Object copy) {
        settle();
        return super.containsValue(copy);
    }

    @Override
    public void putAll(Map<?, ?> entities) {
        settle();
        super.putAll(entities);
    }

    @Override
    public boolean remove(Object entity, Object copy) {
        settle();
        return super.remove(entity, copy);
    }

    @Override
    public boolean replace(Object entity, Object before, Object after) {
        settle();
        return super.replace(entity, before, after);
    }

    @Override
    public void clear() {
        added.clear();
        super.clear();
    }

    @Override
    public Set<Object> keySet() {
        settle();
        return super.keySet();
    }

    @Override
    public Collection<Object> values() {
        settle();
        return super.values();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        settle();
        return super.entrySet();
    }

    @Override
    public void forEach(BiConsumer<? super Object, ? super Object> action) {
        settle();
        super.forEach(action);
    }

    @Override
    public void replaceAll(BiFunction<? super Object, ? super Object, ?> function) {
        settle();
        super.replaceAll(function);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        settle();
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        settle();
        return super.hashCode();
    }

    /** Entities that are their own copies. */
    private static final class Own extends AbstractMap<Object, Object> {
        private final List<Object> entities;

        Own(List<Object> entities) {
            this.entities = entities;
        }

        @Override
        public int size() {
            return entities.size();
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return entities.size();
                }

                @Override
                public Iterator<Map.Entry<Object, Object>> iterator() {
                    return entities.stream()
                            .map(entity -> Map.entry(entity, entity))
                            .iterator();
                }
            };
        }
    }
}
