// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.Objects;

/**
 * What sessions do beside reading and writing. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionFactory.of(entityManagerFactory, SessionSettings.standard())
 * }</pre>
 */
public final class SessionSettings {
    private static final SessionSettings STANDARD = new SessionSettings(Synchronize.FETCH);

    private final Synchronize synchronize;

    private SessionSettings(Synchronize synchronize) {
        this.synchronize = synchronize;
    }

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }

    /** How entities learn of what statements write, if these do not say otherwise. */
    public SessionSettings synchronize(Synchronize how) {
        return new SessionSettings(Objects.requireNonNull(how, "how"));
    }

    /** How entities learn of what statements write. */
    public Synchronize synchronize() {
        return synchronize;
    }
}
