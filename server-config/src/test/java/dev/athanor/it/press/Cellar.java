// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.orm.outbox.OutboxSettings;
import dev.athanor.orm.plain.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Keeps parcels, where there is room for one at a time. */
@Cramped
@ApplicationScoped
class Cellar implements OutboxHandler<ParcelSent> {
    @Produces
    @Cramped
    static OutboxSettings settings() {
        return OutboxSettings.standard()
                .table("cellar_outbox")
                .workers(1)
                .withoutNotifications()
                .poll(Duration.ofMillis(500));
    }

    @Inject
    @Cramped
    private Session session;

    @Inject
    @Cramped
    private Outbox outbox;

    @Transactional
    public void store(long number, String goods) {
        outbox.record(goods, new ParcelSent(number, goods));
    }

    @Override
    public void handle(ParcelSent event, Delivery delivery) {
        session.add(new Note(event.number(), event.goods() + " in the cellar"));
    }
}
