// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.QTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What tests of workers extend: workers that are closed after each, and what they have done. */
abstract class WorkerTests extends OutboxTests {
    protected static final Duration PATIENCE = Duration.ofSeconds(30);
    protected static final Duration NEVER = Duration.ofHours(1);

    protected final QTag t = QTag.as("t");
    protected final Received received = new Received();
    private final List<OutboxWorker> workers = new ArrayList<>();

    @AfterEach
    final void stop() {
        workers.forEach(OutboxWorker::close);
    }

    protected final OutboxWorker start(OutboxSettings settings) {
        OutboxWorker worker = OutboxWorker.start(factory(), settings);
        closeLater(worker);
        return worker;
    }

    protected final void closeLater(OutboxWorker worker) {
        workers.add(worker);
    }

    /** Handles steps, with tries and polls in quick succession. */
    protected static OutboxSettings steps(OutboxHandler<Step> handler) {
        return OutboxSettings.standard()
                .on(Step.class, handler)
                .backOff(Duration.ofMillis(10), Duration.ofMillis(40))
                .poll(Duration.ofMillis(200));
    }

    protected final OutboxHandler<Step> note() {
        return (step, delivery) -> received.add(step.by() + step.number());
    }

    protected final List<String> states() {
        return this.<List<String>>read(
                session -> session.list(selectValue(o.state).from(o).orderBy(o.number.asc())));
    }

    protected final void awaitStates(String... wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!states().equals(List.of(wanted)) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(states()).containsExactly(wanted);
    }

    protected static void awaitFailures(OutboxWorker worker, long number) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (worker.figures().failed() < number && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(worker.figures().failed()).isEqualTo(number);
    }

    /** How many statements with this text have run. */
    protected static long ran(String text) {
        return statements().stream().filter(sql -> sql.contains(text)).count();
    }
}
