// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.MigrationMode;
import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.SchemaState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies or upgrades the schema before the application serves. Where that does not succeed the application starts all
 * the same, not ready, and looks again: a database that was away is upgraded once it is there; after a migration that
 * failed, or one that is somebody else's to run, it waits until the schema is current.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaAtStart {
    private static final Logger LOG = Logger.getLogger(SchemaAtStart.class.getName());
    private static final String CHANGELOG = "db/changelog.yaml";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource dataSource;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "athanor.schema", defaultValue = "verify")
    private String mode;

    private Optional<String> failedUpgrade = Optional.empty();
    private volatile SchemaReadiness readiness = SchemaReadiness.notReady("the schema was not looked at yet");

    /** Whether the schema allows to serve, and why not. */
    public SchemaReadiness readiness() {
        return readiness;
    }

    /** At the start, and from then on by a timer of one shot until the schema is current: never twice at once. */
    @PostConstruct
    @Timeout
    void look() {
        SchemaReadiness now = reached();
        if (!now.equals(readiness)) {
            LOG.log(now.ready() ? Level.INFO : Level.WARNING, now.description());
            readiness = now;
        }
        if (!now.ready()) {
            timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
        }
    }

    private SchemaReadiness reached() {
        try {
            SchemaState state =
                    upgrades() ? migrations().upgrade() : migrations().state();
            return new SchemaReadiness(
                    state.isCurrent(),
                    state.isCurrent() ? state.description() : failedUpgrade.orElse(state.description()));
        } catch (MigrationException e) {
            return switch (e.code()) {
                case DATABASE_UNREACHABLE, MIGRATION_LOCKED -> SchemaReadiness.notReady(e.getMessage());
                case MIGRATION_FAILED -> {
                    LOG.log(Level.SEVERE, "the schema could not be upgraded", e);
                    failedUpgrade = Optional.of(e.getMessage());
                    yield SchemaReadiness.notReady(e.getMessage());
                }
                case CHANGELOG_UNREADABLE, MODE_UNKNOWN -> throw e;
            };
        }
    }

    /** An upgrade that failed would fail again. */
    private boolean upgrades() {
        return MigrationMode.of(mode) == MigrationMode.UPGRADE && failedUpgrade.isEmpty();
    }

    private Migrations migrations() {
        return Migrations.of(dataSource, CHANGELOG).foundBy(getClass().getClassLoader());
    }
}
