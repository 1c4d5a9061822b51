// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.outbox.OutboxEvent;

/** A parcel is under way. */
@OutboxEvent("parcel-sent")
public record ParcelSent(long number, String goods) {}
