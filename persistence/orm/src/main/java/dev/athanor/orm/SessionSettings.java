// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

/**
 * What sessions do beside reading and writing. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionFactory.of(entityManagerFactory, SessionSettings.standard())
 * }</pre>
 */
public final class SessionSettings {
    private static final SessionSettings STANDARD = new SessionSettings();

    private SessionSettings() {}

    /** What sessions do if nothing else is said. */
    public static SessionSettings standard() {
        return STANDARD;
    }
}
