// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.select;

import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.Violations;
import dev.athanor.domain.commerce.DeliveryNote;
import dev.athanor.domain.commerce.Document;
import dev.athanor.domain.commerce.Invoice;
import dev.athanor.domain.commerce.Order;
import dev.athanor.domain.commerce.QDocument;
import dev.athanor.domain.commerce.QInvoice;
import dev.athanor.domain.commerce.QOrder;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        Order order = order(id, new Violations());
        new Violations()
                .when(!Invoice.canBeOf(order.total()), "order", "is too much for one invoice")
                .refuse();
        Invoice invoice = new Invoice(order, order.total(), dueOn);
        session.add(invoice);
        session.flush();
        return view(invoice);
    }

    @Override
    public Paper.DeliveryPaper deliveryNote(long id, int parcels) {
        Order order = order(id, new Violations().when(parcels < 1, "parcels", "must be positive"));
        DeliveryNote note = new DeliveryNote(order, parcels);
        session.add(note);
        session.flush();
        return view(note);
    }

    /** One that papers may be written for, unless something else is wrong. */
    private Order order(long id, Violations others) {
        Optional<Order> order = session.get(Order.class, id);
        others.when(order.isEmpty(), "order", Texts.UNKNOWN).refuse();
        new Violations()
                .when(order.orElseThrow().isCancelled(), "order", "was cancelled", Reason.ORDER_CANCELLED)
                .refuse();
        return order.orElseThrow();
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
