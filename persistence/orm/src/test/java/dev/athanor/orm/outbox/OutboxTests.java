// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** What tests of outboxes extend: its table is there. */
abstract class OutboxTests extends SessionTest {
    protected final OutboxTable o = OutboxTable.as("o");

    static String script() {
        return script("athanor-outbox.sql");
    }

    static String script(String name) {
        try (InputStream script = Session.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
