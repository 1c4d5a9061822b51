// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An event that nobody tries to deliver any more.
 *
 * @param number tells it from all others
 * @param key what it is about
 * @param type the name of its type
 * @param payload the event as JSON
 * @param headers what was noted with it
 * @param recordedAt when it was recorded
 * @param attempts how often it was tried
 * @param diedAt when it was given up
 * @param error what happened the last time
 */
public record DeadLetter(
        long number,
        String key,
        String type,
        String payload,
        Map<String, String> headers,
        Instant recordedAt,
        int attempts,
        Instant diedAt,
        String error) {
    /** Keeps a copy. */
    public DeadLetter {
        headers = Map.copyOf(headers);
    }
}
