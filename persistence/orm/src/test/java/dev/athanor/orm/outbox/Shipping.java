// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

/** What happens to goods. */
public sealed interface Shipping {
    /** They have left. */
    @OutboxEvent("sent")
    record Sent(String goods) implements Shipping {}

    /** They are there. */
    @OutboxEvent("arrived")
    record Arrived(String goods, String place) implements Shipping {}
}
