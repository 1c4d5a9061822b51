// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.SessionSettings;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * What a unit of work carries for the sessions over it, and for what its entities load later. For one thread at a time.
 */
final class SessionContext {
    private static final String PROPERTY = SessionContext.class.getName();

    private final MappedUnit mapped;
    private final SessionSettings settings;
    private boolean autoflush = true;

    private SessionContext(MappedUnit mapped, SessionSettings settings) {
        this.mapped = mapped;
        this.settings = settings;
    }

    /** Lets a unit of work carry it, unless a session has before. */
    static SessionContext attach(UnitOfWorkImpl unit, Supplier<MappedUnit> mapped, SessionSettings settings) {
        if (unit.getProperty(PROPERTY) instanceof SessionContext there) {
            return there;
        }
        SessionContext context = new SessionContext(mapped.get(), settings);
        unit.setProperty(PROPERTY, context);
        RollbackOnly.afterFailures(unit);
        return context;
    }

    /** That of a unit of work that a session works with. */
    static SessionContext of(UnitOfWorkImpl unit) {
        return (SessionContext) Objects.requireNonNull(unit.getProperty(PROPERTY), "no session has used this unit");
    }

    MappedUnit mapped() {
        return mapped;
    }

    SessionSettings settings() {
        return settings;
    }

    /** Whether statements flush before they read. */
    boolean autoflush() {
        return autoflush;
    }

    /** Does something whose statements do not flush before they read. */
    <T> T noAutoflush(Supplier<T> work) {
        boolean before = autoflush;
        autoflush = false;
        try {
            return work.get();
        } finally {
            autoflush = before;
        }
    }
}
