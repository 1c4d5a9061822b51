// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmException;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the application's beans say of transactions. Filled while the application starts. Thread-safe. */
final class TransactionRules {
    private final Map<Class<?>, AnnotatedType<?>> types = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<Method, DeclaredMethod>> known = new ConcurrentHashMap<>();

    void add(AnnotatedType<?> bean) {
        if (!bean.isAnnotationPresent(Interceptor.class)) {
            types.put(bean.getJavaClass(), bean);
        }
    }

    /** All that cannot be done. */
    List<OrmException> problems(BeanManager manager, NamedSessions sessions) {
        RuleCheck check = new RuleCheck(manager, sessions);
        return types.values().stream()
                .map(type -> new DeclaredBean(type, manager))
                .flatMap(DeclaredBean::methods)
                .flatMap(check::problems)
                .distinct()
                .sorted()
                .map(RuleCheck::refused)
                .toList();
    }

    /** What holds for a call. */
    DeclaredMethod of(InvocationContext call, BeanManager manager) {
        Class<?> type = type(call.getTarget().getClass());
        return known.computeIfAbsent(type, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(call.getMethod(), method -> bean(type, manager).method(method));
    }

    /** Without the classes that containers derive from a bean's. */
    private Class<?> type(Class<?> target) {
        for (Class<?> type = target; type != null; type = type.getSuperclass()) {
            if (types.containsKey(type)) {
                return type;
            }
        }
        return target;
    }

    private DeclaredBean bean(Class<?> type, BeanManager manager) {
        AnnotatedType<?> found = types.get(type);
        return new DeclaredBean(found == null ? manager.createAnnotatedType(type) : found, manager);
    }
}
