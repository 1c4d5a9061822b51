// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import java.util.Objects;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work carries for the sessions over it, and for what its entities load later. For one thread at a time.
 */
final class SessionContext {
    private static final String PROPERTY = SessionContext.class.getName();

    private final MappedUnit mapped;
    private final SessionSettings settings;
    private final @Nullable UnitEvents events;

    private SessionContext(MappedUnit mapped, SessionSettings settings, @Nullable UnitEvents events) {
        this.mapped = mapped;
        this.settings = settings;
        this.events = events;
    }

    /** Lets a unit of work carry it, unless a session has before. */
    static SessionContext attach(UnitOfWorkImpl unit, MappedUnit mapped, SessionSettings settings, Session session) {
        if (unit.getProperty(PROPERTY) instanceof SessionContext there) {
            return there;
        }
        SessionContext context = new SessionContext(mapped, settings, events(unit, mapped, settings, session));
        unit.setProperty(PROPERTY, context);
        return context;
    }

    private static @Nullable UnitEvents events(
            UnitOfWorkImpl unit, MappedUnit mapped, SessionSettings settings, Session session) {
        if (settings.listeners().isEmpty()) {
            return null;
        }
        UnitEvents events = new UnitEvents(unit, mapped, session, settings.listeners());
        UnitListener.install(unit, events);
        return events;
    }

    /** That of a unit of work that a session works with. */
    static SessionContext of(UnitOfWorkImpl unit) {
        return (SessionContext) Objects.requireNonNull(unit.getProperty(PROPERTY), "no session has used this unit");
    }

    /** What tells listeners of this unit of work; none if nobody listens. */
    @Nullable
    UnitEvents events() {
        return events;
    }

    MappedUnit mapped() {
        return mapped;
    }

    SessionSettings settings() {
        return settings;
    }
}
