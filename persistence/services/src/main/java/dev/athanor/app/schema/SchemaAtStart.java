// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import dev.athanor.migrations.MigrationMode;
import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.SchemaReadiness;
import dev.athanor.migrations.SchemaWatch;
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
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies or upgrades the schema before the application serves. Where that does not succeed the application starts all
 * the same, not ready, and looks again; and now and then it looks whether the schema is still current.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaAtStart {
    private static final String CHANGELOG = "db/changelog.yaml";

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource dataSource;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "athanor.schema", defaultValue = "verify")
    private String mode;

    @SuppressWarnings("NullAway.Init") // made before anybody else can call
    private SchemaWatch watch;

    @PostConstruct
    void start() {
        Migrations migrations =
                Migrations.of(dataSource, CHANGELOG).foundBy(getClass().getClassLoader());
        watch = SchemaWatch.of(migrations, MigrationMode.of(mode));
        look();
    }

    /** By a timer of one shot, so never twice at once. */
    @Timeout
    void look() {
        watch.look();
        timers.createSingleActionTimer(watch.pause().toMillis(), new TimerConfig(null, false));
    }

    /** Whether the schema allows to serve, and why not. */
    public SchemaReadiness readiness() {
        return watch.readiness();
    }
}
