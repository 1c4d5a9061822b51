// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.SessionSettings;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * What a unit of work carries for the sessions over it, and for what its entities load later. For one thread at a time.
 */
final class SessionContext {
    private static final String PROPERTY = SessionContext.class.getName();

    private final MappedUnit mapped;
    private final SessionSettings settings;

    private SessionContext(MappedUnit mapped, SessionSettings settings) {
        this.mapped = mapped;
        this.settings = settings;
    }

    /** Lets a unit of work carry it, unless a session has before. */
    static SessionContext attach(UnitOfWorkImpl unit, MappedUnit mapped, SessionSettings settings) {
        if (unit.getProperty(PROPERTY) instanceof SessionContext there) {
            return there;
        }
        SessionContext context = new SessionContext(mapped, settings);
        unit.setProperty(PROPERTY, context);
        return context;
    }

    /** That of a unit of work that a session works with. */
    static SessionContext of(UnitOfWorkImpl unit) {
        return (SessionContext) Objects.requireNonNull(unit.getProperty(PROPERTY), "no session has used this unit");
    }

    /** That of a unit of work, if a session works with it. */
    static Optional<SessionContext> find(UnitOfWorkImpl unit) {
        return Optional.ofNullable((SessionContext) unit.getProperty(PROPERTY));
    }

    MappedUnit mapped() {
        return mapped;
    }

    SessionSettings settings() {
        return settings;
    }
}
