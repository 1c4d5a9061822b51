// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.invalidation.NoExpiryCacheInvalidationPolicy;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.identitymaps.UnitOfWorkIdentityMap;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.IdentityMapAccessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a unit of work by their keys, without the lock, the counters and the date that EclipseLink has for
 * each: they are made when it asks for them. Relies on all that it does with them going by the map of the class above;
 * HydrationTest would notice. For one thread.
 */
final class LeanIdentityMap extends UnitOfWorkIdentityMap {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 32;

    private final transient KeyTable<Object> held = new KeyTable<>();

    @SuppressWarnings("this-escape") // the map of the class above is a view of this one's
    private LeanIdentityMap(ClassDescriptor descriptor, AbstractSession session) {
        super(SIZE, descriptor, session, true);
        setCacheKeys(new Keys());
    }

    /** Lets a unit of work have such maps, unless it has others already. */
    static void install(UnitOfWorkImpl unit) {
        IdentityMapAccessor accessor = unit.getIdentityMapAccessorInstance();
        IdentityMapManager present = accessor.getIdentityMapManager();
        if (present.getClass() == IdentityMapManager.class
                && !present.getIdentityMapClasses().hasNext()) {
            accessor.setIdentityMapManager(new Maps(unit));
        }
    }

    /** The entity of a key. */
    @Nullable
    Object entity(Object key) {
        Object found = held.get(key);
        return found instanceof CacheKey registered ? registered.getObject() : found;
    }

    /** Holds an entity that it does not have. */
    void hold(Object key, Object entity) {
        held.add(key, entity);
    }

    /** For a unit of work that is to go on with what it has if its commit fails. */
    @Override
    public Object clone() {
        LeanIdentityMap copy = new LeanIdentityMap(getDescriptor(), session);
        held.forEach((key, there) -> copy.held.put(key, there instanceof CacheKey known ? known.clone() : there));
        return copy;
    }

    private CacheKey registered(Object key, Object entity) {
        CacheKey made = createCacheKey(key, entity, null, 0);
        made.setOwningMap(this);
        return made;
    }

    /** All keys of EclipseLink's, made when they are asked for. */
    private final class Keys extends AbstractMap<Object, CacheKey> {
        @Override
        public @Nullable CacheKey get(Object key) {
            Object found = held.get(key);
            if (found == null || found instanceof CacheKey) {
                return (CacheKey) found;
            }
            CacheKey made = registered(key, found);
            held.put(key, made);
            return made;
        }

        @Override
        public @Nullable CacheKey put(Object key, CacheKey value) {
            CacheKey before = get(key);
            held.put(key, value);
            return before;
        }

        @Override
        public @Nullable CacheKey remove(Object key) {
            CacheKey before = get(key);
            held.remove(key);
            return before;
        }

        @Override
        public boolean containsKey(Object key) {
            return held.get(key) != null;
        }

        @Override
        public void clear() {
            held.clear();
        }

        @Override
        public Set<Map.Entry<Object, CacheKey>> entrySet() {
            return new Entries(this);
        }
    }

    /** They, as they are iterated. */
    private final class Entries extends AbstractSet<Map.Entry<Object, CacheKey>> {
        private final Map<Object, CacheKey> keys;

        Entries(Map<Object, CacheKey> keys) {
            this.keys = keys;
        }

        @Override
        public int size() {
            return held.size();
        }

        @Override
        public Iterator<Map.Entry<Object, CacheKey>> iterator() {
            Iterator<Object> all = held.keys();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Map.Entry<Object, CacheKey> next() {
                    Object key = all.next();
                    return Map.entry(key, Objects.requireNonNull(keys.get(key), "a key that was taken out meanwhile"));
                }

                @Override
                public void remove() {
                    all.remove();
                }
            };
        }
    }

    private static final class Maps extends IdentityMapManager {
        private static final long serialVersionUID = 1L;

        Maps(UnitOfWorkImpl unit) {
            super(unit);
        }

        @Override
        public IdentityMap buildNewIdentityMap(ClassDescriptor descriptor) {
            IdentityMap usual = super.buildNewIdentityMap(descriptor);
            return usual.getClass() == UnitOfWorkIdentityMap.class && neverExpires(descriptor)
                    ? new LeanIdentityMap(descriptor, session)
                    : usual;
        }

        /** What does, has the time when it was read. */
        private static boolean neverExpires(ClassDescriptor descriptor) {
            return descriptor.getCacheInvalidationPolicy().getClass() == NoExpiryCacheInvalidationPolicy.class;
        }
    }
}
