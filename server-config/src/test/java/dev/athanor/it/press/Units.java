// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

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
}
