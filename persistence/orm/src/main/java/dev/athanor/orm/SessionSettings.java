// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.SessionListener;
import java.util.Objects;

/**
 * What sessions do beside reading and writing. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionFactory.of(entityManagerFactory, SessionSettings.standard())
 * }</pre>
 */
public final class SessionSettings {
    private static final SessionSettings STANDARD = new SessionSettings(Listeners.none());

    private final Listeners listeners;

    private SessionSettings(Listeners listeners) {
        this.listeners = listeners;
    }

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }

    /** The same, where a listener is told events of a kind. */
    public <E extends SessionEvent> SessionSettings on(Class<E> kind, SessionListener<? super E> listener) {
        return withListeners(listeners.on(kind, listener));
    }

    /** The same, where an instrument is told what happens. */
    public SessionSettings with(Instrument instrument) {
        return withListeners(listeners.with(instrument));
    }

    /** The same with these listeners, in the place of those that were there. */
    public SessionSettings withListeners(Listeners others) {
        return new SessionSettings(Objects.requireNonNull(others, "others"));
    }

    /** Who is told what happens in sessions. */
    public Listeners listeners() {
        return listeners;
    }
}
