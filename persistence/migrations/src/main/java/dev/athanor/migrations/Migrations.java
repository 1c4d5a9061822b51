// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The migrations of one database, described by a Liquibase changelog on the class path.
 *
 * <pre>{@code
 * Migrations migrations = Migrations.of(dataSource, "db/changelog.yaml");
 * SchemaState state = migrations.state();   // reads only
 * migrations.upgrade();                     // applies what is missing
 * }</pre>
 *
 * <p>Any number of servers may call {@link #upgrade()} at once: one works, the others wait for it. The lock is a
 * PostgreSQL advisory lock of the very session that migrates, so that the one does not outlive the other, and a server
 * that died blocks nobody.
 *
 * <p>Immutable and thread-safe. The data source must hand out connections that take no part in a transaction of the
 * container's.
 */
public final class Migrations {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final String changelog;
    private final ClassLoader classLoader;
    private final Duration patience;
    private final Consumer<MigrationEvent> events;

    private Migrations(
            DataSource dataSource,
            String changelog,
            ClassLoader classLoader,
            Duration patience,
            Consumer<MigrationEvent> events) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.changelog = Objects.requireNonNull(changelog, "changelog");
        this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.events = Objects.requireNonNull(events, "events");
    }

    /** Migrations by a changelog that the calling thread's context class loader finds. */
    public static Migrations of(DataSource dataSource, String changelog) {
        return new Migrations(
                dataSource,
                changelog,
                Thread.currentThread().getContextClassLoader(),
                PATIENCE,
                MigrationLog.every(BETWEEN_LINES));
    }

    /** The same, with the changelog and what it includes found by this class loader. */
    public Migrations foundBy(ClassLoader classLoader) {
        return new Migrations(dataSource, changelog, classLoader, patience, events);
    }

    /** The same, willing to wait this long for others that are migrating; ten minutes if not said. */
    public Migrations waitingAtMost(Duration patience) {
        return new Migrations(dataSource, changelog, classLoader, patience, events);
    }

    /** The same, with somebody told how it goes on; the log, if not said. */
    public Migrations telling(Consumer<MigrationEvent> events) {
        return new Migrations(dataSource, changelog, classLoader, patience, events);
    }

    Migrations tellingToo(Consumer<MigrationEvent> more) {
        return telling(events.andThen(more));
    }

    /** How the schema stands to the changelog. Runs read-only: the user needs no right to change anything. */
    public SchemaState state() {
        try (Connection connection = connect()) {
            return run(connection).state();
        } catch (SQLException e) {
            throw LiquibaseScope.failure("the schema's state cannot be read", e);
        }
    }

    /**
     * Applies the change sets that are missing, each in a transaction of its own with the row that records it, and
     * returns the state after that. When one fails, those before it stay applied, and it leaves nothing behind.
     */
    public SchemaState upgrade() {
        try (Connection connection = connect()) {
            return LiquibaseScope.locked(connection, patience, events, () -> {
                run(connection).update();
                return run(connection).state();
            });
        } catch (SQLException e) {
            throw LiquibaseScope.failure("the schema's state cannot be read", e);
        }
    }

    private LiquibaseRun run(Connection connection) {
        return new LiquibaseRun(connection, changelog, classLoader, patience, events);
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new MigrationException(
                    MigrationError.DATABASE_UNREACHABLE, "no connection for migrations: " + e.getMessage(), e);
        }
    }
}
