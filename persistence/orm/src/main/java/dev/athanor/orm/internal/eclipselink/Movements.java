// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which entities came into a unit of work, and which left it, since some moment. For one thread. */
final class Movements {
    private final Set<Object> joined = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> left = Collections.newSetFromMap(new IdentityHashMap<>());

    void joins(Object entity) {
        if (!left.remove(entity)) {
            joined.add(entity);
        }
    }

    void leaves(Object entity) {
        if (!joined.remove(entity)) {
            left.add(entity);
        }
    }

    /** Whether it is there now and was not at that moment. */
    boolean hasJoined(Object entity) {
        return joined.contains(entity);
    }

    /** Those that were there at that moment and are not now. */
    Set<Object> left() {
        return left;
    }

    /**
     * Tells another of an earlier moment what became of those that moved, and of all that was there: who is there now.
     */
    void tell(Movements earlier, Set<Object> there) {
        joined.stream().filter(there::contains).forEach(earlier::joins);
        left.stream().filter(entity -> !there.contains(entity)).forEach(earlier::leaves);
    }

    /** Those of a later moment happened since this one, too. */
    void add(Movements later) {
        later.joined.forEach(this::joins);
        later.left.forEach(this::leaves);
    }
}
