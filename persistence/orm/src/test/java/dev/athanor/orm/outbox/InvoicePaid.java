// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.math.BigDecimal;

// region event
@OutboxEvent("invoice-paid")
public record InvoicePaid(long invoice, BigDecimal amount) {}
// endregion
