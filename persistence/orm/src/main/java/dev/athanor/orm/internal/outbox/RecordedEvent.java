// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

/**
 * An event that is about to be written.
 *
 * @param ordered whether events of its key have an order
 * @param payload as JSON
 * @param headers as JSON
 */
record RecordedEvent(String key, boolean ordered, String type, String payload, String headers) {}
