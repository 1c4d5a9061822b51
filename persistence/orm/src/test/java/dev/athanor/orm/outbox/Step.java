// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

/** What happened, and when, as who recorded it counts. */
@OutboxEvent(value = "step", formerly = "pace")
public record Step(String by, int number) {}
