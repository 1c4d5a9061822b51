// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.internal.cdi.SessionExtension;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.EventContext;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.orm.outbox.Shipping;
import dev.athanor.orm.outbox.Step;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beans that record and handle events, where there is no server; in one, none of them is a bean by itself. */
@InJavaSe
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI injects and reads them
class OutboxBeansTest extends SessionTest {
    private static Weld application(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .beanClasses(beans);
    }

    private static void refused(String message, Class<?>... beans) {
        assertThatThrownBy(() -> application(beans).initialize()).hasMessageContaining(message);
    }

    @BeforeEach
    void makeOutbox() {
        execute(script("athanor-outbox.sql"));
    }

    private void record(String key, Object event) {
        sessions.transaction(session -> Outbox.of(session).record(key, event));
    }

    @Test
    void eventsAreHandledByBeansInRequestsOfTheirOwn() throws Exception {
        try (WeldContainer container = application(
                        Units.class, Diary.class, Steps.class, Shipments.class, Tenants.class)
                .initialize()) {
            Diary diary = container.select(Diary.class).get();
            record("k", new Step("a", 1));
            record("k", new Step("a", 2));
            assertThat(diary.next()).isEqualTo("a1 in visit 1 of nobody");
            assertThat(diary.next()).isEqualTo("a2 in visit 2 of nobody");
            record("k", new Shipping.Sent("books"));
            assertThat(diary.next()).isEqualTo("Sent[goods=books]");
        }
        awaitNoThreads();
    }

    private static void awaitNoThreads() {
        Instant deadline = Instant.now().plusSeconds(30);
        while (areThreads() && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(areThreads()).isFalse();
    }

    private static boolean areThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("athanor-outbox"));
    }

    @Test
    void anOutboxIsInjectedWithWhatBeansSayOfIt() throws Exception {
        try (WeldContainer container = application(Units.class, Diary.class, Steps.class, Tenants.class, Clerk.class)
                .initialize()) {
            container.select(Clerk.class).get().record();
            assertThat(container.select(Diary.class).get().next()).isEqualTo("clerk1 in visit 1 of north");
        }
    }

    @Test
    void aHandlerNeedsAFactoryOfItsUnit() {
        refused("@Produces @Shelf @PersistenceUnit EntityManagerFactory entities;", Units.class, ShelfSteps.class);
    }

    @Test
    void anOutboxNeedsAnEntityManager() {
        refused("@Produces @PersistenceContext EntityManager entities;", Clerk.class);
    }

    @Test
    void handlersOfTheSameEventAreTooMany() {
        refused(
                "two handlers are for events of the type \"step\"",
                Units.class,
                Diary.class,
                Steps.class,
                MoreSteps.class);
    }

    @Test
    void aHandlerNamesAClassOfEvents() {
        refused("name a class of events", Units.class, AnyEvents.class);
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

    /** What was handled. */
    @Singleton
    static class Diary {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private int visits;

        void write(String line) {
            lines.add(line);
        }

        @Produces
        @RequestScoped
        synchronized Visit visit() {
            return new Visit(++visits);
        }

        String next() throws InterruptedException {
            return Objects.requireNonNull(lines.poll(30, TimeUnit.SECONDS), "nothing is handled");
        }
    }

    /** One for each event. */
    static class Visit {
        private final int number;
        private String tenant = "nobody";

        Visit() {
            this(0);
        }

        Visit(int number) {
            this.number = number;
        }

        void of(String name) {
            tenant = name;
        }

        String shown() {
            return "visit " + number + " of " + tenant;
        }
    }

    @Singleton
    static class Steps implements OutboxHandler<Step> {
        @Inject
        private Diary diary;

        @Inject
        private Visit visit;

        @Override
        public void handle(Step step, Delivery delivery) {
            visit.of(delivery.headers().getOrDefault("tenant", "nobody"));
            diary.write(step.by() + step.number() + " in " + visit.shown());
        }
    }

    static class MoreSteps implements OutboxHandler<Step> {
        @Override
        public void handle(Step step, Delivery delivery) {}
    }

    @Shelf
    static class ShelfSteps implements OutboxHandler<Step> {
        @Override
        public void handle(Step step, Delivery delivery) {}
    }

    static class AnyEvents implements OutboxHandler<Map<String, String>> {
        @Override
        public void handle(Map<String, String> event, Delivery delivery) {}
    }

    @Singleton
    static class Shipments {
        @Produces
        OutboxHandler<Shipping> shipments(Diary diary) {
            return (event, delivery) -> diary.write(event.toString());
        }
    }

    @Singleton
    static class Tenants implements EventContext {
        @Override
        public Map<String, String> headers() {
            return Map.of("tenant", "north");
        }

        @Override
        public void around(Delivery delivery, Callable<?> handling) throws Exception {
            handling.call();
        }
    }

    static class Clerk {
        @Inject
        private Outbox outbox;

        @Inject
        private EntityManager entities;

        void record() {
            entities.getTransaction().begin();
            outbox.record("k", new Step("clerk", 1));
            entities.getTransaction().commit();
        }
    }
}
