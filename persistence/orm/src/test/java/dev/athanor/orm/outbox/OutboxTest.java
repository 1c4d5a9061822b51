// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.QInvoice;
import dev.athanor.sql.Row;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How events are recorded. */
class OutboxTest extends OutboxTests {
    private static final int RECORDERS = 16;
    private static final int EVENTS = 30;

    private final QInvoice i = QInvoice.as("i");

    private List<String> payloads() {
        return this.<List<String>>read(
                session -> session.list(selectValue(o.payload).from(o).orderBy(o.number.asc())));
    }

    private List<String> keys() {
        return this.<List<String>>read(
                session -> session.list(selectValue(o.eventKey).from(o).orderBy(o.number.asc())));
    }

    private static void refused(OrmError code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void eventsAreWrittenWithTheData() {
        execute(script("athanor-history.sql"));
        sessions.transaction(session -> session.add(new Invoice("10.50", null)));
        // region record
        sessions.transaction(session -> {
            Invoice invoice = session.one(select(i));
            invoice.charge("12.00");
            Outbox.of(session).record("invoice-" + invoice.id(), new InvoicePaid(invoice.id(), invoice.amount()));
        });
        // endregion

        Row row = this.<Row>read(
                session -> session.one(select(o.eventKey, o.type, o.payload, o.headers, o.state, o.attempts)
                        .from(o)));
        Invoice invoice = this.<Invoice>read(session -> session.one(select(i)));
        assertThat(row.get(o.eventKey)).isEqualTo("invoice-" + invoice.id());
        assertThat(row.get(o.type)).isEqualTo("invoice-paid");
        assertThat(row.get(o.payload)).isEqualTo("{\"amount\": 12.00, \"invoice\": " + invoice.id() + "}");
        assertThat(row.get(o.headers)).isEqualTo("{}");
        assertThat(row.get(o.state)).isEqualTo("PENDING");
        assertThat(row.get(o.attempts)).isZero();
    }

    @Test
    void aTransactionMayDoNothingElse() {
        record("k", new Step("a", 1), new Step("a", 2));

        assertThat(payloads()).containsExactly("{\"by\": \"a\", \"number\": 1}", "{\"by\": \"a\", \"number\": 2}");
    }

    @Test
    void whatIsRolledBackIsNotRecorded() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    Outbox.of(session).record("k", new Step("a", 1));
                    session.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(payloads()).isEmpty();
    }

