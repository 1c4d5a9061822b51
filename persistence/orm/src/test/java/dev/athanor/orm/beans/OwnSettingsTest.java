// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.async.AsyncSettings;
import dev.athanor.orm.internal.cdi.SessionExtension;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.replica.OnReplica;
import dev.athanor.orm.replica.Replica;
import dev.athanor.orm.replica.ReplicaFigures;
import dev.athanor.orm.replica.ReplicaSettings;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beans say how sessions are that they have themselves, whatever their scopes. */
@InJavaSe
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI injects and reads them
class OwnSettingsTest extends SessionTest {
    private static final QAuthor A = QAuthor.as("a");

    private static WeldContainer application(Class<?> bean) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .beanClasses(Units.class, bean)
                .initialize();
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedAsync.class, SingleAsync.class, DependentAsync.class, FieldAsync.class})
    void asynchronousWorkIsAsTheBeanSaysThatLetsItBeDone(Class<? extends AsyncBean> type) throws Exception {
        try (WeldContainer application = application(type)) {
            AsyncSessions async = application.select(type).get().async();
            CountDownLatch enough = new CountDownLatch(1);
            CompletableFuture<Long> atWork = async.read(session -> {
                assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();
                return session.count(select(A));
            });
            assertThatThrownBy(() -> async.read(session -> true).get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.WORK_REFUSED));
            enough.countDown();
            assertThat(atWork.get(20, TimeUnit.SECONDS)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedReader.class, SingleReader.class, DependentReader.class, FieldReader.class})
    void replicasAreReadAsTheBeanSaysThatReadsThem(Class<? extends ReadingBean> type) {
        try (WeldContainer application = application(type)) {
            ReadingBean bean = application.select(type).get();
            assertThat(bean.sessions().<Long, RuntimeException>read(session -> session.count(select(A))))
                    .isEqualTo(4);
            assertThat(bean.figures()).isEqualTo(new ReplicaFigures(0, 0, 0, 0));
            assertThat(bean.session().count(select(A))).isEqualTo(4);
        }
    }

    @Test
    void replicasAreReadWhereNobodySaysHow() {
        try (WeldContainer application = application(SilentReader.class)) {
            ReadingBean bean = application.select(SilentReader.class).get();
            assertThat(bean.sessions().<Long, RuntimeException>read(session -> session.count(select(A))))
                    .isEqualTo(4);
            assertThat(bean.figures().onReplica()).isEqualTo(1);
        }
    }

    @Singleton
    static class Units {
        @Produces
        EntityManagerFactory primary() {
            return factory();
        }

        @Produces
        @OnReplica
        EntityManagerFactory replica() {
            return factory();
        }

        @Produces
        EntityManager entities() {
            return factory().createEntityManager();
        }

        @Produces
        @OnReplica
        EntityManager replicasEntities() {
            return factory().createEntityManager();
        }

        @Produces
        @Singleton
        ManagedScheduledExecutorService threads() {
            return ServerThreads.start();
        }

        void end(@Disposes ManagedScheduledExecutorService threads) {
            threads.shutdown();
        }
    }

    /** Lets work be done, one at a time. */
    abstract static class AsyncBean {
        private static final AsyncSettings ONE =
                AsyncSettings.standard().atOnce(1).waiting(0);

        @Inject
        private AsyncSessions async;

        AsyncSessions async() {
            return async;
        }
    }

    @ApplicationScoped
    static class SharedAsync extends AsyncBean {
        @Produces
        AsyncSettings settings() {
            return AsyncBean.ONE;
        }
    }

    @Singleton
    static class SingleAsync extends AsyncBean {
        @Produces
        AsyncSettings settings() {
            return AsyncBean.ONE;
        }
    }

    @Dependent
    static class DependentAsync extends AsyncBean {
        @Produces
        AsyncSettings settings() {
            return AsyncBean.ONE;
        }
    }

    @ApplicationScoped
    static class FieldAsync extends AsyncBean {
        @Produces
        private final AsyncSettings settings = AsyncBean.ONE;
    }

    /** Reads, and never from the replica. */
    abstract static class ReadingBean {
        private static final ReplicaSettings UNUSED = ReplicaSettings.standard().used(false);

        @Inject
        private SessionFactory sessions;

        @Inject
        private Session session;

        @Inject
        private Replica replica;

        SessionFactory sessions() {
            return sessions;
        }

        Session session() {
            return session;
        }

        ReplicaFigures figures() {
            return replica.figures();
        }
    }

    @ApplicationScoped
    static class SharedReader extends ReadingBean {
        @Produces
        ReplicaSettings settings() {
            return ReadingBean.UNUSED;
        }
    }

    @Singleton
    static class SingleReader extends ReadingBean {
        @Produces
        ReplicaSettings settings() {
            return ReadingBean.UNUSED;
        }
    }

    @Dependent
    static class DependentReader extends ReadingBean {
        @Produces
        ReplicaSettings settings() {
            return ReadingBean.UNUSED;
        }
    }

    @ApplicationScoped
    static class FieldReader extends ReadingBean {
        @Produces
        private final ReplicaSettings settings = ReadingBean.UNUSED;
    }

    @ApplicationScoped
    static class SilentReader extends ReadingBean {}
}
