// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who is told what happens in sessions. Each step gives new ones. Immutable, and thread-safe if the listeners are.
 *
 * <pre>{@code
 * Listeners.none().on(EntityEvent.AfterUpdate.class, event -> audit(event.entity(), event.changes()))
 * }</pre>
 */
public final class Listeners {
    private static final Listeners NONE = new Listeners(List.of(), Listeners::log);

    private final List<Registered<?>> registered;
    private final ListenerFailure failures;

    private Listeners(List<Registered<?>> registered, ListenerFailure failures) {
        this.registered = registered;
        this.failures = failures;
    }

    /** Nobody. */
    public static Listeners none() {
        return NONE;
    }

    /** These, and one for events of a kind. */
    public <E extends SessionEvent> Listeners on(Class<E> kind, SessionListener<? super E> listener) {
        List<Registered<?>> all = new ArrayList<>(registered);
        all.add(new Registered<>(kind, listener));
        return new Listeners(List.copyOf(all), failures);
    }

    /** These, and those of an instrument. */
    public Listeners with(Instrument instrument) {
        return instrument.addTo(this);
    }

    /**
     * The same, where what a listener throws that comes too late to undo anything is reported to another than the log.
     */
    public Listeners reporting(ListenerFailure to) {
        return new Listeners(registered, Objects.requireNonNull(to, "to"));
    }

    /** Whether nobody listens. */
    public boolean isEmpty() {
        return registered.isEmpty();
    }

    /** Whether anybody is told of events of a kind, or of some of them. */
    public boolean hear(Class<? extends SessionEvent> kind) {
        for (Registered<?> one : registered) {
            if (one.kind.isAssignableFrom(kind) || kind.isAssignableFrom(one.kind)) {
                return true;
            }
        }
        return false;
    }

    /** Tells it to all who want to know; what one throws leaves here only if it can still be refused. */
    public void tell(SessionEvent event) {
        for (Registered<?> one : registered) {
            one.tell(event, failures);
        }
    }

    private static void log(SessionEvent event, RuntimeException failure) {
        Logger log = System.getLogger(Listeners.class.getName());
        log.log(
                Level.ERROR,
                "a listener failed after the fact, at " + event.getClass().getSimpleName(),
                failure);
    }

    private static OrmException refusal(SessionEvent event, RuntimeException failure) {
        return failure instanceof OrmException own
                ? own
                : new OrmException(
                        OrmError.EVENT_REFUSED,
                        "a listener refused " + event.getClass().getSimpleName() + ": " + failure.getMessage(),
                        failure);
    }

    private record Registered<E extends SessionEvent>(Class<E> kind, SessionListener<? super E> listener) {
        Registered {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(listener, "listener");
        }

        void tell(SessionEvent event, ListenerFailure failures) {
            if (!kind.isInstance(event)) {
                return;
            }
            try {
                listener.on(kind.cast(event));
            } catch (RuntimeException e) {
                if (event.isRefusable()) {
                    throw refusal(event, e);
                }
                failures.report(event, e);
            }
        }
    }
}
