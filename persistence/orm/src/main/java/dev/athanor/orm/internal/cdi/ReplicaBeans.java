// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.internal.Once;
import dev.athanor.orm.internal.eclipselink.ReplicaRoute;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.replica.OnReplica;
import dev.athanor.orm.replica.Replica;
import dev.athanor.orm.replica.ReplicaSettings;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The replicas of persistence units: what the application produces with {@link OnReplica} beside the qualifiers of a
 * unit. Each is made once, when its unit's sessions are first injected. Filled while the application starts.
 * Thread-safe.
 */
final class ReplicaBeans {
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private final Producers<EntityManager> entityManagers;
    private final Producers<EntityManagerFactory> factories;
    private final UnitSettings units;
    private final Producers<ReplicaSettings> settings = new Producers<>(ReplicaSettings.class);
    private final Producers<ClientPosition> clients = new Producers<>(ClientPosition.class);
    private final Map<Set<Annotation>, Replica> made = new ConcurrentHashMap<>();
    private final CurrentClient client = new CurrentClient(clients);
    private final Once<TransactionSynchronizationRegistry> registry = new Once<>(ReplicaBeans::registry);

    ReplicaBeans(
            Producers<EntityManager> entityManagers, Producers<EntityManagerFactory> factories, UnitSettings units) {
        this.entityManagers = entityManagers;
        this.factories = factories;
        this.units = units;
    }

    void addIfFitting(Bean<?> bean) {
        settings.addIfFitting(bean);
        clients.addIfFitting(bean);
    }

    /** Whether these are of a replica. */
    static boolean isReplica(Set<Annotation> qualifiers) {
        return qualifiers.contains(OnReplica.Literal.INSTANCE);
    }

    private boolean hasReplica(Set<Annotation> qualifiers) {
        return !isReplica(qualifiers) && factories.qualifiers().contains(replicas(qualifiers));
    }

    /** Those of the replica of a unit with these. */
    private static Set<Annotation> replicas(Set<Annotation> qualifiers) {
        Set<Annotation> all = new HashSet<>(qualifiers);
        all.remove(Default.Literal.INSTANCE);
        all.add(OnReplica.Literal.INSTANCE);
        return all;
    }

    /** Each replica can be injected, for its figures. */
    void register(AfterBeanDiscovery event, BeanManager manager) {
        entityManagers.qualifiers().stream()
                .filter(ReplicaBeans::isReplica)
                .filter(qualifiers -> !isComplete(qualifiers))
                .forEach(qualifiers -> event.addDefinitionError(incomplete(qualifiers)));
        factories.qualifiers().stream().filter(this::hasReplica).forEach(qualifiers -> event.<Replica>addBean()
                .id(Replica.class.getName() + qualifiers)
                .beanClass(Replica.class)
                .types(Object.class, Replica.class)
                .qualifiers(qualifiers)
                .scope(Singleton.class)
                .createWith(context -> replica(qualifiers, manager)));
    }

    /** A position in the log is asked for by a factory of the primary, and of the replica. */
    private boolean isComplete(Set<Annotation> replicas) {
        return factories.qualifiers().contains(replicas)
                && factories.qualifiers().stream()
                        .anyMatch(qualifiers -> replicas(qualifiers).equals(replicas));
    }

    private static OrmException incomplete(Set<Annotation> replicas) {
        return new OrmException(
                OrmError.SESSION_NOT_PROVIDED,
                "the replica with the qualifiers " + Producers.shown(replicas)
                        + " needs factories, too; write in one of the application's beans: @Produces @PersistenceUnit"
                        + " EntityManagerFactory factory; and the same with @OnReplica");
    }

    /** Where there is a replica, the same sessions read it. */
    SessionFactory routed(SessionFactory sessions, Set<Annotation> qualifiers, BeanManager manager) {
        return hasReplica(qualifiers)
                ? sessions.withReplica(replica(qualifiers, manager)).forClient(client.by(manager))
                : sessions;
    }

    /** Where sessions of a container's transactions go to that only read, if there is a replica. */
    Optional<ReplicaRoute> route(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        return entityManagers
                .of(replicas(qualifiers), manager, context)
                .filter(entities -> hasReplica(qualifiers))
                .map(entities -> new ReplicaRoute(
                        entities,
                        replica(qualifiers, manager),
                        client.by(manager),
                        () -> Replica.written(primary(qualifiers, manager)),
                        registry));
    }

    private SessionFactory primary(Set<Annotation> qualifiers, BeanManager manager) {
        return SessionFactory.of(factory(qualifiers, manager), SessionSettings.standard());
    }

    private EntityManagerFactory factory(Set<Annotation> qualifiers, BeanManager manager) {
        return factories
                .of(qualifiers, manager, manager.createCreationalContext(null))
                .orElseThrow();
    }

    private Replica replica(Set<Annotation> qualifiers, BeanManager manager) {
        return made.computeIfAbsent(qualifiers, unit -> newReplica(unit, manager));
    }

    /** What it needs is asked for late: the bean that says it may be one that waits for sessions. */
    private Replica newReplica(Set<Annotation> qualifiers, BeanManager manager) {
        return Replica.of(
                () -> SessionFactory.of(
                        factory(replicas(qualifiers), manager),
                        units.of(qualifiers, manager, manager.createCreationalContext(null))),
                () -> settings.of(qualifiers, manager, manager.createCreationalContext(null))
                        .orElseGet(ReplicaSettings::standard));
    }

    @SuppressWarnings("BanJNDI") // of the server's own name
    private static TransactionSynchronizationRegistry registry() {
        try {
            return InitialContext.doLookup(REGISTRY);
        } catch (NamingException e) {
            throw new OrmException(
                    OrmError.SESSION_NOT_PROVIDED, "the server does not tell of transactions under " + REGISTRY, e);
        }
    }

    /** Asks how replicas are read now, rather than by whichever thread is the first to read. */
    void start(BeanManager manager) {
        factories.qualifiers().stream().filter(this::hasReplica).forEach(qualifiers -> {
            try {
                replica(qualifiers, manager).settings();
            } catch (ContextNotActiveException e) {
                // It is a bean of requests, say, that says so: it is asked in one.
            }
        });
    }

    void giveTo(InsightMetrics metrics, BeanManager manager) {
        for (Set<Annotation> qualifiers : factories.qualifiers()) {
            if (hasReplica(qualifiers)) {
                metrics.add(
                        replica(qualifiers, manager)::register,
                        Producers.shown(qualifiers).replace("@", ""),
                        manager);
            }
        }
    }
}
