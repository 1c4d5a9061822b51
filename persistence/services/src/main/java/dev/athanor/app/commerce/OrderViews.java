// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Multisets.multiset;
import static dev.athanor.sql.Sql.select;

import dev.athanor.domain.commerce.QOrder;
import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.sql.Select;

/** Orders with their lines, by one statement. */
final class OrderViews {
    private static final QOrder O = QOrder.as("o");
    private static final QOrderItem I = QOrderItem.as("i");
    private static final QProduct P = QProduct.as("p");

    private OrderViews() {}

    static Select<OrderView> of(long id) {
        return all().where(O.id.eq(id));
    }

    static Select<OrderView> ofCustomer(long customer) {
        return all().where(O.customerId.eq(customer)).orderBy(O.placedAt.desc(), O.id.desc());
    }

    private static Select<OrderView> all() {
        return select(
                        OrderView.class,
                        O.id,
                        O.customerId,
                        O.placedAt,
                        O.cancelledAt,
                        O.total(),
                        O.paid(),
                        O.due(),
                        multiset(O.items, I, lines()))
                .from(O);
    }

    private static Select<OrderView.OrderLine> lines() {
        return select(OrderView.OrderLine.class, P.sku, I.name, I.unitPrice, I.quantity, I.total())
                .from(I)
                .join(I.product, P)
                .orderBy(I.name.asc(), P.sku.asc());
    }
}
