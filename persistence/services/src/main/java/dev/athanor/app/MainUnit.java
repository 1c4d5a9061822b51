// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.LibertyPool;
import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says which persistence unit the sessions are about that are injected. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI injects them
public class MainUnit {
    private static final String KEY = "ATHANOR_JWT_KEY";

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

    /**
     * All servers of one key know each other's cursors, and those from before a restart. The key is not that of the
     * tokens itself, so that neither says anything of the other. Static: sessions ask for it, of which beans that are
     * made at the start have some.
     */
    // region cursors
    @Produces
    @Singleton
    static SessionSettings settings(@ConfigProperty(name = "athanor.jwt.key") Optional<String> key) {
        String secret = key.orElseThrow(() -> new IllegalStateException(Secret.advice(KEY)));
        return SessionSettings.standard().cursorKey(Secret.of(KEY, secret).derived("athanor cursors"));
    }
    // endregion

    @Produces
    OutboxSettings outbox() {
        return OutboxSettings.standard().workers(2).listeningOn(listening).poll(poll);
    }

    /** Its figures are metrics of the server. */
    @Produces
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private final Insight insight = Insight.ofStatements(500).withPool("athanor", LibertyPool.of("jdbc/athanor"));
}
