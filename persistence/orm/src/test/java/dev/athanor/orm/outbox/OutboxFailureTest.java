// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Logged;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

/** What becomes of events whose handlers fail. */
@InJavaSe
@SuppressWarnings("try") // logs are only to be closed
class OutboxFailureTest extends WorkerTests {
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
                .attempts(3)
                .poll(NEVER));
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
            assertThat(letters.retry(number + 1)).as("it is not dead").isFalse();
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
    void whatFailedIsTriedAgainWithoutAPoll() throws Exception {
        AtomicInteger times = new AtomicInteger();
        start(steps((step, delivery) -> {
                    if (times.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    received.add(step.by() + step.number());
                })
                .poll(NEVER));
        record("k", new Step("a", 1));

        assertThat(received.next()).isEqualTo("a1");
    }

    @Test
    void whatIsRevivedIsTriedAtOnceAndAsOftenAsBefore() throws Exception {
        start(steps((step, delivery) -> {
                    received.add("attempt " + delivery.attempt());
                    throw new IllegalStateException("no");
                })
                .backOff(NEVER, NEVER)
                .attempts(1)
                .poll(NEVER));
        record("k", new Step("a", 1));
        assertThat(received.next()).isEqualTo("attempt 1");
        awaitStates("DEAD");

        sessions.transaction(session -> {
            assertThat(Outbox.of(session).deadLetters().retryAll()).isEqualTo(1);
            Row row = session.one(select(o.state, o.endedAt).from(o));
            assertThat(row.get(o.state)).isEqualTo("PENDING");
            assertThat(row.get(o.endedAt)).isNull();
        });
        assertThat(received.next()).isEqualTo("attempt 1");
        awaitStates("DEAD");
    }

    @Test
    void nobodyIsToldOfWhatIsRevivedWithoutNotifications() {
        OutboxSettings settings = OutboxSettings.standard().withoutNotifications();
        execute("insert into athanor_outbox (event_key, type, payload, state) values ('k', 'step', '{}', 'DEAD')");

        sessions.transaction(
                session -> assertThat(Outbox.of(session, settings).deadLetters().retryAll())
                        .isEqualTo(1));
        assertThat(ran("pg_notify")).isZero();
        assertThat(states()).containsExactly("PENDING");
    }

    /** PostgreSQL takes no text with a zero, and nobody wants to read all of an endless one. */
    @Test
    void whateverAnErrorSaysIsNoted() {
        start(steps((step, delivery) -> {
                    throw new IllegalStateException("\0" + "x".repeat(20_000));
                })
                .attempts(1));
        record("k", new Step("a", 1));

        awaitStates("DEAD");
        assertThat(this.<String>read(session -> session.one(selectValue(o.error).from(o))))
                .startsWith("java.lang.IllegalStateException: xxx")
                .hasSize(8_000);
    }

    @Test
    void keysThatAreHeldUpAreNotTriedAtEachPoll() {
        execute("insert into athanor_outbox (event_key, type, payload, state) values"
                + " ('k', 'step', '{}', 'DEAD'), ('k', 'step', '{}', 'PENDING')");
        start(steps(note()).deadLettersBlock().poll(Duration.ofMillis(20)));

        await(() -> ran("with recursive head") >= 5);
        assertThat(ran("for update skip locked")).isZero();
    }

    @Test
    void aDeadLetterIsLoggedWithItsFailureAndOthersInALine() {
        try (Logged logged = new Logged("dev.athanor.orm.outbox")) {
            start(steps((step, delivery) -> {
                        throw new IllegalStateException("never");
                    })
                    .attempts(2));
            record("k", new Step("a", 1));
            awaitStates("DEAD");

            assertThat(logged.lines())
                    .hasSize(2)
                    .satisfies(
                            line -> assertThat(line).startsWith("WARNING").contains("attempt 1", "never"),
                            Index.atIndex(0))
                    .satisfies(
                            line -> assertThat(line)
                                    .startsWith("SEVERE")
                                    .contains("attempt 2", "dead letter", "IllegalStateException"),
                            Index.atIndex(1));
        }
    }

    @Test
    void whatKeepsItFromItsWorkIsToldOnceAndWhenItIsOver() throws Exception {
        execute("drop table athanor_outbox");
        try (Logged logged = new Logged("dev.athanor.orm.outbox")) {
            start(steps(note()).withoutNotifications());
            await(() -> ran("with recursive head") >= 3);
            assertThat(logged.lines())
                    .containsExactly("WARNING athanor_outbox: events are not looked for, as the table is not there yet;"
                            + " it is tried again null");

            execute(script());
            record("k", new Step("a", 1));
            assertThat(received.next()).isEqualTo("a1");
            await(() -> logged.lines().size() > 1);
            assertThat(logged.lines()).hasSize(2).last().asString().contains("INFO", "it works again");
        }
    }
}
