// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A paper that goes with an order. */
public sealed interface Paper {
    /** The number. */
    long number();

    /** When it was issued. */
    Instant issuedAt();

    /**
     * What is to be paid.
     *
     * @param amount how much
     * @param dueOn until when
     */
    record InvoicePaper(long number, Instant issuedAt, BigDecimal amount, LocalDate dueOn) implements Paper {}

    /**
     * What comes with parcels.
     *
     * @param parcels how many
     */
    record DeliveryPaper(long number, Instant issuedAt, int parcels) implements Paper {}
}
