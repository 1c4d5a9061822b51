// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.orm.outbox.OutboxEvent;

/**
 * An order was placed. Told by the outbox, after the commit.
 *
 * @param order the key
 */
@OutboxEvent("order-placed")
public record OrderPlaced(long order) {}
