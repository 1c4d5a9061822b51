// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.testing;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** The session of a test: JUnit wants it before the test's transaction begins. For one thread at a time. */
final class CurrentSession {
    private @Nullable Session current;

    Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (self, method, arguments) -> call(method, arguments));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (current == null) {
            throw new IllegalStateException("the test is over, and so is its session");
        }
        try {
            return method.invoke(current, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Runs a test in a transaction. */
    void during(SessionFactory sessions, Invocation<@Nullable Void> test) throws Throwable {
        try {
            sessions.transaction(session -> {
                current = session;
                proceed(test);
            });
        } finally {
            current = null;
        }
    }

    private static void proceed(Invocation<@Nullable Void> test) throws Exception {
        try {
            test.proceed();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a test throws exceptions or errors", e);
        }
    }
}
