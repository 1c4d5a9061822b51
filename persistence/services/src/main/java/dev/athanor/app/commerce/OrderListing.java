// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.commerce.Order;
import dev.athanor.domain.commerce.OrderItem;
import dev.athanor.domain.commerce.Payment;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.QOrder;
import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QPayment;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The orders of a customer, for that customer. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class OrderListing {
    private final QOrder o = QOrder.as("o");
    private final QOrderItem i = QOrderItem.as("i");
    private final QPayment y = QPayment.as("y");
    private final QProduct p = QProduct.as("p");

    private final View<Product> products = View.of(p, "id", p.id, Product::id)
            .attribute("sku", p.sku, Product::sku)
            .attribute("name", p.name, Product::name)
            .made();

    private final View<OrderItem> items = View.of(i, "name", i.name, OrderItem::name)
            .attribute("unitPrice", i.unitPrice, OrderItem::unitPrice)
            .attribute("quantity", i.quantity, OrderItem::quantity)
            .computed("total", i.total(), OrderItem::total, i.unitPrice, i.quantity)
            .link("product", i.product, OrderItem::product, () -> products)
            .made();

    private final View<Payment> payments = View.of(y, "amount", y.amount, Payment::amount)
            .attribute("paidAt", y.paidAt, Payment::paidAt)
            .undivided()
            .made();

    private final View<Order> orders = View.of(o, "id", o.id, Order::id)
            .attribute("placedAt", o.placedAt, Order::placedAt)
            .attribute("cancelledAt", o.cancelledAt, Order::cancelledAt)
            .attribute(
                    "recipient", o.address.recipient, order -> order.address().recipient())
            .attribute("street", o.address.street, order -> order.address().street())
            .attribute("postcode", o.address.postcode, order -> order.address().postcode())
            .attribute("city", o.address.city, order -> order.address().city())
            .gathered("total", o.total(), Order::total, List.of(), List.of(o.items))
            .gathered("paid", o.paid(), Order::paid, List.of(), List.of(o.payments))
            .gathered("due", o.due(), Order::due, List.of(o.cancelledAt), List.of(o.items, o.payments))
            .link("items", o.items, Order::items, () -> items)
            .link("payments", o.payments, Order::payments, () -> payments)
            .made();

    @Inject
    private Session session;

    /** What is told of an order. */
    public ViewShape shape() {
        return orders;
    }

    /** A page of those that a customer asks for. */
    public ViewPage list(long customer, ViewRequest request) {
        return orders.query(request).page(session, o.customerId.eq(customer));
    }

    /** The order of this key, if it is the customer's. */
    public Optional<ViewDocument> find(long customer, long id, ViewRequest request) {
        return orders.query(request).one(session, o.id, id, o.customerId.eq(customer));
    }
}
