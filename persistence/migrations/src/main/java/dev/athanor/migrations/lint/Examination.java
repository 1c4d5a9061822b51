// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import dev.athanor.migrations.lint.Operation.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;

/** Looks at one change set. For one use by one thread. */
final class Examination {
    private static final int LONGEST_NAME = 63;

    private final ChangeSet changeSet;
    private final StatementSource.Statements statements;
    private final KnownSchema known;
    private final Silences silences;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> locked = new LinkedHashSet<>();

    /** What tables that get other names were called at the begin. */
    private final Map<String, String> before = new HashMap<>();

    /** The constraints that this transaction has made, and what nobody can do until it ends. */
    private final Map<String, String> made = new HashMap<>();

    private int number;
    private String sql = "";

    Examination(ChangeSet changeSet, StatementSource.Statements statements, KnownSchema known) {
        this.changeSet = changeSet;
        this.statements = statements;
        this.known = known;
        this.silences = new Silences(Objects.requireNonNullElse(changeSet.getComments(), ""));
    }

    List<Finding> findings(Database database) {
        known.in(changeSet.getFilePath());
        for (String text : statements.texts()) {
            statement(text);
        }
        number = 0;
        sql = "";
        statements.unread().forEach(what -> found(Rule.NOT_READ, what));
        if (locked.size() > 1 && changeSet.isRunInTransaction()) {
            found(Rule.SEVERAL_LOCKS, "nobody can use " + String.join(" and ", locked) + " until all is done");
        }
        if (!isTakenBack(database)) {
            found(Rule.NO_ROLLBACK, "nothing says how it is taken back");
        }
        silences.report(this::found);
        return findings;
    }

    private void statement(String text) {
        for (List<SqlToken> tokens : SqlTokens.statements(text)) {
            number++;
            sql = text.strip();
            names(tokens);
            List<Operation> operations = Operations.of(tokens);
            for (Operation operation : operations) {
                operation(operation);
            }
        }
    }

    private void operation(Operation operation) {
        Look look = new Look(operation, known, changeSet.isRunInTransaction(), this::found);
        LossRules.look(look);
        RowRules.look(look);
        if (!isCovered(operation)) {
            LockRules.look(look);
        }
        validation(operation);
        if (known.isFelt(operation)) {
            String table = known.tableOf(operation);
            locked.add(before.getOrDefault(table, table));
            locked.remove("");
        }
        if (operation.is(Kind.RENAME_TABLE) || operation.is(Kind.MOVE_TABLE)) {
            before.put(AlterTable.nameAfter(operation), before.getOrDefault(operation.table(), operation.table()));
        }
        known.learn(operation);
    }

    /** Whether something takes the name that a table or a column loses, within the same transaction. */
    private boolean isCovered(Operation operation) {
        return changeSet.isRunInTransaction()
                && statements.texts().stream()
                        .flatMap(text -> SqlTokens.statements(text).stream())
                        .flatMap(tokens -> Operations.of(tokens).stream())
                        .anyMatch(other -> takesNameOf(operation, other));
    }

    private static boolean takesNameOf(Operation operation, Operation other) {
        boolean sameTable = other.table().equals(operation.table());
        return switch (operation.kind()) {
            case RENAME_TABLE, MOVE_TABLE -> sameTable && other.is(Kind.CREATE_VIEW);
            case RENAME_COLUMN ->
                sameTable
                        && other.is(Kind.RENAME_COLUMN)
                        && AlterTable.newName(other.rest()).equals(operation.name());
            default -> false;
        };
    }

    private void validation(Operation operation) {
        String constraint = operation.table() + "." + operation.name();
        if (operation.is(Kind.ADD_CONSTRAINT)) {
            made.put(constraint, operation.cursor().isAt("foreign") ? "write to " : "use ");
        } else if (operation.is(Kind.VALIDATE)
                && changeSet.isRunInTransaction()
                && !known.isNew(operation.table())
                && made.containsKey(constraint)) {
            found(
                    Rule.VALIDATED_AT_ONCE,
                    "nobody can " + made.get(constraint) + operation.table() + " while all its rows are looked at");
        }
    }

    private void names(List<SqlToken> tokens) {
        tokens.stream()
                .filter(token -> token.isName() && token.name().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
                .forEach(token -> found(Rule.NAME_TOO_LONG, "PostgreSQL cuts the name " + token.text()));
    }

    /** By its own words, or as Liquibase can do it for each change. */
    private boolean isTakenBack(Database database) {
        return !changeSet.getRollback().getChanges().isEmpty()
                || changeSet.getChanges().stream()
                        .allMatch(change -> change instanceof EmptyChange || change.supportsRollback(database));
    }

    private void found(Rule rule, String message) {
        if (!silences.covers(rule)) {
            findings.add(new Finding(
                    changeSet.getFilePath(),
                    changeSet.getId(),
                    number,
                    sql,
                    rule.id(),
                    rule.severity(),
                    message,
                    rule.saferForm()));
        }
    }
}
