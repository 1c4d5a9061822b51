// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;

/** Writes migrations of rows into scripts. */
public final class DataStatementGenerator extends AbstractSqlGenerator<DataStatement> {
    @Override
    public ValidationErrors validate(
            DataStatement statement, Database database, SqlGeneratorChain<DataStatement> chain) {
        return new ValidationErrors();
    }

    @Override
    public Sql[] generateSql(DataStatement statement, Database database, SqlGeneratorChain<DataStatement> chain) {
        return new Sql[] {new UnparsedSql(statement.script())};
    }
}
