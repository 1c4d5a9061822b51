// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.async.AsyncSettings;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets {@link AsyncSessions} be injected, one for each set of qualifiers, where the server has managed threads. Filled
 * while the application starts.
 */
final class AsyncBeans {
    private static final String API = "jakarta.enterprise.concurrent.ManagedExecutorService";

    private final Producers<AsyncSettings> settings = new Producers<>(AsyncSettings.class);
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
    private AsyncSettings settings(Set<Annotation> qualifiers, BeanManager manager) {
        return settings.of(qualifiers, manager, manager.createCreationalContext(null))
                .orElseGet(AsyncSettings::standard);
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
                            () -> settings(qualifiers, manager)))
                    .destroyWith((async, context) -> async.close());
        }
    }
}
