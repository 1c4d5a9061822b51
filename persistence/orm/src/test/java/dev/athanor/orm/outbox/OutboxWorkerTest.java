// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How events are delivered. */
@InJavaSe
@SuppressWarnings("try") // workers are only to be closed
class OutboxWorkerTest extends WorkerTests {
    @Test
    void whatIsCommittedIsDelivered() throws Exception {
        List<Delivery> deliveries = new ArrayList<>();
        // region worker
        OutboxSettings settings = OutboxSettings.standard().on(InvoicePaid.class, (event, delivery) -> {
            deliveries.add(delivery);
            received.add(event.invoice() + ": " + event.amount());
        });
        OutboxWorker worker = OutboxWorker.start(factory(), settings);
        // endregion
        closeLater(worker);
        sessions.transaction(session -> Outbox.of(session)
                .record("invoice-7", new InvoicePaid(7, new BigDecimal("10.50")), Map.of("tenant", "north")));

        assertThat(received.next()).isEqualTo("7: 10.50");
        awaitStates();
        assertThat(deliveries).singleElement().satisfies(delivery -> assertThat(delivery)
                .returns("invoice-7", Delivery::key)
                .returns("invoice-paid", Delivery::type)
                .returns(Map.of("tenant", "north"), Delivery::headers)
                .returns(1, Delivery::attempt));
    }

    @Test
    void whatWasRecordedBeforeIsDeliveredToo() throws Exception {
        record("k", new Step("a", 1), new Step("a", 2));
        start(steps(note()));

        assertThat(received.next(2)).containsExactly("a1", "a2");
    }

    @Test
    void whatIsRolledBackIsNot() throws Exception {
        start(steps(note()));
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    Outbox.of(session).record("k", new Step("lost", 1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        record("k", new Step("kept", 1));

        assertThat(received.next()).isEqualTo("kept1");
        awaitStates();
        assertThat(received.all()).containsExactly("kept1");
    }

    /** 32 threads record, two processes' worth of workers deliver, four each. */
    @Test
    void eventsOfAKeyComeInTheOrderOfTheirCommits() throws Exception {
        int recorders = 32;
        int events = 25;
        int keys = 6;
        Map<String, List<Delivery>> byKey = new ConcurrentHashMap<>();
        Map<String, Set<String>> steps = new ConcurrentHashMap<>();
        Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(recorders * events);
        Map<String, Integer> lastOf = new ConcurrentHashMap<>();
        AtomicInteger disorder = new AtomicInteger();
        OutboxHandler<Step> handler = (step, delivery) -> {
            AtomicInteger now = atOnce.computeIfAbsent(delivery.key(), key -> new AtomicInteger());
            if (now.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            byKey.computeIfAbsent(delivery.key(), key -> new ArrayList<>()).add(delivery);
            steps.computeIfAbsent(delivery.key(), key -> ConcurrentHashMap.newKeySet())
                    .add(step.by() + step.number());
            Integer before = lastOf.put(delivery.key() + step.by(), step.number());
            if (before != null && before >= step.number()) {
                disorder.incrementAndGet();
            }
            now.decrementAndGet();
            all.countDown();
        };
        start(steps(handler));
        start(steps(handler));
        ExecutorService pool = Executors.newFixedThreadPool(recorders);
        try {
            List<Future<?>> recording = IntStream.range(0, recorders)
                    .<Future<?>>mapToObj(number -> pool.submit(() -> IntStream.range(0, events)
                            .forEach(event -> record("key-" + event % keys, new Step("r" + number + "-", event)))))
                    .toList();
            for (Future<?> one : recording) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitStates();

        assertThat(overlaps).hasValue(0);
        assertThat(disorder).hasValue(0);
        assertThat(byKey).hasSize(keys);
        byKey.values().forEach(deliveries -> assertThat(deliveries)
                .extracting(Delivery::number)
                .isSorted()
                .doesNotHaveDuplicates());
        assertThat(steps.values().stream().mapToInt(Set::size).sum()).isEqualTo(recorders * events);
    }

    /** What is found is claimed and deleted, what comes after it is looked for once, and then there is silence. */
    @Test
    void anEventCostsThreeStatements() throws Exception {
        OutboxWorker worker = start(steps(note()).poll(NEVER));
        record("first", new Step("a", 1));
        received.next();
        await(() -> states().isEmpty());
        forgetStatements();
        record("second", new Step("a", 2));
        received.next();
        await(() -> states().isEmpty());
        record("third", new Step("a", 3));
        received.next();
        worker.close();

        assertThat(ran("delete from")).isEqualTo(2);
        assertThat(ran("for update skip locked")).isBetween(2L, 8L);
        assertThat(ran("limit ? for update")).as("no others are taken along").isZero();
    }

    /** They are more than are delivered in a row. */
    @Test
    void aKeyWithManyEventsNeedsNoPolls() throws Exception {
        int many = 250;
        record(
                "k",
                IntStream.range(0, many)
                        .mapToObj(number -> new Step("a", number))
                        .toArray());
        start(steps(note()).poll(NEVER).withoutNotifications());

        assertThat(received.next(many))
                .containsExactlyElementsOf(IntStream.range(0, many)
                        .mapToObj(number -> "a" + number)
                        .toList());
    }

    @Test
    void whatIsDueLaterNeedsNoPoll() throws Exception {
        execute("insert into athanor_outbox (event_key, type, payload, due_at) values ('k', 'step',"
                + " '{\"by\": \"a\", \"number\": 1}', clock_timestamp() + interval '700 milliseconds')");
        Instant before = Instant.now();
        start(steps(note()).poll(NEVER).withoutNotifications());

        assertThat(received.next()).isEqualTo("a1");
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(500));
    }

    /** Another isolation of the database's would fail where two workers look at the same event. */
    @Test
    void deliveriesReadWhatIsCommitted(TestDatabase database) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setOptions("-c default_transaction_isolation=serializable");
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                        "press",
                        Map.of(
                                "jakarta.persistence.nonJtaDataSource",
                                source,
                                "eclipselink.session-name",
                                "serializable"));
                OutboxWorker worker = OutboxWorker.start(
                        factory,
                        steps((step, delivery) ->
                                received.add(delivery.session().isolation().name())))) {
            record("k", new Step("a", 1));
            assertThat(received.next()).isEqualTo("READ_COMMITTED");
        }
    }

