// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.util.Map;
import liquibase.Scope;
import liquibase.ScopeManager;
import liquibase.command.CommandFactory;
import liquibase.command.CommandScope;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * A scope of Liquibase's that has nothing from others. By itself a thread begins in the scope in which the thread was
 * that started it: with what that one was at, its connection too, and with one object of each kind for both, which the
 * end of a command makes forget what the other works with. A server's threads start one another, and may migrate two
 * databases at the same time.
 */
public final class OwnScope {
    private OwnScope() {}

    /** Does something in a scope with these values. Afterwards the thread is in the scope in which it was before. */
    public static <T> T run(Map<String, Object> values, Scope.ScopedRunnerWithReturn<T> work) throws Exception {
        Scope before = Scope.getCurrentScope();
        Scope.setScopeManager(new OfOneThread());
        try {
            return Scope.child(values, work);
        } finally {
            OfOneThread own = new OfOneThread();
            own.setCurrentScope(before);
            Scope.setScopeManager(own);
        }
    }

    /**
     * A command with steps of its own, which nobody else gets. By itself Liquibase keeps one object of each step for
     * all threads and databases, and in it whether there is a lock to be released.
     */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // of all who make such commands
    public static CommandScope command(String... name) throws LiquibaseException {
        synchronized (CommandFactory.class) {
            CommandFactory commands = Scope.getCurrentScope().getSingleton(CommandFactory.class);
            commands.resetCommandDefinitions();
            try {
                return new CommandScope(name);
            } finally {
                commands.resetCommandDefinitions();
            }
        }
    }

    /** Liquibase gives a thread that is started meanwhile the scope of this one; a run of its own leaves it. */
    private static final class OfOneThread extends ScopeManager {
        private @Nullable Scope current;

        @Override
        public @Nullable Scope getCurrentScope() {
            return current;
        }

        @Override
        protected void setCurrentScope(Scope scope) {
            current = scope;
        }

        @Override
        protected Scope init(Scope scope) {
            return scope;
        }
    }
}
