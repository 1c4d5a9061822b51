// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.press.Author;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** An enterprise bean that sends parcels. */
@Stateless
public class Sender {
    // region recording
    @Inject
    @Notes
    private Outbox outbox;

    public void send(long number, String goods, String to) {
        outbox.record(to, new ParcelSent(number, goods));
    }
    // endregion

    @PersistenceContext(unitName = "press")
    private EntityManager press;

    @PersistenceContext(unitName = "notes")
    private EntityManager notes;

    @Inject
    private Outbox ofPress;

    public void sendSlowly(long number, String goods, String to) {
        outbox.record(to, new ParcelDelayed(number, goods));
    }

    public void sendAndFail(long number, String goods, String to) {
        send(number, goods, to);
        throw new IllegalStateException("on purpose");
    }

    /** By entity managers alone, of two units, each with an outbox. */
    public void renameAndTell(long author, String name) {
        press.createQuery("update Author a set a.name = :name where a.id = :id")
                .setParameter("name", name)
                .setParameter("id", author)
                .executeUpdate();
        press.find(Author.class, author);
        ofPress.record("author-" + author, new ParcelSent(author, name));
        Outbox.of(notes).record("author-" + author, new ParcelSent(100 + author, name));
    }
}
