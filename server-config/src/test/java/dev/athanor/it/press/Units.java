// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.LibertyPool;
import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;

/** The persistence units that sessions are injected for. */
@ApplicationScoped
@SuppressWarnings("UnusedVariable") // CDI reads them
class Units {
    // region units
    @Produces
    @PersistenceContext(unitName = "press")
    private EntityManager press;

    @Produces
    @Notes
    @PersistenceContext(unitName = "notes")
    private EntityManager notes;
    // endregion

    @Produces
    @PersistenceUnit(unitName = "press")
    private EntityManagerFactory pressFactory;

    @Produces
    @Notes
    @PersistenceUnit(unitName = "notes")
    private EntityManagerFactory notesFactory;

    @Produces
    @Cramped
    @PersistenceContext(unitName = "cramped")
    private EntityManager cramped;

    @Produces
    @Cramped
    @PersistenceUnit(unitName = "cramped")
    private EntityManagerFactory crampedFactory;

    // region outbox
    @Produces
    private final OutboxSettings outbox = OutboxSettings.standard().table("press_outbox");
    // endregion

    // region insight
    @Produces
    @Notes
    private final Insight insight = Insight.ofStatements(100).withPool("press", LibertyPool.of("jdbc/press"));
    // endregion
}
