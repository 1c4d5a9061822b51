// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.LiquibaseScope;
import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.internal.data.DataStatement;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomSqlRollback;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RuntimeStatement;

/** The statements of change sets, for scripts. Runs nothing; refuses what is no statement. */
final class ChangeSetSql {
    private final Database database;

    ChangeSetSql(Database database) {
        this.database = database;
    }

    /** What it does. */
    List<String> statements(ChangeSet changeSet) {
        List<String> statements = new ArrayList<>();
        for (Change change : changeSet.getChanges()) {
            checkWords(changeSet, change, false);
            render(changeSet, change.generateStatements(database), changeSet.getSqlVisitors(), statements);
        }
        return statements;
    }

    /** What takes it back. */
    List<String> rollback(ChangeSet changeSet) {
        List<SqlVisitor> visitors = changeSet.getSqlVisitors().stream()
                .filter(SqlVisitor::isApplyToRollback)
                .toList();
        List<String> statements = new ArrayList<>();
        try {
            List<Change> own = changeSet.getRollback().getChanges();
            for (Change change : own) {
                checkWords(changeSet, change, false);
                render(changeSet, change.generateStatements(database), visitors, statements);
            }
            List<Change> changes = changeSet.getChanges();
            for (int i = changes.size() - 1; i >= 0 && own.isEmpty(); i--) {
                checkWords(changeSet, changes.get(i), true);
                render(changeSet, changes.get(i).generateRollbackStatements(database), visitors, statements);
            }
            return statements;
        } catch (LiquibaseException e) {
            throw notScriptable(changeSet, LiquibaseScope.innermost(e));
        }
    }

    /** Such changes would be run by asking for their statements. */
    private static void checkWords(ChangeSet changeSet, Change change, boolean back) {
        if (change instanceof CustomChangeWrapper custom) {
            boolean sql = back
                    ? custom.getCustomChange() instanceof CustomSqlRollback
                    : custom.getCustomChange() instanceof CustomSqlChange;
            if (!sql) {
                throw notScriptable(changeSet, "it is done in Java, by " + custom.getClassName());
            }
        }
    }

    private void render(
            ChangeSet changeSet, SqlStatement[] rendered, List<SqlVisitor> visitors, List<String> statements) {
        SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
        for (SqlStatement statement : rendered) {
            boolean rows = statement instanceof DataStatement data && data.isScriptable();
            if (statement instanceof RuntimeStatement
                    || (statement instanceof ExecutablePreparedStatement && !rows)
                    || !generators.supports(statement, database)
                    || generators.generateStatementsVolatile(statement, database)) {
                throw notScriptable(changeSet, statement.getClass().getSimpleName() + " needs the database");
            }
            for (Sql sql : generators.generateSql(statement, database)) {
                String text = sql.toSql();
                for (SqlVisitor visitor : visitors) {
                    text = visitor.modifySql(text, database);
                }
                statements.add(text);
            }
        }
    }

    private static MigrationException notScriptable(ChangeSet changeSet, String why) {
        return new MigrationException(
                MigrationError.NOT_SCRIPTABLE,
                "change set " + changeSet.toString(false) + " cannot be written as a script: " + why
                        + ". Write a script up to it, and one from after it; or migrate without a script.");
    }
}
