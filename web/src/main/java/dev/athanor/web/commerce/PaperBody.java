// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.commerce.Paper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A paper that goes with an order.
 *
 * @param kind INVOICE or DELIVERY
 * @param number the number
 * @param issuedAt when it was issued
 * @param amount how much is to be paid, of invoices
 * @param dueOn until when, of invoices
 * @param parcels how many, of what comes with them
 */
@Schema(name = "Paper")
public record PaperBody(
        String kind,
        long number,
        Instant issuedAt,
        @Nullable BigDecimal amount,
        @Nullable LocalDate dueOn,
        @Nullable Integer parcels) {
    static PaperBody of(Paper paper) {
        if (paper instanceof Paper.InvoicePaper invoice) {
            return new PaperBody(
                    "INVOICE", invoice.number(), invoice.issuedAt(), invoice.amount(), invoice.dueOn(), null);
        }
        if (paper instanceof Paper.DeliveryPaper note) {
            return new PaperBody("DELIVERY", note.number(), note.issuedAt(), null, null, note.parcels());
        }
        throw new IllegalArgumentException("a paper of an unknown kind: " + paper.getClass());
    }
}
