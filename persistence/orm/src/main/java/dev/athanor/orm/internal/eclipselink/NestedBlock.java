// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A block within a transaction, from its beginning to its end: what the unit of work had noted before, and which of its
 * entities were touched since. For one thread.
 */
final class NestedBlock {
    private final RepeatableWriteUnitOfWork unit;
    private final @Nullable NestedBlock around;
    private final Remembered remembered;
    private final Registered registered;
    private final Movements movements = new Movements();
    private final @Nullable Movements before;
    private final Set<Object> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final OpenStreams.Mark streams;
    private final boolean terminates;

    NestedBlock(RepeatableWriteUnitOfWork unit, MappedUnit mapped, @Nullable NestedBlock around) {
        this.unit = unit;
        this.around = around;
        this.remembered = new Remembered(unit);
        this.registered = Registered.of(unit, mapped);
        this.before = registered.note(movements);
        this.streams = OpenStreams.of(unit).mark();
        this.terminates = Flushing.setTerminates(unit, false);
    }

    /** An entity has values that were read now. */
    void read(Object entity) {
        read.add(entity);
    }

    /** It notes nothing more. */
    void leave() {
        registered.note(before);
        Flushing.setTerminates(unit, terminates);
    }

    /** What was done in it stays: it was done in what is around it. */
    void keep() {
        leave();
        if (isCleared()) {
            return;
        }
        remembered.keep();
        if (before != null && around != null) {
            before.add(movements);
            around.read.addAll(read);
        }
    }

    /**
     * Nothing was done in it; but what it has read first stays, and what was read anew was read in what is around it.
     */
    void undo(MappedUnit mapped) {
        leave();
        registered.note(null);
        streams.endLater();
        Restoring restoring = new Restoring(unit, mapped, this);
        try {
            restoring.restore();
        } finally {
            registered.note(before);
        }
        if (before != null && around != null) {
            movements.tell(before, registered.keySet());
            around.read.addAll(restoring.reread());
        }
    }

    boolean isCleared() {
        return !registered.areOf(unit);
    }

    Remembered remembered() {
        return remembered;
    }

    Registered registered() {
        return registered;
    }

    Movements movements() {
        return movements;
    }

    /** What was read within it although it was there before. */
    Set<Object> read() {
        return read;
    }
}
