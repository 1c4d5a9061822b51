// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.orm.plain.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings parcels the second time, or never. */
@Notes
@ApplicationScoped
class SlowCourier implements OutboxHandler<ParcelDelayed> {
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @Inject
    @Notes
    private Session session;

    @Inject
    private Visit visit;

    @Override
    public void handle(ParcelDelayed event, Delivery delivery) throws Exception {
        session.add(new Note(event.number(), event.goods() + " for " + delivery.key()));
        session.flush();
        visit.end();
        begun.incrementAndGet();
        if (System.getenv("COURIER_HOLDS") != null) {
            never.await(); // until the server is killed; the one that takes its place is not told so
        }
        if (delivery.attempt() == 1 && event.goods().equals("late")) {
            throw new IllegalStateException("on purpose");
        }
    }

    int begun() {
        return begun.get();
    }
}
