// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.SchemaState;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Fills a database with demo data, a context after the other, each in a transaction of its own. For one thread. */
final class DemoData {
    private static final List<Part> PARTS = List.of(
            new IdentityPart(),
            new PublishingPart(),
            new CommercePart(),
            new WorkforcePart(),
            new AcademyPart(),
            new LedgerPart());
    private static final String CHANGELOG = "db/changelog.yaml";

    private final DataSource database;
    private final Progress progress;
    private final List<String> done = new ArrayList<>();

    DemoData(DataSource database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /** Brings the schema up to date. */
    void upgrade() {
        Migrations.of(database, CHANGELOG).upgrade();
    }

    /** Refuses a database that has another schema. */
    void checkSchema() {
        SchemaState state = Migrations.of(database, CHANGELOG).state();
        if (!state.isCurrent()) {
            throw new SeedFailure("The database has not the schema of this version; --upgrade brings it up to date.");
        }
    }

    /** Deletes what there is. */
    void clear() {
        contents().delete();
    }

    /** Refuses a database that has anything in it. */
    void checkEmpty() {
        contents().filled().ifPresent(table -> {
            throw new SeedFailure("The database is not empty: there are rows in " + table
                    + ". --replace deletes all there is before.");
        });
    }

    private Contents contents() {
        return new Contents(database, PARTS.stream().map(Part::name).toList());
    }

    /** Writes it; the same data for the same sizes, seed and end. */
    void write(Sizes sizes, long seed, Instant until) {
        try (EntityManagerFactory factory = factory()) {
            SessionSettings settings = SessionSettings.standard()
                    .auditing(Auditing.by(() -> "demo").at(Clock.fixed(until, ZoneOffset.UTC)));
            SessionFactory sessions = SessionFactory.of(factory, settings);
            for (Part part : PARTS) {
                write(part, sessions, sizes, seed, until);
                done.add(part.name());
            }
        }
    }

    private void write(Part part, SessionFactory sessions, Sizes sizes, long seed, Instant until) {
        try {
            sessions.transaction(session -> part.write(new Writing(session, sizes, seed, until, progress)));
        } catch (SqlException | OrmException e) {
            throw new SeedFailure(
                    "The data of " + part.name() + " could not be written: " + e.getMessage() + "\n" + rest(), e);
        }
    }

    /** What there is of it if it ends here. */
    String rest() {
        return done.isEmpty()
                ? "Nothing was written."
                : "There is that of " + String.join(", ", done) + ", and no other: begin again with --replace.";
    }

    /** The server's persistence unit, without its server. */
    private EntityManagerFactory factory() {
        return Persistence.createEntityManagerFactory(
                "athanor",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        database,
                        "eclipselink.logging.level",
                        "OFF")); // what fails is said by exceptions
    }
}
