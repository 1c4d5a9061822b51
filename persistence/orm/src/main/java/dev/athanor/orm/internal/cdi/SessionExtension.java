// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.internal.eclipselink.EclipseLinkSession;
import dev.athanor.orm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link Session} be injected with the qualifiers of each entity manager that the application produces, and
 * {@link SessionFactory} and {@link AsyncSessions} with those of each factory.
 */
public final class SessionExtension implements Extension {
    private final Producers<EntityManager> entityManagers = new Producers<>(EntityManager.class);
    private final Producers<EntityManagerFactory> factories = new Producers<>(EntityManagerFactory.class);
    private final Producers<Session> sessions = new Producers<>(Session.class);
    private final Producers<SessionFactory> sessionFactories = new Producers<>(SessionFactory.class);
    private final List<InjectionPoint> points = new ArrayList<>();
    private final ObservedEvents observed = new ObservedEvents();
    private final UnitSettings settings = new UnitSettings(observed);
    private final AsyncBeans asyncBeans = new AsyncBeans();
    private final ReplicaBeans replicas = new ReplicaBeans(entityManagers, factories, settings);
    private final TransactionRules rules = new TransactionRules();
    private final NamedSessions named = new NamedSessions(sessions);
    private final ServerTransactions transactions = new ServerTransactions();
    private final OutboxBeans outboxes = new OutboxBeans(entityManagers, factories, settings);
    private @Nullable InsightMetrics metrics;

    void interceptors(@Observes BeforeBeanDiscovery event) {
        RuleInterceptor.ALL.forEach(type -> event.addAnnotatedType(type, type.getName()));
    }

    void bean(@Observes ProcessBean<?> event) {
        List.of(entityManagers, factories, sessions, sessionFactories)
                .forEach(producers -> producers.addIfFitting(event.getBean()));
        settings.addIfFitting(event.getBean());
        asyncBeans.addIfFitting(event.getBean());
        replicas.addIfFitting(event.getBean());
        outboxes.addIfFitting(event.getBean());
    }

    void rules(@Observes ProcessManagedBean<?> event) {
        rules.add(event.getAnnotatedBeanClass());
    }

    void point(@Observes ProcessInjectionPoint<?, ?> event) {
        points.add(event.getInjectionPoint());
    }

    void observer(@Observes ProcessObserverMethod<? extends SessionEvent, ?> event) {
        observed.addIfFitting(event.getObserverMethod());
    }

    void register(@Observes AfterBeanDiscovery event, BeanManager manager) {
        points.stream()
                .filter(point -> point.getType() == Session.class || point.getType() == Outbox.class)
                .filter(point -> isMissing(point, entityManagers, sessions, manager))
                .forEach(point -> event.addDefinitionError(missing(point, "@PersistenceContext EntityManager")));
        points.stream()
                .filter(point -> point.getType() == SessionFactory.class)
                .filter(point -> isMissing(point, factories, sessionFactories, manager))
                .forEach(point -> event.addDefinitionError(missing(point, "@PersistenceUnit EntityManagerFactory")));
        points.stream()
                .filter(point -> point.getType() == AsyncSessions.class)
                .filter(point -> isMissing(point, factories, asyncBeans.given(), manager))
                .forEach(point -> event.addDefinitionError(missing(point, "@PersistenceUnit EntityManagerFactory")));
        entityManagers.qualifiers().stream()
                .filter(qualifiers -> !ReplicaBeans.isReplica(qualifiers))
                .forEach(qualifiers -> addSession(event, manager, qualifiers));
        outboxes.addTo(event, manager);
        // Whoever wants sessions with the qualifiers of a unit does not mean its replica, which has these, too.
        factories.qualifiers().stream()
                .filter(qualifiers -> !ReplicaBeans.isReplica(qualifiers))
                .forEach(qualifiers -> addFactory(event, manager, qualifiers));
        replicas.register(event, manager);
    }

    private static boolean isMissing(
            InjectionPoint point, Producers<?> producers, Producers<?> others, BeanManager manager) {
        Set<Annotation> wanted = point.getQualifiers();
        return Stream.concat(producers.fitting(wanted, manager), others.fitting(wanted, manager))
                .findAny()
                .isEmpty();
    }

