// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.LibertyPool;
import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says which persistence unit the sessions are about that are injected. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI injects them
public class MainUnit {
    @Produces
    @PersistenceContext(unitName = "athanor")
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private EntityManager entities;

    /** A connection of its own listens, as one that is taken for good is none of the application's pool. */
    @Resource(lookup = "jdbc/athanor-outbox")
    private DataSource listening;

    @Inject
    @ConfigProperty(name = "athanor.outbox.poll", defaultValue = "PT10S")
    private Duration poll;

    @Produces
    OutboxSettings outbox() {
        return OutboxSettings.standard().workers(2).listeningOn(listening).poll(poll);
    }

    /** Its figures are metrics of the server. */
    @Produces
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private final Insight insight = Insight.ofStatements(500).withPool("athanor", LibertyPool.of("jdbc/athanor"));
}
