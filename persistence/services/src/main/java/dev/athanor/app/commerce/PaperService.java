// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.select;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.Violations;
import dev.athanor.domain.commerce.DeliveryNote;
import dev.athanor.domain.commerce.Document;
import dev.athanor.domain.commerce.Invoice;
import dev.athanor.domain.commerce.Order;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.QDocument;
import dev.athanor.domain.commerce.QInvoice;
import dev.athanor.domain.commerce.QOrder;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** {@link Papers} by a session. */
@ApplicationScoped
@Transactional
class PaperService implements Papers {
    private final QDocument d = QDocument.as("d");
    private final QInvoice i = QInvoice.as("i");
    private final QOrder o = QOrder.as("o");

    @Inject
    private Session session;

    @Override
    public Paper.InvoicePaper invoice(long id, LocalDate dueOn) {
        Order order = order(id);
        new Violations()
                .when(order.isCancelled(), "order", "was cancelled", Reason.ORDER_CANCELLED)
                .when(isTooLarge(order.total()), "order", "costs more than an invoice can be about")
                .refuse();
        Invoice invoice = new Invoice(order, order.total(), dueOn);
        session.add(invoice);
        session.flush();
        return view(invoice);
    }

    private static boolean isTooLarge(BigDecimal total) {
        return total.precision() - total.scale() > Product.PRICE_PRECISION - Product.PRICE_SCALE;
    }

    @Override
    public Paper.DeliveryPaper deliveryNote(long id, int parcels) {
        new Violations().when(parcels < 1, "parcels", "must be positive").refuse();
        Order order = order(id);
        new Violations()
                .when(order.isCancelled(), "order", "was cancelled", Reason.ORDER_CANCELLED)
                .refuse();
        DeliveryNote note = new DeliveryNote(order, parcels);
        session.add(note);
        session.flush();
        return view(note);
    }

    private Order order(long id) {
        return session.get(Order.class, id).orElseThrow(() -> new InvalidInput("order", Texts.UNKNOWN));
    }

    @Override
    public List<Paper> of(long order) {
        return session.list(select(d).where(d.order.id.eq(order)).orderBy(d.issuedAt.asc(), d.id.asc())).stream()
                .map(PaperService::paper)
                .toList();
    }

    @Override
    public List<Paper> of(long customer, long order) {
        if (!session.exists(select(o).where(o.id.eq(order), o.customerId.eq(customer)))) {
            throw new NotFound("order");
        }
        return of(order);
    }

    @Override
    public List<Paper.InvoicePaper> overdueOn(LocalDate day) {
        return session
                .list(select(i)
                        .join(i.order, o)
                        .where(i.dueOn.lt(day), o.isSettled().not())
                        .orderBy(i.dueOn.asc(), i.id.asc()))
                .stream()
                .map(PaperService::view)
                .toList();
    }

    private static Paper paper(Document document) {
        if (document instanceof Invoice invoice) {
            return view(invoice);
        }
        if (document instanceof DeliveryNote note) {
            return view(note);
        }
        throw new IllegalArgumentException("a document of an unknown kind: " + document.getClass());
    }

    private static Paper.InvoicePaper view(Invoice invoice) {
        return new Paper.InvoicePaper(invoice.id(), invoice.issuedAt(), invoice.amount(), invoice.dueOn());
    }

    private static Paper.DeliveryPaper view(DeliveryNote note) {
        return new Paper.DeliveryPaper(note.id(), note.issuedAt(), note.parcels());
    }
}