    private static OrmException missing(InjectionPoint point, String produced) {
        String qualifiers = Producers.shown(point.getQualifiers());
        return new OrmException(
                OrmError.SESSION_NOT_PROVIDED,
                "nothing says which persistence unit " + point + " is about; write in one of the application's beans:"
                        + " @Produces " + (qualifiers.equals("@Default") ? "" : qualifiers + " ") + produced
                        + " entities;");
    }

    private void addSession(AfterBeanDiscovery event, BeanManager manager, Set<Annotation> qualifiers) {
        event.<Session>addBean()
                .id(Session.class.getName() + qualifiers)
                .beanClass(Session.class)
                .types(Object.class, Session.class)
                .qualifiers(qualifiers)
                .scope(Dependent.class)
                .createWith(context -> session(qualifiers, manager, context));
    }

    private Session session(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        EntityManager entities = entityManagers.of(qualifiers, manager, context).orElseThrow();
        Supplier<SessionSettings> own = settings.late(qualifiers, manager, context);
        return replicas.route(qualifiers, manager, context)
                .map(route -> EclipseLinkSession.managed(entities, own, route))
                .orElseGet(() -> EclipseLinkSession.managed(entities, own));
    }

    private void addFactory(AfterBeanDiscovery event, BeanManager manager, Set<Annotation> qualifiers) {
        event.<SessionFactory>addBean()
                .id(SessionFactory.class.getName() + qualifiers)
                .beanClass(SessionFactory.class)
                .types(Object.class, SessionFactory.class)
                .qualifiers(qualifiers)
                .scope(Dependent.class)
                .createWith(context -> sessions(qualifiers, manager, context));
        asyncBeans.add(event, manager, qualifiers, context -> sessions(qualifiers, manager, context));
    }

    private SessionFactory sessions(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        SessionFactory own = SessionFactory.of(
                factories.of(qualifiers, manager, context).orElseThrow(), settings.late(qualifiers, manager, context));
        return replicas.routed(own, qualifiers, manager);
    }

    /** Which of several producers is meant, alternatives decide, and they are known now. */
    void check(@Observes AfterDeploymentValidation event, BeanManager manager) {
        try {
            check(Session.class, entityManagers, manager);
            check(SessionFactory.class, factories, manager);
            check(AsyncSessions.class, factories, manager);
            asyncBeans.check(manager);
            outboxes.check(manager);
        } catch (OrmException e) {
            event.addDeploymentProblem(e);
        }
    }

    private void check(Class<?> injected, Producers<?> producers, BeanManager manager) {
        points.stream()
                .filter(point -> point.getType() == injected)
                .flatMap(point -> producers.fitting(point.getQualifiers(), manager))
                .distinct()
                .forEach(qualifiers -> {
                    producers.bean(qualifiers, manager);
                    settings.check(qualifiers, manager);
                });
    }

    void checkRules(@Observes AfterDeploymentValidation event, BeanManager manager) {
        rules.problems(manager, named).forEach(event::addDeploymentProblem);
    }

    /** What beans say of transactions. */
    TransactionRules rules() {
        return rules;
    }

    /** The sessions that they mean. */
    NamedSessions named() {
        return named;
    }

    /** The transactions of the server's. */
    ServerTransactions transactions() {
        return transactions;
    }

    /** Told for each module, or once for all; figures are given once. */
    synchronized void started(@Observes @Initialized(ApplicationScoped.class) Object event, BeanManager manager) {
        if (metrics == null && InsightMetrics.arePossible(manager)) {
            metrics = new InsightMetrics();
            settings.giveTo(metrics, manager);
            replicas.giveTo(metrics, manager);
        }
        settings.start(manager);
        asyncBeans.start(manager);
        replicas.start(manager);
        outboxes.start(manager, Optional.ofNullable(metrics));
    }

    /** Before beans are: handlers may be at work. */
    synchronized void stopping(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        outboxes.stop();
    }

    synchronized void ending(@Observes BeforeShutdown event) {
        outboxes.stop();
        if (metrics != null) {
            metrics.end();
        }
    }
}
