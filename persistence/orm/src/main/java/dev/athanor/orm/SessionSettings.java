// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.audit.Auditing;
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
    private static final SessionSettings STANDARD =
            new SessionSettings(Listeners.none(), Auditing.anonymous(), Synchronize.FETCH);

    private final Listeners listeners;
    private final Auditing auditing;
    private final Synchronize synchronize;

    private SessionSettings(Listeners listeners, Auditing auditing, Synchronize synchronize) {
        this.listeners = listeners;
        this.auditing = auditing;
        this.synchronize = synchronize;
    }

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }

    /** How entities learn of what statements write, if these do not say otherwise. */
    public SessionSettings synchronize(Synchronize how) {
        return new SessionSettings(listeners, auditing, Objects.requireNonNull(how, "how"));
    }

    /** How entities learn of what statements write. */
    public Synchronize synchronize() {
        return synchronize;
    }

    /** The same, where this says who changes what, and when. */
    public SessionSettings auditing(Auditing other) {
        return new SessionSettings(listeners, Objects.requireNonNull(other, "auditing"), synchronize);
    }

    /** Who changes what, and when. */
    public Auditing auditing() {
        return auditing;
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
        return new SessionSettings(Objects.requireNonNull(others, "others"), auditing, synchronize);
    }

    /** Who is told what happens in sessions. */
    public Listeners listeners() {
        return listeners;
    }
}
