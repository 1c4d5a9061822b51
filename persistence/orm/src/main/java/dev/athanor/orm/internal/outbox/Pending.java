// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.time.Instant;

/**
 * An event that is about to be delivered, as its row has it.
 *
 * @param attempts how often that was tried before
 */
record Pending(
        long number, String key, String type, String payload, String headers, Instant recordedAt, int attempts) {}
