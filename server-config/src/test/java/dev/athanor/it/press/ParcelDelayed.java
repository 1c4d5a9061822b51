// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.outbox.OutboxEvent;

/** A parcel is on its way for long. */
@OutboxEvent("parcel-delayed")
public record ParcelDelayed(long number, String goods) {}
