// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What sessions do beside reading and writing. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionFactory.of(entityManagerFactory, SessionSettings.standard().filters(living))
 * }</pre>
 */
public final class SessionSettings {
    private static final int LEAST_KEY = 16;
    private static final SessionSettings STANDARD = new SessionSettings(
            Listeners.none(), Optional.empty(), Synchronize.FETCH, List.of(), Optional.empty(), TimeLimits.none());

    private final Listeners listeners;
    private final Optional<Auditing> auditing;
    private final Synchronize synchronize;
    private final List<EntityFilter> filters;
    private final Optional<byte[]> cursorKey;
    private final TimeLimits limits;

    private SessionSettings(
            Listeners listeners,
            Optional<Auditing> auditing,
            Synchronize synchronize,
            List<EntityFilter> filters,
            Optional<byte[]> cursorKey,
            TimeLimits limits) {
        this.listeners = listeners;
        this.auditing = auditing;
        this.synchronize = synchronize;
        this.filters = filters;
        this.cursorKey = cursorKey;
        this.limits = limits;
    }

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }

    /** How entities learn of what statements write, if these do not say otherwise. */
    public SessionSettings synchronize(Synchronize how) {
        return new SessionSettings(listeners, auditing, Objects.requireNonNull(how, "how"), filters, cursorKey, limits);
    }

    /** How entities learn of what statements write. */
    public Synchronize synchronize() {
        return synchronize;
    }

    /** The same, where this says who changes what, and when. */
    public SessionSettings auditing(Auditing other) {
        return new SessionSettings(listeners, Optional.of(other), synchronize, filters, cursorKey, limits);
    }

    /** The same, where this says who changes what, and when, unless these say so already. */
    public SessionSettings auditingByDefault(Auditing other) {
        return auditing.isPresent() ? this : auditing(other);
    }

    /** Who changes what, and when. */
    public Auditing auditing() {
        return auditing.orElseGet(Auditing::anonymous);
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
        return new SessionSettings(
                Objects.requireNonNull(others, "others"), auditing, synchronize, filters, cursorKey, limits);
    }

    /** Who is told what happens in sessions. */
    public Listeners listeners() {
        return listeners;
    }

    /** With these filters, in addition to those before. */
    public SessionSettings filters(EntityFilter... more) {
        List<EntityFilter> all = new ArrayList<>(filters);
        all.addAll(List.of(more));
        return new SessionSettings(listeners, auditing, synchronize, List.copyOf(all), cursorKey, limits);
    }

    /** The filters of all sessions. */
    public List<EntityFilter> filters() {
        return filters;
    }

    /**
     * With a secret that seals the cursors of pages: the same for all servers that are to know each other's, of 16
     * bytes at least. Without one, cursors are known to the persistence unit that made them, until it stops.
     */
    public SessionSettings cursorKey(byte[] secret) {
        if (secret.length < LEAST_KEY) {
            throw new IllegalArgumentException("a key for cursors has " + LEAST_KEY + " bytes at least");
        }
        return new SessionSettings(listeners, auditing, synchronize, filters, Optional.of(secret.clone()), limits);
    }

    /** With these limits, in the place of those before. */
    public SessionSettings limits(TimeLimits others) {
        return new SessionSettings(
                listeners, auditing, synchronize, filters, cursorKey, Objects.requireNonNull(others, "others"));
    }

    /** How long statements and transactions may take. */
    public TimeLimits limits() {
        return limits;
    }

    /** The secret that seals cursors, if there is one. */
    public Optional<byte[]> cursorKey() {
        return cursorKey.map(byte[]::clone);
    }
}
