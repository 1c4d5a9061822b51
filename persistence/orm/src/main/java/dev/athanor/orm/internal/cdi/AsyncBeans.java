// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.async.AsyncSettings;
import dev.athanor.orm.internal.Once;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Lets {@link AsyncSessions} be injected, one for each set of qualifiers, where the server has managed threads. Filled
 * while the application starts.
 */
final class AsyncBeans {
    private static final String API = "jakarta.enterprise.concurrent.ManagedExecutorService";

    private final Producers<AsyncSettings> settings = new Producers<>(AsyncSettings.class);
    private final Map<Set<Annotation>, Once<AsyncSettings>> made = new ConcurrentHashMap<>();
    private final Producers<AsyncSessions> given = new Producers<>(AsyncSessions.class);

    void addIfFitting(Bean<?> bean) {
        settings.addIfFitting(bean);
        given.addIfFitting(bean);
    }

    /** Those that the application gives itself. */
    Producers<AsyncSessions> given() {
        return given;
    }

    /** An error if it is not clear which settings are meant. */
    void check(BeanManager manager) {
        settings.qualifiers().forEach(qualifiers -> settings.bean(qualifiers, manager));
    }

    /** Asked for late: the bean that says them may be one that waits for these sessions. */
    private Once<AsyncSettings> settings(Set<Annotation> qualifiers, BeanManager manager) {
        return made.computeIfAbsent(
                qualifiers,
                unit -> new Once<>(() -> settings.of(unit, manager, manager.createCreationalContext(null))
                        .orElseGet(AsyncSettings::standard)));
    }

    /** Now, rather than by whichever thread is the first to let work be done, and may know nothing of beans. */
    void start(BeanManager manager) {
        for (Set<Annotation> qualifiers : settings.qualifiers()) {
            try {
                settings(qualifiers, manager).get();
            } catch (ContextNotActiveException e) {
                // It is a bean of requests, say: it is asked in one.
            }
        }
    }

    void add(
            AfterBeanDiscovery event,
            BeanManager manager,
            Set<Annotation> qualifiers,
            Function<CreationalContext<AsyncSessions>, SessionFactory> sessions) {
        if (!given.qualifiers().contains(qualifiers) && ServerApi.isKnown(API)) {
            event.<AsyncSessions>addBean()
                    .id(AsyncSessions.class.getName() + qualifiers)
                    .beanClass(AsyncSessions.class)
                    .types(Object.class, AsyncSessions.class)
                    .qualifiers(qualifiers)
                    .scope(Singleton.class)
                    .createWith(context -> AsyncSessions.of(
                            sessions.apply(context),
                            ManagedWorkers.of(manager, qualifiers),
                            settings(qualifiers, manager)))
                    .destroyWith((async, context) -> async.close());
        }
    }
}
