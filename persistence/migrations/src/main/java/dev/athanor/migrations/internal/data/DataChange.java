// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.data.DataMigration;
import dev.athanor.migrations.data.ReversibleDataMigration;
import liquibase.change.AbstractChange;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The change type {@code athanorData}: a {@link DataMigration}, a statement for ranges of keys, or one that is repeated
 * until it changes nothing. Liquibase sets it up by its setters. For one thread at a time.
 */
@DatabaseChange(
        name = "athanorData",
        description = "Changes rows in batches, and goes on where it was.",
        priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class DataChange extends AbstractChange {
    /** What a statement has in the place of the condition for a range of keys. */
    static final String KEYS = "{keys}";

    private static final int SIZE = 1000;
    private static final String NOT_NEEDED = "none";
    private static final String POSTGRESQL = "postgresql";

    private @Nullable String migration;
    private @Nullable String sql;
    private @Nullable String rollbackSql;
    private @Nullable String table;
    private @Nullable String key;
    private @Nullable Integer batch;

    /** The class of a {@link DataMigration}. */
    @DatabaseChangeProperty(requiredForDatabase = NOT_NEEDED, supportsDatabase = POSTGRESQL)
    public @Nullable String getMigration() {
        return migration;
    }

    /** See the getter. */
    public void setMigration(@Nullable String migration) {
        this.migration = migration;
    }

    /** A statement. */
    @DatabaseChangeProperty(requiredForDatabase = NOT_NEEDED, supportsDatabase = POSTGRESQL)
    public @Nullable String getSql() {
        return sql;
    }

    /** See the getter. */
    public void setSql(@Nullable String sql) {
        this.sql = sql;
    }

    /** The statement that takes it back. */
    @DatabaseChangeProperty(requiredForDatabase = NOT_NEEDED, supportsDatabase = POSTGRESQL)
    public @Nullable String getRollbackSql() {
        return rollbackSql;
    }

    /** See the getter. */
    public void setRollbackSql(@Nullable String rollbackSql) {
        this.rollbackSql = rollbackSql;
    }

    /** The table whose keys the statement goes by. */
    @DatabaseChangeProperty(requiredForDatabase = NOT_NEEDED, supportsDatabase = POSTGRESQL)
    public @Nullable String getTable() {
        return table;
    }

    /** See the getter. */
    public void setTable(@Nullable String table) {
        this.table = table;
    }

    /** The column of the keys. */
    @DatabaseChangeProperty(requiredForDatabase = NOT_NEEDED, supportsDatabase = POSTGRESQL)
    public @Nullable String getKey() {
        return key;
    }

    /** See the getter. */
    public void setKey(@Nullable String key) {
        this.key = key;
    }

    /** How many rows a batch has; 1000 if not said. */
    @DatabaseChangeProperty(requiredForDatabase = NOT_NEEDED, supportsDatabase = POSTGRESQL)
    public @Nullable Integer getBatch() {
        return batch;
    }

    /** See the getter. */
    public void setBatch(@Nullable Integer batch) {
        this.batch = batch;
    }

    @Override
    public ValidationErrors validate(Database database) {
        ValidationErrors errors = new ValidationErrors(this);
        new DataRules(this).problems(database).forEach(errors::addError);
        return errors;
    }

    @Override
    public boolean supports(Database database) {
        return true;
    }

    @Override
    public boolean generateStatementsVolatile(Database database) {
        return false;
    }

    @Override
    public boolean generateRollbackStatementsVolatile(Database database) {
        return false;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        boolean forward = changeSet().getChanges().contains(this);
        return migration == null
                ? statement(database, forward, String.valueOf(sql))
                : inJava(database, forward, batches -> DataRules.loaded(migration)
                        .forward(batches));
    }

    @Override
    public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
        if (rollbackSql != null) {
            return statement(database, false, rollbackSql);
        }
        if (migration != null && DataRules.loaded(migration) instanceof ReversibleDataMigration reversible) {
            return inJava(database, false, reversible::backward);
        }
        throw new RollbackImpossibleException("the migration of rows in " + name()
                + " does not say how it is taken back: by rollbackSql, a ReversibleDataMigration, or a rollback of the"
                + " change set");
    }

    @Override
    public boolean supportsRollback(Database database) {
        return rollbackSql != null
                || (migration != null && DataRules.loaded(migration) instanceof ReversibleDataMigration);
    }

    @Override
    public String getConfirmationMessage() {
        return "Rows migrated by " + (migration == null ? "SQL" : migration);
    }

    private SqlStatement[] statement(Database database, boolean forward, String of) {
        if (table == null || key == null) {
            return scriptable(database, forward, StatementWork.repeated(of), DataScript.repeated(of));
        }
        String script = DataScript.ofKeys(of, table, key, size());
        return scriptable(database, forward, StatementWork.ofKeys(of, table, key), script);
    }

    private SqlStatement[] scriptable(Database database, boolean forward, DataRun.Work work, String script) {
        return new SqlStatement[] {new DataStatement(database, name(), forward, size(), work, script, true)};
    }

    private SqlStatement[] inJava(Database database, boolean forward, DataRun.Work work) {
        String script = DataScript.refused(name());
        return new SqlStatement[] {new DataStatement(database, name(), forward, size(), work, script, false)};
    }

    private int size() {
        return batch == null ? SIZE : batch;
    }

    private String name() {
        return changeSet().toString(false);
    }

    private ChangeSet changeSet() {
        return getChangeSet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
