// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What a server has for work on other threads, over an executor of Java's, which hands nothing on. */
final class ServerThreads {
    private ServerThreads() {}

    /** To be shut down. */
    static ManagedScheduledExecutorService start() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
        ContextService context = proxy(ContextService.class, (self, method, task) -> task[0]);
        return proxy(ManagedScheduledExecutorService.class, (self, method, arguments) -> switch (method.getName()) {
            case "newIncompleteFuture" -> new CompletableFuture<Object>();
            case "getContextService" -> context;
            default -> call(executor, method, arguments);
        });
    }

    private static Object call(ScheduledExecutorService executor, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(executor, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ServerThreads.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
