// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxSettings;
import dev.athanor.orm.outbox.OutboxTable;
import dev.athanor.orm.outbox.Step;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure is noted by whoever it happened to, and not where others have gone on meanwhile. */
@InJavaSe
class OutboxRowsTest extends SessionTest {
    private static final Duration LATER = Duration.ofMinutes(1);

    private final OutboxTable o = OutboxTable.as("o");
    private final OutboxRows rows = new OutboxRows(OutboxSettings.standard());

    @BeforeEach
    void recordOne() {
        execute(script("athanor-outbox.sql"));
        sessions.transaction(session -> Outbox.of(session).record("k", new Step("a", 1)));
    }

    private Pending claimed() {
        return sessions.<Pending, RuntimeException>transactionResult(
                session -> rows.claim(session, "k").orElseThrow());
    }

    private boolean fails(Pending event) {
        return sessions.<Boolean, RuntimeException>transactionResult(
                session -> rows.failed(session, event, "no", LATER, false));
    }

    private int attempts() {
        return this.<Integer>read(session -> session.one(selectValue(o.attempts).from(o)));
    }

    @Test
    void aFailureIsNotedOnce() {
        Pending event = claimed();
        assertThat(fails(event)).isTrue();
        assertThat(attempts()).isEqualTo(1);

        assertThat(fails(event)).as("of the attempt that was noted").isFalse();
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void whatOthersAreDeliveringHasNotFailed() {
        Pending event = claimed();
        sessions.transaction(other -> {
            assertThat(rows.claim(other, "k")).isPresent();
            assertThat(fails(event)).isFalse();
        });
        assertThat(attempts()).isZero();
    }
}
