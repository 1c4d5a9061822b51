// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SessionEvent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fires events of sessions as events of CDI: only those that the application observes, so that others cost nothing.
 * Filled while the application starts. Thread-safe.
 */
final class ObservedEvents {
    private final Set<Class<? extends SessionEvent>> kinds = ConcurrentHashMap.newKeySet();

    void addIfFitting(ObserverMethod<?> observer) {
        if (!observer.isAsync()
                && observer.getObservedType() instanceof Class<?> type
                && SessionEvent.class.isAssignableFrom(type)) {
            kinds.add(type.asSubclass(SessionEvent.class));
        }
    }

    /** What lets sessions tell observers. */
    Instrument firedBy(BeanManager manager) {
        return listeners -> {
            Listeners all = listeners;
            for (Class<? extends SessionEvent> kind : kinds) {
                if (isWidest(kind)) {
                    all = all.on(kind, event -> manager.getEvent().fire(event));
                }
            }
            return all;
        };
    }

    /** Each event is fired once: CDI itself gives it to observers of what it is more widely. */
    private boolean isWidest(Class<? extends SessionEvent> kind) {
        return kinds.stream().noneMatch(other -> other != kind && other.isAssignableFrom(kind));
    }
}
