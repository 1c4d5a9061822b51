// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.forNoKeyUpdate;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.InvalidInput;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.QReplenishment;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.domain.commerce.Replenishment;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** {@link Warehouse} by a session. */
@ApplicationScoped
@Transactional
class WarehouseService implements Warehouse {
    private final QReplenishment r = QReplenishment.as("r");
    private final QProduct p = QProduct.as("p");
    private final QStock s = QStock.as("s");

    @Inject
    private Session session;

    @Override
    public List<Supply> onItsWay() {
        return session.list(select(Supply.class, r.id, p.sku, r.quantity, r.orderedAt)
                .from(r)
                .join(r.product, p)
                .where(r.isOnItsWay())
                .orderBy(r.orderedAt.asc(), r.id.asc()));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public int arrive(long supply) {
        Replenishment arrived = session.oneOrNone(
                        select(r).where(r.id.eq(supply), r.isOnItsWay()).lock(forNoKeyUpdate()))
                .orElseThrow(() -> new InvalidInput("supply", "is not on its way"));
        arrived.arrive(Instant.now());
        return session.one(update(s)
                .set(s.quantity, s.quantity.plus(arrived.quantity()))
                .where(s.product.id.eq(arrived.product().id()))
                .returningValue(s.quantity));
    }
}
