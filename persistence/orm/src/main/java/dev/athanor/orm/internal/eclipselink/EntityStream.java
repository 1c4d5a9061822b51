// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * The entities of an open cursor, read so many at once as travel together. When these were given, those that the stream
 * itself brought into the unit of work leave it, unless they were changed: so that a stream of any length fits into
 * memory.
 */
final class EntityStream<E> extends Spliterators.AbstractSpliterator<E> {
    private final EntityReading.Rows rows;
    private final Class<E> type;
    private final UnitOfWorkImpl unit;
    private final States states;
    private final int fetchSize;
    private final Consumer<List<E>> loading;
    private final List<E> partition = new ArrayList<>();
    /** What was not there before this partition: its entities, and those that were loaded with them. */
    private Set<Object> come = Set.of();

    private int next;
    private boolean more = true;

    EntityStream(
            EntityReading.Rows rows, Class<E> type, UnitOfWorkImpl unit, int fetchSize, Consumer<List<E>> loading) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.rows = rows;
        this.type = type;
        this.unit = unit;
        this.states = new States(unit);
        this.fetchSize = fetchSize;
        this.loading = loading;
    }

    Stream<E> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }

    private void close() {
        leave();
        rows.close();
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        if (next == partition.size() && !readMore()) {
            return false;
        }
        action.accept(partition.get(next));
        next++;
        return true;
    }

    private boolean readMore() {
        leave();
        if (more) {
            Set<Object> before = there();
            more = rows.next(fetchSize, (entity, values) -> partition.add(type.cast(entity)));
            loading.accept(partition);
            come = there();
            come.removeAll(before);
        }
        return !partition.isEmpty();
    }

    private Set<Object> there() {
        Set<Object> there = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object entity : unit.getCloneMapping().keySet()) {
            there.add(entity);
        }
        return there;
    }

    private void leave() {
        leaving().filter(this::isAsRead).forEach(entity -> unit.unregisterObject(entity, 0, true));
        come = Set.of();
        partition.clear();
        next = 0;
    }

    /** What was loaded with the entities stays where anything was changed: it may lead there by now. */
    private Stream<?> leaving() {
        return there().stream().allMatch(this::isAsRead)
                ? come.stream()
                : partition.stream().filter(come::contains);
    }

    private boolean isAsRead(Object entity) {
        return states.of(entity) == EntityState.PERSISTENT && !states.isModified(entity);
    }
}
