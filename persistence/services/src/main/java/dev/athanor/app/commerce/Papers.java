// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.time.LocalDate;
import java.util.List;

/** The papers that go with orders. */
public interface Papers {

    /**
     * Issues an invoice about all that an order costs.
     *
     * @throws InvalidInput if there is no such order, it was taken back, or it costs too much for one invoice
     */
    Paper.InvoicePaper invoice(long order, LocalDate dueOn);

    /**
     * Issues what comes with an order's parcels.
     *
     * @throws InvalidInput if there is no such order, it was taken back, or there is no parcel
     */
    Paper.DeliveryPaper deliveryNote(long order, int parcels);

    /** All papers of an order, of whatever kind, the first first. */
    List<Paper> of(long order);

    /**
     * The same, for a customer.
     *
     * @throws NotFound if the customer has no such order
     */
    List<Paper> of(long customer, long order);

    /** The invoices that were due before a day, the longest overdue first. */
    List<Paper.InvoicePaper> overdueOn(LocalDate day);
}
