// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.TimeLimits;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.internal.cdi.SessionExtension;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxSettings;
import dev.athanor.orm.outbox.OutboxTable;
import dev.athanor.orm.outbox.Step;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beans that have sessions say how these are, and who watches them, whatever their scopes. */
@InJavaSe
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI injects and reads them
class SelfMadeSettingsTest extends SessionTest {
    private static final QAuthor A = QAuthor.as("a");
    private static final List<Insight> INSIGHTS = Collections.synchronizedList(new ArrayList<>());
    private static final SessionSettings LIMITED =
            SessionSettings.standard().limits(TimeLimits.none().statement(Duration.ofSeconds(20)));
    private static final OutboxSettings OWN = OutboxSettings.standard().table("bean_outbox");

    private static Insight newInsight() {
        Insight insight = Insight.ofStatements(10);
        INSIGHTS.add(insight);
        return insight;
    }

    private static WeldContainer application(Class<?> bean) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .beanClasses(Units.class, bean)
                .initialize();
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedWatcher.class, SingleWatcher.class, DependentWatcher.class, FieldWatcher.class})
    void sessionsAreWatchedByWhatTheBeanMakesThatHasThem(Class<? extends Bean> type) {
        INSIGHTS.clear();
        try (WeldContainer application = application(type)) {
            Bean bean = application.select(type).get();
            assertThat(bean.authors()).isEqualTo(4);
            assertThat(bean.session().count(select(A))).isEqualTo(4);
            assertThat(INSIGHTS).hasSize(1);
            assertThat(INSIGHTS.get(0).snapshot().statements()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedSetter.class, SingleSetter.class, DependentSetter.class, FieldSetter.class})
    void sessionsAreAsTheBeanSaysThatHasThem(Class<? extends Bean> type) {
        try (WeldContainer application = application(type)) {
            Bean bean = application.select(type).get();
            assertThat(bean.authors()).isEqualTo(4);
            assertThat(bean.limit()).isEqualTo("20s");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedSigner.class, SingleSigner.class, DependentSigner.class, FieldSigner.class})
    void eventsAreRecordedAsTheBeanSaysThatRecordsThem(Class<? extends Bean> type) {
        execute(script("athanor-outbox.sql").replace("athanor_outbox", "bean_outbox"));
        try (WeldContainer application = application(type)) {
            application.select(type).get().record();
        }
        OutboxTable o = OutboxTable.named("bean_outbox", "o");
        assertThat(this.<List<String>>read(
                        session -> session.list(selectValue(o.headers).from(o))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("the bean");
    }

    @Singleton
    static class Units {
        @Produces
        EntityManagerFactory units() {
            return factory();
        }

        @Produces
        private final EntityManager entities = factory().createEntityManager();
    }

    /** Has all that there is. */
    abstract static class Bean {
        @Inject
        private SessionFactory sessions;

        @Inject
        private Session session;

        @Inject
        private Outbox outbox;

        @Inject
        private EntityManager entities;

        Session session() {
            return session;
        }

        long authors() {
            return sessions.<Long, RuntimeException>read(inner -> inner.count(select(A)));
        }

        String limit() {
            return sessions.<String, RuntimeException>read(
                    inner -> inner.one(selectValue(text(SqlTypes.TEXT, "current_setting('statement_timeout')"))));
        }

        void record() {
            entities.getTransaction().begin();
            outbox.record("k", new Step("bean", 1));
            entities.getTransaction().commit();
        }
    }

    @ApplicationScoped
    static class SharedWatcher extends Bean {
        @Produces
        Insight insight() {
            return newInsight();
        }
    }

    @Singleton
    static class SingleWatcher extends Bean {
        @Produces
        Insight insight() {
            return newInsight();
        }
    }

    @Dependent
    static class DependentWatcher extends Bean {
        @Produces
        Insight insight() {
            return newInsight();
        }
    }

    @ApplicationScoped
    static class FieldWatcher extends Bean {
        @Produces
        private final Insight insight = newInsight();
    }

    @ApplicationScoped
    static class SharedSetter extends Bean {
        @Produces
        SessionSettings settings() {
            return LIMITED;
        }
    }

    @Singleton
    static class SingleSetter extends Bean {
        @Produces
        SessionSettings settings() {
            return LIMITED;
        }
    }

    @Dependent
    static class DependentSetter extends Bean {
        @Produces
        SessionSettings settings() {
            return LIMITED;
        }
    }

    @ApplicationScoped
    static class FieldSetter extends Bean {
        @Produces
        private final SessionSettings settings = LIMITED;
    }

    @ApplicationScoped
    static class SharedSigner extends Bean {
        @Produces
        OutboxSettings settings() {
            return OWN;
        }

        @Produces
        Auditing auditing() {
            return Auditing.by(() -> "the bean");
        }
    }

    @Singleton
    static class SingleSigner extends Bean {
        @Produces
        OutboxSettings settings() {
            return OWN;
        }

        @Produces
        Auditing auditing() {
            return Auditing.by(() -> "the bean");
        }
    }

    @Dependent
    static class DependentSigner extends Bean {
        @Produces
        OutboxSettings settings() {
            return OWN;
        }

        @Produces
        Auditing auditing() {
            return Auditing.by(() -> "the bean");
        }
    }

    @ApplicationScoped
    static class FieldSigner extends Bean {
        @Produces
        private final OutboxSettings settings = OWN;

        @Produces
        private final Auditing auditing = Auditing.by(() -> "the bean");
    }
}
