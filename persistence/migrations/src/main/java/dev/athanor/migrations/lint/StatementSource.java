// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/** The statements that Liquibase would run for change sets, without a database. For one thread. */
final class StatementSource {
    private final Database database;

    StatementSource(ResourceAccessor resources) throws LiquibaseException {
        PostgresDatabase postgres = new PostgresDatabase();
        postgres.setConnection(new Unattached(resources));
        this.database = postgres;
    }

    Database database() {
        return database;
    }

    /** Those of a change set; a change that cannot tell them without doing them, gives its name to be reported. */
    Statements of(ChangeSet changeSet) {
        List<String> texts = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Change change : changeSet.getChanges()) {
            try {
                if (change.generateStatementsVolatile(database)) {
                    unread.add(name(change) + " does what only running it shows");
                } else {
                    texts.addAll(of(change));
                }
            } catch (UnexpectedLiquibaseException | IllegalArgumentException | NullPointerException e) {
                unread.add(name(change) + " cannot be read: " + e.getMessage());
            }
        }
        return new Statements(texts, unread);
    }

    private static String name(Change change) {
        return change.getSerializedObjectName();
    }

    private List<String> of(Change change) {
        List<String> texts = new ArrayList<>();
        for (SqlStatement statement : change.generateStatements(database)) {
            for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(statement, database)) {
                texts.add(sql.toSql());
            }
        }
        return texts;
    }

    /**
     * What a change set does.
     *
     * @param texts its statements
     * @param unread what could not be had, and why
     */
    record Statements(List<String> texts, List<String> unread) {
        Statements {
            texts = List.copyOf(texts);
            unread = List.copyOf(unread);
        }
    }

    /** By itself it would be remembered in the services of Liquibase for ever. */
    private static final class Unattached extends OfflineConnection {
        private Unattached(ResourceAccessor resources) {
            super("offline:postgresql?version=17.0", resources);
        }

        @Override
        public void attached(Database database) {
            // Nothing.
        }
    }
}
