// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.orm.plain.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Brings parcels. */
// region handler
@Notes
@ApplicationScoped
class Courier implements OutboxHandler<ParcelSent> {
    @Inject
    @Notes
    private Session session;

    @Override
    public void handle(ParcelSent event, Delivery delivery) {
        session.add(new Note(event.number(), event.goods() + " for " + delivery.key()));
    }
}
// endregion
