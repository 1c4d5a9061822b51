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
    private static final Object STEPS = new Object();

    private OwnScope() {}

    /** Does something in a scope with these values. Afterwards the thread is in the scope in which it was before. */
    public static <T> T run(Map<String, Object> values, Scope.ScopedRunnerWithReturn<T> work) throws Exception {
        Scope before = Scope.getCurrentScope();
        Scope.setScopeManager(new ForEachThread());
        try {
            return Scope.child(values, work);
        } finally {
            ForEachThread own = new ForEachThread();
            own.setCurrentScope(before);
            Scope.setScopeManager(own);
        }
    }

    /**
     * A command with steps of its own. By itself Liquibase keeps one object of each step for all threads and databases,
     * and in it whether there is a lock to be released.
     */
    public static CommandScope command(String... name) throws LiquibaseException {
        synchronized (STEPS) {
            Scope.getCurrentScope().getSingleton(CommandFactory.class).resetCommandDefinitions();
            return new CommandScope(name);
        }
    }

    /** Threads that inherit it begin with a scope of their own, too. */
    private static final class ForEachThread extends ScopeManager {
        @SuppressWarnings("ThreadLocalUsage") // a run has its own
        private final ThreadLocal<Scope> current = new ThreadLocal<>();

        @Override
        public @Nullable Scope getCurrentScope() {
            return current.get();
        }

        @Override
        protected void setCurrentScope(Scope scope) {
            current.set(scope);
        }

        @Override
        protected Scope init(Scope scope) {
            return scope;
        }
    }
}
