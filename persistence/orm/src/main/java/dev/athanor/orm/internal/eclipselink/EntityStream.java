// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * The entities of an open cursor. When so many as travel at once were given, those of them that the stream itself
 * brought into the unit of work leave it, unless they were changed: so that a stream of any length fits into memory.
 */
final class EntityStream<E> extends Spliterators.AbstractSpliterator<E> {
    private final EntityReading.Rows rows;
    private final Class<E> type;
    private final UnitOfWorkImpl unit;
    private final States states;
    private final int partition;
    private final List<Object> brought = new ArrayList<>();
    private int given;

    EntityStream(EntityReading.Rows rows, Class<E> type, UnitOfWorkImpl unit, int partition) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.rows = rows;
        this.type = type;
        this.unit = unit;
        this.states = new States(unit);
        this.partition = partition;
    }

    Stream<E> stream() {
        return StreamSupport.stream(this, false).onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        if (given == partition) {
            leave();
        }
        given++;
        int before = unit.getCloneMapping().size();
        List<E> next = new ArrayList<>(1);
        boolean more = rows.next((entity, record, row) -> next.add(type.cast(entity)));
        if (more && unit.getCloneMapping().size() > before) {
            brought.add(next.get(0));
        }
        next.forEach(action);
        return more;
    }

    private void leave() {
        for (Object entity : brought) {
            if (!states.isModified(entity) && !unit.isObjectDeleted(entity)) {
                unit.unregisterObject(entity, 0, true);
            }
        }
        brought.clear();
        given = 0;
    }
}
