// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandFactory;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Applies a changelog; Liquibase is loaded for those only who have one. */
final class Changelog {
    private Changelog() {}

    static void apply(String changelog, TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(
                    Map.of(
                            Scope.Attr.resourceAccessor.name(),
                            new ClassLoaderResourceAccessor(),
                            Scope.Attr.ui.name(),
                            new LoggerUIService()),
                    () -> update().addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, target)
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                            .execute());
        } catch (LiquibaseException e) {
            throw failed(changelog, e);
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw failed(changelog, e);
        }
    }

    /**
     * With steps of its own, which nobody else gets: by itself Liquibase keeps one object of each for all threads, and
     * in it whether there is a lock to be released.
     */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // of all who make such commands
    private static CommandScope update() throws LiquibaseException {
        synchronized (CommandFactory.class) {
            CommandFactory commands = Scope.getCurrentScope().getSingleton(CommandFactory.class);
            commands.resetCommandDefinitions();
            try {
                return new CommandScope(UpdateCommandStep.COMMAND_NAME);
            } finally {
                commands.resetCommandDefinitions();
            }
        }
    }

    private static TestDatabaseException failed(String changelog, Exception cause) {
        return new TestDatabaseException("the changelog " + changelog + " failed: " + cause.getMessage(), cause);
    }
}
