// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.ColumnType;
import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.Volatility;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of rows: written anew, filled, or no longer fitting. */
final class RowRules {
    private RowRules() {}

    static void look(Look look) {
        if (look.isNew()) {
            return;
        }
        Operation operation = look.operation();
        switch (operation.kind()) {
            case ADD_COLUMN -> added(look);
            case COLUMN_TYPE -> retyped(look);
            case SET_EXPRESSION -> {
                if (!look.known().isVirtual(look.table(), operation.name())) {
                    rewrite(look, "a stored column is computed anew");
                }
            }
            case SET_LOGGED, REWRITE_TABLE -> rewrite(look, "the table is copied");
            case SET_NOT_NULL -> notNull(look);
            case UPDATE -> update(look);
            default -> {
                // Rows stay as they are.
            }
        }
    }

    private static void rewrite(Look look, String why) {
        look.find(Rule.TABLE_REWRITE, "all rows of " + look.table() + " are written anew: " + why);
    }

    private static void added(Look look) {
        List<SqlToken> definition = look.operation().rest();
        String type = ColumnType.of(definition).name();
        boolean generated = Cursor.has(definition, "generated", "always", "as", "(");
        boolean identity = Cursor.has(definition, "as", "identity");
        boolean serial = !definition.isEmpty()
                && definition.get(0).text().toLowerCase(Locale.ROOT).endsWith("serial");
        if (generated && new Cursor(definition).skipTo("stored")) {
            rewrite(look, type + " is computed for each and stored");
        } else if (identity || serial) {
            rewrite(look, "each gets a number");
        } else if (Volatility.isVolatile(defaultOf(definition))) {
            rewrite(look, "the default may be another one for each");
        }
        boolean valued = generated || identity || serial || Cursor.has(definition, "default");
        boolean needed = Cursor.has(definition, "not", "null") || Cursor.has(definition, "primary", "key");
        if (needed && !valued) {
            look.find(
                    Rule.NOT_NULL_WITHOUT_VALUES,
                    "rows that are there have no value for " + look.column() + ": if there are any, this fails");
        }
    }

    /** The expression after {@code default}, up to what else a column says. */
    private static List<SqlToken> defaultOf(List<SqlToken> definition) {
        Cursor cursor = new Cursor(definition);
        if (!cursor.skipTo("default")) {
            return List.of();
        }
        cursor.next();
        List<SqlToken> rest = cursor.rest();
        Cursor end = new Cursor(rest);
        int length = end.skipTo("not", "constraint", "unique", "references", "check", "generated", "primary")
                ? rest.size() - end.rest().size()
                : rest.size();
        return rest.subList(0, length);
    }

    private static void retyped(Look look) {
        Operation operation = look.operation();
        ColumnType wanted = ColumnType.of(operation.rest());
        Optional<ColumnType> old = look.known().type(look.table(), operation.name());
        boolean computed = !isCast(operation, wanted);
        if (computed || old.isEmpty() || !old.get().staysAs(wanted)) {
            rewrite(
                    look,
                    old.map(type -> type.toString()).orElse("a type that is not known here") + " becomes " + wanted);
        }
        boolean narrow = old.isPresent() ? !old.get().fits(wanted) : wanted.isLimited();
        if (narrow && !look.known().isNew(look.table(), operation.name())) {
            look.find(Rule.TYPE_NARROWING, "values of " + look.column() + " may not fit " + wanted);
        }
    }

    /** Whether nothing is computed but the column cast to the type. */
    private static boolean isCast(Operation operation, ColumnType wanted) {
        Cursor cursor = operation.cursor();
        if (!cursor.skipTo("using")) {
            return true;
        }
        cursor.next();
        return cursor.name().equals(operation.name())
                && cursor.accept("::")
                && ColumnType.of(cursor.rest()).equals(wanted);
    }

    private static void notNull(Look look) {
        String column = look.operation().name();
        if (look.known().isCheckedNotNull(look.table(), column)) {
            return;
        }
        look.find(Rule.NOT_NULL_SCANS_TABLE, "all rows of " + look.table() + " are looked at while nobody can use it");
        if (!look.known().isFilled(look.table())) {
            look.find(
                    Rule.NOT_NULL_WITHOUT_VALUES,
                    "nothing here fills " + look.column() + ": if there are nulls, this fails");
        }
    }

    private static void update(Look look) {
        Cursor cursor = look.operation().cursor();
        boolean some = false;
        if (cursor.skipTo("where")) {
            List<SqlToken> condition = cursor.rest();
            some = !Cursor.has(condition, "is", "null") && !Cursor.has(condition, "is", "not", "null");
        }
        if (!some && look.inTransaction()) {
            look.find(
                    Rule.BACKFILL_IN_TRANSACTION,
                    "rows of " + look.table() + " stay locked, and old versions of them kept, until all are done");
        }
    }
}