    @Test
    void formerNamesAndSealedClassesAreKnown() throws Exception {
        start(steps(note()).on(Shipping.class, (event, delivery) -> received.add(event.toString())));
        execute("insert into athanor_outbox (event_key, type, payload) values ('k', 'pace', '{\"by\": \"old\","
                + " \"number\": 1}')");
        assertThat(received.next()).isEqualTo("old1");

        record("k", new Shipping.Sent("books"), new Shipping.Arrived("books", "Ulm"));
        assertThat(received.next(2)).containsExactly("Sent[goods=books]", "Arrived[goods=books, place=Ulm]");
    }

    @Test
    void oneHandlerIsEnoughForAType() {
        assertThatThrownBy(() -> start(steps(note()).on(Step.class, note())))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OUTBOX_INVALID));
    }

    @Test
    void contextsSurroundThoseThatWereGivenBefore() throws Exception {
        start(steps(note()).with(new Noting("inner")).with(new Noting("outer")));
        record("k", new Step("a", 1));

        assertThat(received.next(5)).containsExactly("begin outer", "begin inner", "a1", "end inner", "end outer");
    }

    /** Tells what it surrounds. */
    private final class Noting implements EventContext {
        private final String name;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public void around(Delivery delivery, Callable<?> handling) throws Exception {
            received.add("begin " + name);
            handling.call();
            received.add("end " + name);
        }
    }

    @Test
    void workersPassWhatOthersHaveClaimed() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        record("a", new Step("held", 1), new Step("held", 2));
        start(steps((step, delivery) -> {
                    received.add("claimed " + step.number());
                    assertThat(release.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                    received.add(step.by() + step.number());
                })
                .workers(1));
        assertThat(received.next()).isEqualTo("claimed 1");

        record("b", new Step("free", 1)); // comes after the other key
        start(steps((step, delivery) -> received.add("other " + step.by() + step.number()))
                .workers(1));
        assertThat(received.next()).isEqualTo("other free1");
        record("b", new Step("free", 2));
        assertThat(received.next()).isEqualTo("other free2");
        assertThat(received.all()).containsExactly("claimed 1", "other free1", "other free2");
        release.countDown();
        awaitStates();
    }

    @Test
    void aHotKeyLeavesRoomForOthers() throws Exception {
        CountDownLatch cold = new CountDownLatch(1);
        AtomicLong hot = new AtomicLong();
        record(
                "hot",
                IntStream.range(0, 1_000)
                        .mapToObj(number -> new Step("hot", number))
                        .toArray());
        record("zzz", new Step("cold", 1));
        start(steps((step, delivery) -> {
                    if (step.by().equals("cold")) {
                        cold.countDown();
                    } else if (cold.getCount() > 0) {
                        hot.incrementAndGet();
                    }
                })
                .workers(1));

        assertThat(cold.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(hot).hasValueLessThan(500);
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        record("k", new Step("a", 1), new Step("a", 2));
        OutboxWorker worker = start(steps((step, delivery) -> {
            begun.countDown();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            received.add(step.by() + step.number());
        }));
        begun.await();
        worker.close();

        assertThat(received.all()).containsExactly("a1");
        assertThat(states()).containsExactly("PENDING");
        awaitNoThreads();
    }

    private static void awaitNoThreads() {
        Instant deadline = Instant.now().plus(PATIENCE);
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
    void figuresTellHowItFares() throws Exception {
        record("k", new Step("a", 1), new Step("a", 2));
        Map<String, Supplier<Long>> gauges = new HashMap<>();
        CountDownLatch release = new CountDownLatch(1);
        OutboxWorker worker = start(steps((step, delivery) -> {
            received.add("begun");
            release.await();
        }));
        worker.register(gauges::put);
        received.next();

        OutboxFigures figures = worker.figures();
        assertThat(figures.backlog()).isEqualTo(2);
        assertThat(figures.oldest()).isPositive();
        assertThat(figures.asMap()).containsEntry("backlog", 2L);
        release.countDown();
        awaitStates();
        Instant deadline = Instant.now().plus(PATIENCE);
        while ((worker.figures().delivered() < 2 || read(gauges, "athanor.outbox.backlog") > 0)
                && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(read(gauges, "athanor.outbox.delivered")).isEqualTo(2);
        assertThat(read(gauges, "athanor.outbox.backlog")).isZero();
    }

    private static long read(Map<String, Supplier<Long>> gauges, String name) {
        return Objects.requireNonNull(gauges.get(name), name).get();
    }
}
