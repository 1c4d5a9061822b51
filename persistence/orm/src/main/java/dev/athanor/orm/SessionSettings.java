// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.audit.Auditing;
import java.util.Objects;

/**
 * What sessions do beside reading and writing. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionFactory.of(entityManagerFactory, SessionSettings.standard())
 * }</pre>
 */
public final class SessionSettings {
    private static final SessionSettings STANDARD = new SessionSettings(Auditing.anonymous());

    private final Auditing auditing;

    private SessionSettings(Auditing auditing) {
        this.auditing = auditing;
    }

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }

    /** The same, where this says who changes what, and when. */
    public SessionSettings auditing(Auditing other) {
        return new SessionSettings(Objects.requireNonNull(other, "auditing"));
    }

    /** Who changes what, and when. */
    public Auditing auditing() {
        return auditing;
    }
}
