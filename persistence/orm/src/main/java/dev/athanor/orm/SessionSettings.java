// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.ArrayList;
import java.util.List;
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
    private static final SessionSettings STANDARD = new SessionSettings(List.of(), Optional.empty());

    private final List<EntityFilter> filters;
    private final Optional<byte[]> cursorKey;

    private SessionSettings(List<EntityFilter> filters, Optional<byte[]> cursorKey) {
        this.filters = filters;
        this.cursorKey = cursorKey;
    }

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }

    /** With these filters, in addition to those before. */
    public SessionSettings filters(EntityFilter... more) {
        List<EntityFilter> all = new ArrayList<>(filters);
        all.addAll(List.of(more));
        return new SessionSettings(List.copyOf(all), cursorKey);
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
        return new SessionSettings(filters, Optional.of(secret.clone()));
    }

    /** The secret that seals cursors, if there is one. */
    public Optional<byte[]> cursorKey() {
        return cursorKey.map(byte[]::clone);
    }
}
