// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.select;

import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.QReorder;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** {@link Reorders} by a session. */
@ApplicationScoped
@Transactional
class ReorderService implements Reorders {
    private final QReorder r = QReorder.as("r");
    private final QProduct p = QProduct.as("p");

    @Inject
    private Session session;

    @Override
    public List<ReorderView> open() {
        return session.list(select(ReorderView.class, p.sku, r.quantity, r.requestedAt)
                .from(r)
                .join(r.product, p)
                .where(r.receivedAt.isNull())
                .orderBy(r.id.asc()));
    }
}
