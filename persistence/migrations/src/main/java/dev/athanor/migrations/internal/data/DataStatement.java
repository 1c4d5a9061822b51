// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.MigrationEvent;
import dev.athanor.migrations.MigrationLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.PreparedStatementFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.statement.AbstractSqlStatement;
import liquibase.statement.ExecutablePreparedStatement;

/** A migration of rows as Liquibase takes it for one statement, so that it runs when statements do. For one thread. */
public final class DataStatement extends AbstractSqlStatement implements ExecutablePreparedStatement {
    private static final String TABLE = "athanor_data_migration";

    private final Database database;
    private final String changeSet;
    private final boolean forward;
    private final int size;
    private final DataRun.Work migration;
    private final String script;
    private final boolean scriptable;

    DataStatement(
            Database database,
            String changeSet,
            boolean forward,
            int size,
            DataRun.Work migration,
            String script,
            boolean scriptable) {
        this.database = database;
        this.changeSet = changeSet;
        this.forward = forward;
        this.size = size;
        this.migration = migration;
        this.script = script;
        this.scriptable = scriptable;
    }

    /** What stands for it in a script: the same, or what refuses to go on. */
    public String script() {
        return script;
    }

    /** Whether the script does the same. */
    public boolean isScriptable() {
        return scriptable;
    }

    @Override
    public void execute(PreparedStatementFactory factory) throws DatabaseException {
        Connection connection = ((JdbcConnection) database.getConnection()).getWrappedConnection();
        String table =
                database.escapeTableName(database.getLiquibaseCatalogName(), database.getLiquibaseSchemaName(), TABLE);
        DataPosition position = new DataPosition(connection, table, changeSet + (forward ? "" : " backward"));
        try {
            new DataRun(connection, position, changeSet, size, events()).run(migration);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @SuppressWarnings("unchecked") // of what Athanor's own runs put there
    private static Consumer<MigrationEvent> events() {
        Consumer<MigrationEvent> events = Scope.getCurrentScope().get(DataRun.EVENTS, Consumer.class);
        return events == null ? MigrationLog.every(Duration.ofSeconds(10)) : events;
    }
}
