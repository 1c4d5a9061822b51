// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Changelogs in a folder, run by Liquibase. For one thread.
 *
 * @param folder where they are
 */
record LiquibaseFiles(Path folder) {
    /** Writes and runs one; how many change sets there are. */
    int update(Connection connection, String name, String yaml) throws Exception {
        Files.writeString(folder.resolve(name), yaml);
        with(connection, name, liquibase -> liquibase.update(""));
        return (int)
                yaml.lines().filter(line -> line.startsWith("  - changeSet:")).count();
    }

    void rollback(Connection connection, String name, int count) throws Exception {
        with(connection, name, liquibase -> liquibase.rollback(count, ""));
    }

    @SuppressWarnings("try") // it is not interrupted
    private void with(Connection connection, String name, Work work) throws Exception {
        try (DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
            Scope.child(
                    Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false), () -> {
                        PostgresDatabase database = new PostgresDatabase();
                        database.setConnection(new JdbcConnection(connection));
                        work.on(new Liquibase(name, files, database));
                    });
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** What is done by Liquibase. */
    private interface Work {
        void on(Liquibase liquibase) throws Exception;
    }
}
