// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.LibertyPool;
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

    /** Its figures are metrics of the server. */
    @Produces
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private final Insight insight = Insight.ofStatements(500).withPool("athanor", LibertyPool.of("jdbc/athanor"));
}