    @Test
    void aNestedBlockThatIsUndoneTakesItsEventsWithIt() {
        sessions.transaction(session -> {
            Outbox outbox = Outbox.of(session);
            outbox.record("before", new Step("a", 1));
            session.nested(inner -> outbox.record("kept", new Step("a", 2)));
            assertThatThrownBy(() -> session.nested(inner -> {
                        outbox.record("undone", new Step("a", 3));
                        inner.nested(innermost -> outbox.record("undone, too", new Step("a", 4)));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            outbox.record("after", new Step("a", 5));
        });
        assertThat(keys()).containsExactly("before", "kept", "after");
    }

    @Test
    void codeWithEntityManagersRecordsInTheirTransaction() {
        sessions.transaction(session -> {
            EntityManager entities = session.entityManager();
            entities.createQuery("update Author a set a.name = 'Augusta' where a.id = 1")
                    .executeUpdate();
            // region plain
            Outbox.of(entities).record("author-1", new Step("plain", 1));
            // endregion
            entities.persist(new Article(entities.find(Author.class, 1L), "Notes"));
        });
        assertThat(keys()).containsExactly("author-1");
        assertThat(this.<Author>read(session -> session.get(Author.class, 1L).orElseThrow())
                        .name())
                .isEqualTo("Augusta");
    }

    @Test
    @InJavaSe
    void anEntityManagerRecordsInEachOfItsTransactions() {
        try (EntityManager entities = factory().createEntityManager()) {
            for (int times = 1; times <= 3; times++) {
                entities.getTransaction().begin();
                Outbox.of(entities).record("k" + times, new Step("plain", times));
                if (times == 2) {
                    entities.getTransaction().rollback();
                } else {
                    entities.getTransaction().commit();
                }
            }
        }
        assertThat(keys()).containsExactly("k1", "k3");
    }

    @Test
    void anEventIsWhatItWasWhenItWasRecorded() {
        sessions.transaction(session -> {
            Mutable event = new Mutable();
            event.text = "then";
            Outbox.of(session).record("k", event);
            event.text = "now";
        });
        assertThat(payloads()).containsExactly("{\"text\": \"then\"}");
    }

    @Test
    void headersTellWhoAndWhatElseIsSaid() {
        SessionFactory ann =
                SessionFactory.of(factory(), SessionSettings.standard().auditing(Auditing.by(() -> "ann")));
        ann.transaction(session -> Outbox.of(session).record("k", new Step("a", 1), Map.of("tenant", "north")));

        assertThat(this.<String>read(
                        session -> session.one(selectValue(o.headers).from(o))))
                .isEqualTo("{\"who\": \"ann\", \"tenant\": \"north\"}");
    }

    @Test
    void allEventsOfATransactionAreOneStatementAtItsEnd() {
        forgetStatements();
        record("k", new Step("a", 1), new Step("a", 2), new Step("a", 3));

        assertThat(statements()).singleElement().asString().contains("insert into", "pg_notify");
    }

    /** Nobody waits for what has no order. */
    @Test
    void eventsWithoutKeysTakeNoLocks() {
        sessions.transaction(session ->
                IntStream.range(0, 600).forEach(number -> Outbox.of(session).record(new Step("a", number))));

        assertThat(keys()).hasSize(600).doesNotHaveDuplicates();
        assertThat(statements()).noneMatch(sql -> sql.contains("pg_advisory"));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        OutboxSettings settings = OutboxSettings.standard();
        Stream.<Runnable>of(
                        () -> settings.workers(0),
                        () -> settings.batch(0),
                        () -> settings.attempts(0),
                        () -> settings.poll(Duration.ZERO),
                        () -> settings.keep(Duration.ofNanos(1)),
                        () -> settings.stuckAfter(Duration.ofSeconds(-1)),
                        () -> settings.backOff(Duration.ZERO, Duration.ofSeconds(1)),
                        () -> settings.backOff(Duration.ofSeconds(1), Duration.ZERO))
                .forEach(work -> refused(OrmError.OUTBOX_INVALID, work));
    }

    @Test
    void listenersOfEntitiesMayRecord() {
        SessionFactory told = SessionFactory.of(
                factory(), SessionSettings.standard().on(EntityEvent.AfterUpdate.class, event -> Outbox.of(
                                event.scope().session())
                        .record(String.valueOf(event.key()), new Step("listener", 1))));
        told.transaction(session -> session.get(Author.class, 1L).orElseThrow().rename("Augusta"));

        assertThat(payloads()).containsExactly("{\"by\": \"listener\", \"number\": 1}");
    }

    @Test
    void recordingNeedsATransactionAKeyAndAName() {
        try (EntityManager entities = factory().createEntityManager()) {
            refused(OrmError.TRANSACTION_NEEDED, () -> Outbox.of(entities).record("k", new Step("a", 1)));
        }
        refused(OrmError.EVENT_INVALID, () -> record(" ", new Step("a", 1)));
        refused(OrmError.EVENT_INVALID, () -> record("k", "a text"));
        refused(OrmError.EVENT_INVALID, () -> record("k", new Endless()));
        refused(OrmError.OUTBOX_INVALID, () -> OutboxSettings.standard().table("outbox\" where"));
    }

    @Test
    void manyKeysAreRecordedAtOnce() {
        sessions.transaction(session ->
                IntStream.range(0, 20_000).forEach(key -> Outbox.of(session).record("key-" + key, new Step("a", key))));

        assertThat(this.<Long>read(session -> session.count(select(o.number).from(o))))
                .isEqualTo(20_000);
    }

    @Test
    void transactionsThatRecordTheSameKeysInAnyOrderDoNotWaitInCircles() throws Exception {
        execute(SLOW);
        ExecutorService recorders = Executors.newFixedThreadPool(RECORDERS);
        try {
            List<Future<?>> all = IntStream.range(0, RECORDERS)
                    .<Future<?>>mapToObj(number -> recorders.submit(() -> {
                        for (int event = 0; event < 10; event++) {
                            boolean forth = (number + event) % 2 == 0;
                            sessions.transaction(session -> {
                                Outbox.of(session).record(forth ? "left" : "right", new Step("a", number));
                                Outbox.of(session).record(forth ? "right" : "left", new Step("a", number));
                            });
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            recorders.shutdown();
        }
        assertThat(keys()).hasSize(RECORDERS * 10 * 2);
    }

    /** As when the disk is slow: between the number and the commit some time passes. */
    private static final String SLOW = """
        create function linger() returns trigger language plpgsql as
          'begin perform pg_sleep(random() * 0.01); return null; end';
        create trigger linger after insert on athanor_outbox for each statement execute function linger();
        """;

    @Test
    void noEventOfAKeyAppearsBeforeAnotherThatIsThere() throws Exception {
        noneIsLate(0);
    }

    /** They lock all keys rather than their own. */
    @Test
    void norWhereSomeAreRecordedWithManyOthers() throws Exception {
        noneIsLate(501);
    }

    /** @param others with how many of other keys the first of the recorders records its own */
    private void noneIsLate(int others) throws Exception {
        execute(SLOW);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> late = CompletableFuture.supplyAsync(() -> late(done));
        ExecutorService recorders = Executors.newFixedThreadPool(RECORDERS);
        try {
            List<Future<?>> all = IntStream.range(0, RECORDERS)
                    .<Future<?>>mapToObj(number -> recorders.submit(() -> IntStream.range(0, EVENTS)
                            .forEach(event -> sessions.transaction(session -> {
                                Outbox.of(session).record("key-" + (number + event) % 3, new Step("a", event));
                                if (number == 0 && event % 6 == 0) {
                                    IntStream.range(0, others).forEach(other -> Outbox.of(session)
                                            .record("other-" + other, new Step("a", event)));
                                }
                            }))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            recorders.shutdown();
            done.set(true);
        }
        assertThat(late.join()).isZero();
        assertThat(keys()).hasSize(RECORDERS * EVENTS + others * EVENTS / 6);
    }

    /** How many events have appeared although later ones of their keys had been seen before. */
    private int late(AtomicBoolean done) {
        Map<String, Long> lastSeen = new HashMap<>();
        Map<Long, String> seen = new HashMap<>();
        int late = 0;
        while (!done.get()) {
            List<Row> rows = this.<List<Row>>read(
                    session -> session.list(select(o.number, o.eventKey).from(o).orderBy(o.number.asc())));
            Map<String, Long> now = new HashMap<>(lastSeen);
            for (Row row : rows) {
                long number = Objects.requireNonNull(row.get(o.number));
                String key = Objects.requireNonNull(row.get(o.eventKey));
                if (seen.put(number, key) == null && number < lastSeen.getOrDefault(key, 0L)) {
                    late++;
                }
                now.merge(key, number, Math::max);
            }
            lastSeen = now;
        }
        return late;
    }

    @Test
    void whoRecordsFirstAndCommitsLastComesLast() {
        sessions.transaction(slow -> {
            Outbox.of(slow).record("k", new Step("slow", 1));
            record("k", new Step("quick", 1));
        });
        assertThat(payloads())
                .containsExactly("{\"by\": \"quick\", \"number\": 1}", "{\"by\": \"slow\", \"number\": 1}");
    }

    @Test
    void anotherTableMayHaveThem() {
        execute("create schema shop; set search_path to shop; " + script().replace("athanor_outbox", "events"));
        sessions.transaction(
                session -> Outbox.of(session, OutboxSettings.standard().table("shop.events"))
                        .record("k", new InvoicePaid(1, BigDecimal.ONE)));

        OutboxTable events = OutboxTable.named("shop.events", "e");
        assertThat(this.<Long>read(
                        session -> session.count(select(events.number).from(events))))
                .isEqualTo(1);
    }

    /** Changes after it was recorded. */
    @OutboxEvent("mutable")
    public static class Mutable {
        public String text = "";
    }

    /** Contains itself. */
    @OutboxEvent("endless")
    public static class Endless {
        public Endless getSelf() {
            return this;
        }
    }
}
