// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Says which persistence unit the sessions are about that are injected. */
@ApplicationScoped
public class MainUnit {
    @Produces
    @PersistenceContext(unitName = "athanor")
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private EntityManager entities;
}
