// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several events in one transaction, and what stays of them. */
@InJavaSe
class OutboxBatchTest extends WorkerTests {
    @Test
    void severalEventsOfAKeyMayBeDeliveredInOneTransaction() throws Exception {
        Map<Object, Integer> transactions = new ConcurrentHashMap<>();
        record(
                "k",
                IntStream.range(0, 20).mapToObj(number -> new Step("a", number)).toArray());
        start(steps((step, delivery) -> {
                    transactions.merge(delivery.session(), 1, Integer::sum);
                    received.add(step.by() + step.number());
                })
                .batch(10));

        assertThat(received.next(20))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(number -> "a" + number).toList());
        awaitStates();
        assertThat(transactions.values()).containsExactly(10, 10);
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
    void whatIsNotDueIsNotTakenAlong() throws Exception {
        execute("insert into athanor_outbox (event_key, type, payload, due_at) select 'k', 'step',"
                + " jsonb_build_object('by', 'a', 'number', n), clock_timestamp() + n * interval '1 second'"
                + " from generate_series(0, 1) as n");
        List<Duration> times = new CopyOnWriteArrayList<>();
        Instant before = Instant.now();
        start(steps((step, delivery) -> {
                    times.add(Duration.between(before, Instant.now()));
                    received.add(step.by() + step.number());
                })
                .batch(10));

        assertThat(received.next(2)).containsExactly("a0", "a1");
        assertThat(times.get(1)).isGreaterThan(Duration.ofMillis(700));
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
    void whatIsKeptTellsHowItWent() throws Exception {
        AtomicInteger times = new AtomicInteger();
        start(steps((step, delivery) -> {
                    if (times.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    received.add("done");
                })
                .keep(Duration.ofHours(1)));
        record("k", new Step("a", 1));
        received.next();
        awaitStates("DELIVERED");

        Row row = this.<Row>read(
                session -> session.one(select(o.attempts, o.error, o.endedAt).from(o)));
        assertThat(row.get(o.attempts)).isEqualTo(2);
        assertThat(row.get(o.error)).isNull();
        assertThat(row.get(o.endedAt)).isNotNull();
    }

    /** They are more than are deleted at once. */
    @Test
    void whatWasDeliveredLongAgoIsDeletedAndNothingElse() {
        execute("insert into athanor_outbox (event_key, type, payload, state, ended_at)"
                + " select 'k', 'step', '{}', 'DELIVERED', clock_timestamp() - interval '1 day'"
                + " from generate_series(1, 2500)");
        execute("insert into athanor_outbox (event_key, type, payload, state, ended_at) values"
                + " ('k', 'step', '{}', 'DEAD', clock_timestamp() - interval '1 day'),"
                + " ('k', 'step', '{}', 'DELIVERED', clock_timestamp())");
        start(steps(note()).keep(Duration.ofHours(1)).poll(NEVER));

        awaitStates("DEAD", "DELIVERED");
    }
}
