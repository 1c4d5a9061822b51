// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;

import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.QReplenishment;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.sql.Clocked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Has more of what orders have left too little of. Not within the order: no customer waits for it, and an order does
 * not fail because of it. An event that comes twice finds a replenishment on its way, as do two at once: the index of
 * those sees to it.
 */
@ApplicationScoped
class StockKeeper implements OutboxHandler<OrderPlaced> {
    private final QProduct p = QProduct.as("p");
    private final QStock s = QStock.as("s");
    private final QReplenishment r = QReplenishment.as("r");

    @Inject
    private Session session;

    // region handler
    @Override
    public void handle(OrderPlaced event, Delivery delivery) {
        session.execute(insert(r)
                .from(
                        select(p.id, s.reorderAt.times(2).plus(1).minus(s.quantity), Clocked.instant())
                                .from(s)
                                .join(s.product, p)
                                .where(p.sku.in(event.skus()), s.isLow()),
                        r.product.id,
                        r.quantity,
                        r.orderedAt)
                .onConflict(r.product.id)
                .indexWhere(r.arrivedAt.isNull())
                .doNothing());
    }
    // endregion
}
