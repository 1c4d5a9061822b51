// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.ConnectionEvent;
import dev.athanor.orm.event.SessionEvent;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it is told, but not of connections. */
final class Heard {
    private final List<SessionEvent> events = new ArrayList<>();

    SessionSettings settings() {
        return SessionSettings.standard().on(SessionEvent.class, this::add);
    }

    void add(SessionEvent event) {
        if (!(event instanceof ConnectionEvent)) {
            events.add(event);
        }
    }

    List<String> names() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    <E extends SessionEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <E extends SessionEvent> E one(Class<E> kind) {
        List<E> found = of(kind);
        if (found.size() != 1) {
            throw new AssertionError(kind.getSimpleName() + " among " + names());
        }
        return found.get(0);
    }

    void forget() {
        events.clear();
    }
}
