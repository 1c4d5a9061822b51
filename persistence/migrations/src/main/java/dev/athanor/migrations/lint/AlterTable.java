// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.lint.Operation.Kind;
import java.util.List;

/** Understands the parts of {@code alter table}. Immutable and thread-safe. */
record AlterTable(String table) {
    static List<Operation> operations(Cursor cursor) {
        cursor.accept("if", "exists");
        cursor.accept("only");
        AlterTable alter = new AlterTable(cursor.name());
        cursor.accept("*");
        return cursor.parts().stream()
                .map(part -> alter.operation(new Cursor(part)))
                .toList();
    }

    private Operation operation(Cursor part) {
        if (part.accept("add")) {
            return add(part);
        } else if (part.accept("drop")) {
            return drop(part);
        } else if (part.accept("alter")) {
            part.accept("column");
            return column(part.name(), part);
        } else if (part.accept("validate", "constraint")) {
            return of(Kind.VALIDATE, part.name(), part);
        } else if (part.accept("rename")) {
            return rename(part);
        } else if (part.accept("set")) {
            return set(part);
        }
        return of(part.isAt("reset") || part.isAt("cluster") ? Kind.OTHER : Kind.OTHER_ALTER, "", part);
    }

    private Operation of(Kind kind, String name, Cursor rest) {
        return new Operation(kind, table, name, rest.rest());
    }

    private Operation add(Cursor part) {
        if (part.accept("constraint")) {
            return of(Kind.ADD_CONSTRAINT, part.name(), part);
        }
        for (String constraint : List.of("primary", "unique", "foreign", "check", "exclude", "not")) {
            if (part.isAt(constraint)) {
                return of(Kind.ADD_CONSTRAINT, "", part);
            }
        }
        part.accept("column");
        part.accept("if", "not", "exists");
        return of(Kind.ADD_COLUMN, part.name(), part);
    }

    private Operation drop(Cursor part) {
        Kind kind = part.accept("constraint") ? Kind.DROP_CONSTRAINT : Kind.DROP_COLUMN;
        part.accept("column");
        part.accept("if", "exists");
        return of(kind, part.name(), part);
    }

    private Operation column(String name, Cursor part) {
        if (part.accept("type") || part.accept("set", "data", "type")) {
            return of(Kind.COLUMN_TYPE, name, part);
        } else if (part.accept("set", "not", "null")) {
            return of(Kind.SET_NOT_NULL, name, part);
        } else if (part.accept("drop", "not", "null")) {
            return of(Kind.DROP_NOT_NULL, name, part);
        } else if (part.accept("set", "expression")) {
            return of(Kind.SET_EXPRESSION, name, part);
        }
        boolean gentle = part.isAt("set", "statistics") || part.isAt("set", "(") || part.isAt("reset");
        return of(gentle ? Kind.OTHER : Kind.OTHER_ALTER, name, part);
    }

    private Operation rename(Cursor part) {
        if (part.accept("to")) {
            return of(Kind.RENAME_TABLE, part.name(), part);
        } else if (part.accept("constraint")) {
            return of(Kind.OTHER_ALTER, part.name(), part);
        }
        part.accept("column");
        return of(Kind.RENAME_COLUMN, part.name(), part);
    }

    private Operation set(Cursor part) {
        if (part.accept("schema")) {
            return of(Kind.MOVE_TABLE, part.name(), part);
        } else if (part.accept("logged") || part.accept("unlogged")) {
            return of(Kind.SET_LOGGED, "", part);
        } else if (part.isAt("access", "method") || part.isAt("tablespace")) {
            return of(Kind.REWRITE_TABLE, "", part);
        }
        return of(part.isAt("(") || part.isAt("without", "cluster") ? Kind.OTHER : Kind.OTHER_ALTER, "", part);
    }

    /** The name of a table that {@code rename to} gives it. */
    static String renamed(String table, String name) {
        int dot = table.lastIndexOf('.');
        return dot < 0 ? name : table.substring(0, dot + 1) + name;
    }

    /** The name of a table after {@code rename to} or {@code set schema}. */
    static String nameAfter(Operation operation) {
        return operation.is(Kind.MOVE_TABLE)
                ? moved(operation.table(), operation.name())
                : renamed(operation.table(), operation.name());
    }

    private static String moved(String table, String schema) {
        String name = table.substring(table.lastIndexOf('.') + 1);
        return schema.equals("public") ? name : schema + "." + name;
    }

    /** The new name, after {@code rename column a}. */
    static String newName(List<SqlToken> rest) {
        Cursor cursor = new Cursor(rest);
        return cursor.accept("to") ? cursor.name() : "";
    }
}
