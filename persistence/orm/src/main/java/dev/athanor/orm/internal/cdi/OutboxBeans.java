// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.internal.Once;
import dev.athanor.orm.internal.eclipselink.EclipseLinkSession;
import dev.athanor.orm.internal.outbox.RunningOutbox;
import dev.athanor.orm.internal.outbox.SessionOutbox;
import dev.athanor.orm.outbox.EventContext;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outboxes of persistence units, by their qualifiers: they are injected, and where beans handle events, delivered
 * while the application runs. Filled while it starts.
 */
final class OutboxBeans {
    private final Producers<EntityManager> entityManagers;
    private final Producers<EntityManagerFactory> factories;
    private final UnitSettings sessions;
    private final Producers<OutboxSettings> settings = new Producers<>(OutboxSettings.class);
    private final Producers<EventContext> contexts = new Producers<>(EventContext.class);
    private final Map<Set<Annotation>, Once<List<EventContext>>> made = new ConcurrentHashMap<>();
    private final List<HandlerBean> handlers = new ArrayList<>();
    private final List<RunningOutbox> running = new ArrayList<>();
    private boolean started;

    OutboxBeans(
            Producers<EntityManager> entityManagers, Producers<EntityManagerFactory> factories, UnitSettings sessions) {
        this.entityManagers = entityManagers;
        this.factories = factories;
        this.sessions = sessions;
    }

    void addIfFitting(Bean<?> bean) {
        settings.addIfFitting(bean);
        contexts.addIfFitting(bean);
        HandlerBean.of(bean).ifPresent(handlers::add);
    }

    void addTo(AfterBeanDiscovery event, BeanManager manager) {
        entityManagers.qualifiers().forEach(qualifiers -> event.<Outbox>addBean()
                .id(Outbox.class.getName() + qualifiers)
                .beanClass(Outbox.class)
                .types(Object.class, Outbox.class)
                .qualifiers(qualifiers)
                .scope(Dependent.class)
                .createWith(context -> new SessionOutbox(
                        EclipseLinkSession.managed(
                                entityManagers.of(qualifiers, manager, context).orElseThrow(),
                                sessions.late(qualifiers, manager, context)),
                        () -> recording(qualifiers, manager, context))));
    }

    private List<EventContext> contexts(Set<Annotation> qualifiers, BeanManager manager) {
        return made.computeIfAbsent(qualifiers, unit -> new Once<>(() -> contexts.allOf(unit, manager)))
                .get();
    }

    private OutboxSettings recording(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        OutboxSettings all = settings.of(qualifiers, manager, context).orElseGet(OutboxSettings::standard);
        for (EventContext one : contexts(qualifiers, manager)) {
            all = all.with(one);
        }
        return all;
    }

    private OutboxSettings delivering(Set<Annotation> qualifiers, BeanManager manager) {
        return handledBy(qualifiers, recording(qualifiers, manager, manager.createCreationalContext(null)), manager)
                .with(new EventRequest(manager));
    }

    private OutboxSettings handledBy(Set<Annotation> qualifiers, OutboxSettings others, BeanManager manager) {
        OutboxSettings all = others;
        for (HandlerBean handler : handlers) {
            if (handler.qualifiers().equals(qualifiers)) {
                all = handler.addTo(all, manager);
            }
        }
        return all;
    }

    /** The qualifiers of the units that may have something to deliver. */
    private Set<Set<Annotation>> units() {
        return Stream.concat(handlers.stream().map(HandlerBean::qualifiers), settings.qualifiers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Each handler is of a unit that is known. */
    void check(BeanManager manager) {
        entityManagers.qualifiers().forEach(qualifiers -> settings.bean(qualifiers, manager));
        for (HandlerBean handler : handlers) {
            if (factories.bean(handler.qualifiers(), manager).isEmpty()) {
                throw missing(handler);
            }
            RunningOutbox.check(handledBy(handler.qualifiers(), OutboxSettings.standard(), manager));
        }
    }

    private static OrmException missing(HandlerBean handler) {
        String qualifiers = Producers.shown(handler.qualifiers());
        return new OrmException(
                OrmError.SESSION_NOT_PROVIDED,
                "nothing says of which persistence unit " + handler.bean() + " handles events; write in one of the"
                        + " application's beans: @Produces "
                        + (qualifiers.equals("@Default") ? "" : qualifiers + " ")
                        + "@PersistenceUnit EntityManagerFactory entities;");
    }

    /** Once, however often it is called. */
    void start(BeanManager manager, Optional<InsightMetrics> metrics) {
        if (!started) {
            started = true;
            units().forEach(qualifiers -> start(qualifiers, manager, metrics));
        }
    }

    private void start(Set<Annotation> qualifiers, BeanManager manager, Optional<InsightMetrics> metrics) {
        OutboxSettings all = delivering(qualifiers, manager);
        CreationalContext<?> context = manager.createCreationalContext(null);
        if (all.handlers().isEmpty() || factories.bean(qualifiers, manager).isEmpty()) {
            return;
        }
        RunningOutbox outbox = new RunningOutbox(
                factories.of(qualifiers, manager, context).orElseThrow(),
                sessions.of(qualifiers, manager, context),
                all,
                ManagedThreads.ofServer());
        running.add(outbox);
        metrics.ifPresent(
                given -> given.add(outbox::register, Producers.shown(qualifiers).replace("@", ""), manager));
        outbox.start();
    }

    /** Waits for what is under way. */
    void stop() {
        running.forEach(RunningOutbox::close);
        running.clear();
    }
}
