// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.Session;
import java.time.Instant;
import java.util.Map;

/**
 * What a handler is told beside the event. For the thread that it is given to.
 *
 * @param number tells this event from all others; the same each time it is delivered
 * @param key what it is about: events of one key come in the order in which their transactions have committed
 * @param type the name of the event's type
 * @param headers what was noted with it; {@link Outbox#WHO} among it, if that was known
 * @param recordedAt when it was recorded
 * @param attempt how often it was tried to deliver it, this time included
 * @param session of the transaction in which it is delivered
 */
public record Delivery(
        long number,
        String key,
        String type,
        Map<String, String> headers,
        Instant recordedAt,
        int attempt,
        Session session) {
    /** Keeps a copy. */
    public Delivery {
        headers = Map.copyOf(headers);
    }
}
