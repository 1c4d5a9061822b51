// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.testing;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.StatementEvent.AfterStatement;
import dev.athanor.orm.internal.eclipselink.DatabaseMemory;
import dev.athanor.testing.CurrentDataSource;
import dev.athanor.testing.Statements;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.ServiceLoader;

/** A persistence unit that all tests of a run share, on one database after the other; closed at the end of the run. */
final class TestedUnit implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final CurrentDataSource database;
    private final boolean deployed;

    private TestedUnit(EntityManagerFactory factory, CurrentDataSource database, boolean deployed) {
        this.factory = factory;
        this.database = database;
        this.deployed = deployed;
    }

    static TestedUnit of(String name) {
        CurrentDataSource database = new CurrentDataSource();
        return ServiceLoader.load(DeployedUnits.class)
                .findFirst()
                .map(units -> new TestedUnit(units.factory(name), database, true))
                .orElseGet(() -> new TestedUnit(created(name, database), database, false));
    }

    /** Units of servers, too: whose transactions they are, and which data source, is said here. */
    private static EntityManagerFactory created(String name, CurrentDataSource database) {
        return Persistence.createEntityManagerFactory(
                name,
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        database,
                        "eclipselink.session-name",
                        "tests of " + name));
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** Sessions for a test, whose statements are told: in a server by events, as its connections are its own. */
    SessionFactory sessions(Statements statements) {
        SessionSettings settings = SessionSettings.standard();
        if (deployed) {
            settings = settings.on(
                    AfterStatement.class,
                    event -> statements.note(event.statement().sql()));
        } else {
            database.lead(statements.dataSource());
        }
        DatabaseMemory.forget(factory);
        return SessionFactory.of(factory, settings);
    }

    @Override
    public void close() {
        if (!deployed) {
            factory.close();
        }
    }
}
