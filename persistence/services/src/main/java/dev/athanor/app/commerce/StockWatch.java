// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.value;

import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.QReorder;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Asks for more of what an order has left little of, unless more is on its way. Nobody who orders waits for that; and
 * as it looks at what there is now, it may be told of an order late, or twice.
 */
@ApplicationScoped
class StockWatch implements OutboxHandler<OrderPlaced> {
    private static final int TIMES = 3;

    private final QOrderItem i = QOrderItem.as("i");
    private final QProduct p = QProduct.as("p");
    private final QStock s = QStock.as("s");
    private final QReorder r = QReorder.as("r");

    @Inject
    private Session session;

    @Override
    public void handle(OrderPlaced event, Delivery delivery) {
        session.execute(insert(r)
                .from(
                        select(
                                        p.id,
                                        s.reorderAt.times(TIMES).plus(1).minus(s.quantity),
                                        value(SqlTypes.INSTANT, delivery.recordedAt()))
                                .from(i)
                                .join(i.product, p)
                                .join(p.stock, s)
                                .where(i.order.id.eq(event.order()), s.isLow(), p.listed.isTrue()),
                        r.product.id,
                        r.quantity,
                        r.requestedAt)
                .onConflict(r.product.id)
                .indexWhere(r.receivedAt.isNull())
                .doNothing());
    }
}
