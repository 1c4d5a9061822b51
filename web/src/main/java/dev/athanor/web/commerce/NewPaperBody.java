// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.Violations;
import dev.athanor.app.commerce.Paper;
import dev.athanor.app.commerce.Papers;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is to go with an order.
 *
 * @param kind an invoice about all that it costs, or what comes with its parcels
 * @param dueOn until when an invoice is to be paid
 * @param parcels how many there are
 */
@Schema(name = "NewPaper", requiredProperties = "kind")
public record NewPaperBody(
        @Nullable Kind kind,
        @Nullable LocalDate dueOn,
        @Nullable Integer parcels) {
    /** What a paper is for. */
    public enum Kind {
        INVOICE,
        DELIVERY
    }

    Paper issued(Papers papers, long order) {
        boolean invoice = kind == Kind.INVOICE;
        boolean delivery = kind == Kind.DELIVERY;
        new Violations()
                .when(kind == null, "kind", "must be given")
                .when(invoice && dueOn == null, "dueOn", "must be given")
                .when(invoice && parcels != null, "parcels", "are of deliveries")
                .when(delivery && parcels == null, "parcels", "must be given")
                .when(delivery && dueOn != null, "dueOn", "is of invoices")
                .refuse();
        return invoice
                ? papers.invoice(order, Objects.requireNonNull(dueOn))
                : papers.deliveryNote(order, Objects.requireNonNull(parcels));
    }
}
