// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How events are delivered. */
@InJavaSe
class OutboxWorkerTest extends OutboxTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NEVER = Duration.ofHours(1);

    private final QTag t = QTag.as("t");
    private final Received received = new Received();
    private final List<OutboxWorker> workers = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(OutboxWorker::close);
    }

    private OutboxWorker start(OutboxSettings settings) {
        OutboxWorker worker = OutboxWorker.start(factory(), settings);
        workers.add(worker);
        return worker;
    }

    private static OutboxSettings steps(OutboxHandler<Step> handler) {
        return OutboxSettings.standard()
                .on(Step.class, handler)
                .backOff(Duration.ofMillis(10), Duration.ofMillis(40))
                .poll(Duration.ofMillis(200));
    }

    private OutboxHandler<Step> note() {
        return (step, delivery) -> received.add(step.by() + step.number());
    }

    private List<String> states() {
        return this.<List<String>>read(
                session -> session.list(selectValue(o.state).from(o).orderBy(o.number.asc())));
    }

    private void awaitStates(String... wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!states().equals(List.of(wanted)) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(states()).containsExactly(wanted);
    }

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
        workers.add(worker);
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

    @Test
    void aNotificationComesLongBeforeAPoll() throws Exception {
        start(steps(note()).poll(NEVER));
        record("first", new Step("a", 1)); // it listens then, or has looked
        received.next();
        Instant recorded = Instant.now();
        record("k", new Step("a", 2));

        assertThat(received.next()).isEqualTo("a2");
        assertThat(Duration.between(recorded, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void withoutNotificationsPollsFindThem() throws Exception {
        OutboxSettings settings = steps(note()).withoutNotifications();
        start(settings);
        sessions.transaction(session -> Outbox.of(session, settings).record("k", new Step("a", 1)));

        assertThat(received.next()).isEqualTo("a1");
        assertThat(statements()).noneMatch(sql -> sql.contains("pg_notify"));
    }

    @Test
    void manyKeysAreToldOfByOneNotification() throws Exception {
        start(steps(note()).poll(NEVER));
        record("first", new Step("a", 0));
        received.next();
        sessions.transaction(session -> IntStream.range(0, 2_500)
                .forEach(number -> Outbox.of(session).record("key-" + number, new Step("a", number))));

        assertThat(received.next(2_500)).doesNotHaveDuplicates().hasSize(2_500);
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

    @Test
    void whatFailsIsTriedAgainLaterAndHoldsUpItsKeyOnly() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        List<Long> times = new ArrayList<>();
        start(steps((step, delivery) -> {
                    if (step.by().equals("bad") && failures.incrementAndGet() <= 3) {
                        times.add(System.nanoTime());
                        throw new IllegalStateException("not yet");
                    }
                    times.add(System.nanoTime());
                    received.add(step.by() + step.number() + " at " + delivery.attempt());
                })
                .backOff(Duration.ofMillis(400), Duration.ofSeconds(2)));
        record("k", new Step("bad", 1), new Step("after", 2));
        record("other", new Step("good", 1));

        assertThat(received.next()).isEqualTo("good1 at 1");
        assertThat(received.next(2)).containsExactly("bad1 at 4", "after2 at 1");
        awaitStates();
        assertThat(times.get(times.size() - 1) - times.get(0))
                .as("200 and 400 and 800 milliseconds at least")
                .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(1400));
    }

    @Test
    void whatIsNotDueIsLeftAloneWhateverIsRecorded() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        OutboxWorker worker = start(steps((step, delivery) -> {
                    if (step.by().equals("bad")) {
                        tries.incrementAndGet();
                        throw new IllegalStateException("no");
                    }
                    received.add(step.by() + step.number());
                })
                .backOff(NEVER, NEVER)
                .workers(1));
        record("k", new Step("bad", 1));
        awaitFailures(worker, 1);
        record("k", new Step("after", 2));
        record("other", new Step("good", 1)); // comes after the other key

        assertThat(received.next()).isEqualTo("good1");
        assertThat(tries).hasValue(1);
    }

    @Test
    void whatAHandlerDoesInTheDatabaseHappensOnce() throws Exception {
        AtomicInteger times = new AtomicInteger();
        start(steps((step, delivery) -> {
            delivery.session().add(new Tag(step.by()));
            delivery.session().flush();
            if (times.incrementAndGet() < 3) {
                throw new IllegalStateException("after the fact");
            }
            received.add("done");
        }));
        record("k", new Step("tag", 1));

        received.next();
        awaitStates();
        assertThat(this.<Long>read(session -> session.count(select(t).where(t.name.eq("tag")))))
                .isEqualTo(1);
        assertThat(times).hasValue(3);
    }

    @Test
    void anErrorOfTheDatabaseThatAHandlerSwallowsIsAFailure() throws Exception {
        AtomicInteger times = new AtomicInteger();
        start(steps((step, delivery) -> {
            if (times.incrementAndGet() == 1) {
                assertThatThrownBy(() ->
                                delivery.session().list(select(QTag.as("x")).where(t.name.eq("y"))))
                        .isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> delivery.session()
                                .entityManager()
                                .createNativeQuery("select 1/0")
                                .getResultList())
                        .isInstanceOf(RuntimeException.class);
            }
            received.add("tried");
        }));
        record("k", new Step("a", 1));

        received.next(2);
        awaitStates();
    }

    @Test
    void whatFailsTooOftenIsADeadLetterAndItsKeyGoesOn() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        OutboxWorker worker = start(steps((step, delivery) -> {
                    if (step.by().equals("bad") && tries.incrementAndGet() < 6) {
                        throw new IllegalStateException("never");
                    }
                    received.add(step.by() + step.number());
                })
                .attempts(3));
        record("k", new Step("bad", 1), new Step("after", 2));

        assertThat(received.next()).isEqualTo("after2");
        awaitStates("DEAD");
        assertThat(tries).hasValue(3);
        // region dead
        List<DeadLetter> dead =
                sessions.read(session -> Outbox.of(session).deadLetters().list(100));
        // endregion
        assertThat(dead).singleElement().satisfies(letter -> assertThat(letter)
                .returns("k", DeadLetter::key)
                .returns("step", DeadLetter::type)
                .returns("{\"by\": \"bad\", \"number\": 1}", DeadLetter::payload)
                .returns(3, DeadLetter::attempts));
        assertThat(dead.get(0).error()).startsWith("java.lang.IllegalStateException: never");
        assertThat(worker.figures()).returns(1L, OutboxFigures::dead).returns(3L, OutboxFigures::failed);

        sessions.transaction(session ->
                assertThat(Outbox.of(session).deadLetters().retryAll()).isEqualTo(1));
        awaitFailures(worker, 5);
        assertThat(received.next()).isEqualTo("bad1");
        awaitStates();
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

    private static void awaitFailures(OutboxWorker worker, long number) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (worker.figures().failed() < number && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(worker.figures().failed()).isEqualTo(number);
    }

    @Test
    void aDeadLetterMayHoldUpItsKey() throws Exception {
        start(steps((step, delivery) -> {
                    if (step.by().equals("bad")) {
                        throw new IllegalStateException("never");
                    }
                    received.add(step.by() + step.number());
                })
                .attempts(2)
                .deadLettersBlock());
        record("k", new Step("bad", 1), new Step("after", 2));
        record("other", new Step("good", 1));

        assertThat(received.next()).isEqualTo("good1");
        awaitStates("DEAD", "PENDING");
        record("k", new Step("after", 3)); // tells the key once more
        record("other", new Step("good", 2));
        assertThat(received.next()).isEqualTo("good2");
        awaitStates("DEAD", "PENDING", "PENDING");

        long number = this.<Long>read(
                session -> Outbox.of(session).deadLetters().list(1).get(0).number());
        sessions.transaction(session -> {
            DeadLetters letters = Outbox.of(session).deadLetters();
            assertThat(letters.retry(number + 100)).isFalse();
            assertThat(letters.discard(number + 1)).as("it is not dead").isFalse();
            assertThat(letters.discard(number)).isTrue();
        });
        assertThat(received.next(2)).containsExactly("after2", "after3");
        awaitStates();
    }

    @Test
    void whatNobodyHandlesIsADeadLetterInTheEnd() {
        start(steps(note()).attempts(3));
        record("k", new InvoicePaid(1, BigDecimal.ONE));

        awaitStates("DEAD");
        assertThat(this.<String>read(session -> session.one(selectValue(o.error).from(o))))
                .contains("nobody handles events of the type \"invoice-paid\"");
    }

    @Test
    void formerNamesAndSealedClassesAreKnown() throws Exception {
        start(steps(note()).on(Shipping.class, (event, delivery) -> received.add(event.toString())));
        execute(
                "insert into athanor_outbox (event_key, type, payload) values ('k', 'pace', '{\"by\": \"old\", \"number\": 1}')");
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
    void whatIsDeliveredMayStayForAWhile() throws Exception {
        start(steps(note()).keep(Duration.ofSeconds(3)));
        record("k", new Step("a", 1));

        received.next();
        awaitStates("DELIVERED");
        awaitStates();
    }

    @Test
    void severalEventsOfAKeyMayBeDeliveredInOneTransaction() throws Exception {
        Set<Object> transactions = ConcurrentHashMap.newKeySet();
        record(
                "k",
                IntStream.range(0, 20).mapToObj(number -> new Step("a", number)).toArray());
        start(steps((step, delivery) -> {
                    transactions.add(delivery.session());
                    received.add(step.by() + step.number());
                })
                .batch(10));

        assertThat(received.next(20))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(number -> "a" + number).toList());
        awaitStates();
        assertThat(transactions).hasSize(2);
    }

    @Test
    void oneOfSeveralThatFailsFailsAlone() throws Exception {
        record(
                "k",
                IntStream.range(0, 10).mapToObj(number -> new Step("a", number)).toArray());
        start(steps((step, delivery) -> {
                    delivery.session().add(new Tag(step.by() + step.number()));
                    if (step.number() == 5) {
                        throw new IllegalStateException("five");
                    }
                })
                .batch(10)
                .attempts(2));

        awaitStates("DEAD");
        assertThat(this.<List<String>>read(
                        session -> session.list(selectValue(t.name).from(t).where(t.name.like("a%")))))
                .hasSize(9)
                .doesNotContain("a5");
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
    void whoHangsLosesWhatHeHas() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        OutboxHandler<Step> handler = (step, delivery) -> {
            if (times.incrementAndGet() == 1) {
                assertThat(release.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } else {
                received.add("delivered");
            }
        };
        start(steps(handler).stuckAfter(Duration.ofMillis(500)));
        start(steps(handler).stuckAfter(Duration.ofMillis(500)));
        record("k", new Step("a", 1));

        assertThat(received.next()).isEqualTo("delivered");
        awaitStates();
        release.countDown();
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
