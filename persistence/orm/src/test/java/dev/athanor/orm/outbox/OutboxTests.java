// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.SessionTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What tests of outboxes extend: its table is there. */
abstract class OutboxTests extends SessionTest {
    protected final OutboxTable o = OutboxTable.as("o");

    static String script() {
        return script("athanor-outbox.sql");
    }

    @BeforeEach
    void makeOutbox() {
        execute(script());
    }

    protected final void record(String key, Object... events) {
        sessions.transaction(
                session -> List.of(events).forEach(event -> Outbox.of(session).record(key, event)));
    }
}
