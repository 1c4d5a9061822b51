// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.data.DataMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/** What a change set with a migration of rows must be like. */
final class DataRules {
    private final DataChange change;

    DataRules(DataChange change) {
        this.change = change;
    }

    List<String> problems(Database database) {
        List<String> problems = new ArrayList<>();
        if (!(database instanceof PostgresDatabase)) {
            problems.add("athanorData is for PostgreSQL");
        }
        ChangeSet changeSet = change.getChangeSet();
        if (changeSet.isRunInTransaction()) {
            problems.add("say runInTransaction: false of the change set, as each batch is a transaction");
        }
        if (changeSet.getChanges().size() > 1) {
            problems.add("a change set with athanorData has no other changes, as it is not undone with them");
        }
        if ((change.getMigration() == null) == (change.getSql() == null)) {
            problems.add("athanorData has either a migration, the name of a class, or sql");
        }
        if (change.getBatch() != null && change.getBatch() < 1) {
            problems.add("batch is at least 1");
        }
        return change.getMigration() == null ? ofStatements(problems) : ofClass(problems, change.getMigration());
    }

    private List<String> ofStatements(List<String> problems) {
        if ((change.getTable() == null) != (change.getKey() == null)) {
            problems.add("table and key go together");
        }
        Stream.of(change.getSql(), change.getRollbackSql()).forEach(sql -> {
            if (sql != null && (change.getTable() != null) != sql.contains(DataChange.KEYS)) {
                problems.add("table and key are for a statement with the condition " + DataChange.KEYS
                        + ", one without is repeated until it changes nothing: " + sql);
            }
        });
        return problems;
    }

    private static List<String> ofClass(List<String> problems, String name) {
        try {
            loaded(name);
        } catch (MigrationException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    static DataMigration loaded(@Nullable String name) {
        try {
            return Class.forName(name, true, Scope.getCurrentScope().getClassLoader())
                    .asSubclass(DataMigration.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new MigrationException(
                    MigrationError.DATA_MIGRATION_INVALID,
                    "the migration of rows " + name + " cannot be made: it is a public class that implements "
                            + DataMigration.class.getName() + ", with a constructor without parameters (" + e + ")",
                    e);
        }
    }
}
