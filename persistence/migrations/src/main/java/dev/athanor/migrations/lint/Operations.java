// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import dev.athanor.migrations.lint.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Understands statements. */
final class Operations {
    /** What may be before a statement in a body of PL/pgSQL. */
    private static final Set<String> BEFORE_STATEMENTS = Set.of("begin", "loop", "else");

    private Operations() {}

    static List<Operation> of(List<SqlToken> statement) {
        Cursor cursor = new Cursor(statement);
        if (cursor.accept("alter")) {
            return altered(cursor);
        } else if (cursor.accept("create")) {
            return List.of(created(cursor));
        } else if (cursor.accept("drop")) {
            return dropped(cursor);
        } else if (cursor.accept("do")) {
            return block(cursor);
        }
        return others(cursor);
    }

    private static Operation of(Kind kind, String table, Cursor rest) {
        return new Operation(kind, table, "", rest.rest());
    }

    private static List<Operation> each(Kind kind, Cursor cursor) {
        List<String> names = cursor.names();
        List<SqlToken> rest = cursor.rest();
        return names.stream().map(name -> new Operation(kind, name, "", rest)).toList();
    }

    private static List<Operation> altered(Cursor cursor) {
        if (cursor.accept("table")) {
            return AlterTable.operations(cursor);
        } else if (cursor.accept("type")) {
            String name = cursor.name();
            return List.of(
                    cursor.accept("rename", "to")
                            ? new Operation(Kind.RENAME_ENUM, name, cursor.name(), List.of())
                            : of(Kind.OTHER, name, cursor));
        } else if (isOfTable(cursor)) {
            return List.of(onTable(Kind.OTHER_ALTER, "on", cursor));
        }
        return List.of(of(Kind.OTHER, "", cursor));
    }

    private static boolean isOfTable(Cursor cursor) {
        return cursor.isAt("trigger") || cursor.isAt("policy") || cursor.isAt("rule");
    }

    private static Operation created(Cursor cursor) {
        cursor.accept("or", "replace");
        boolean unique = cursor.accept("unique");
        if (cursor.accept("index")) {
            return index(cursor);
        }
        while (!unique
                && (cursor.accept("global")
                        || cursor.accept("local")
                        || cursor.accept("temporary")
                        || cursor.accept("temp")
                        || cursor.accept("unlogged")
                        || cursor.accept("constraint")
                        || cursor.accept("materialized")
                        || cursor.accept("recursive"))) {
            // They change nothing about what is made.
        }
        if (cursor.accept("table")) {
            cursor.accept("if", "not", "exists");
            return of(Kind.CREATE_TABLE, cursor.name(), cursor);
        } else if (cursor.accept("sequence")) {
            cursor.accept("if", "not", "exists");
            return of(Kind.CREATE_SEQUENCE, cursor.name(), cursor);
        } else if (cursor.accept("view")) {
            cursor.accept("if", "not", "exists");
            return of(Kind.CREATE_VIEW, cursor.name(), cursor);
        } else if (cursor.accept("type")) {
            String name = cursor.name();
            return of(cursor.accept("as", "enum") ? Kind.CREATE_ENUM : Kind.OTHER, name, cursor);
        } else if (cursor.accept("trigger") || cursor.accept("policy")) {
            return onTable(Kind.CREATE_TRIGGER, "on", cursor);
        } else if (cursor.accept("rule")) {
            return onTable(Kind.CREATE_TRIGGER, "to", cursor);
        }
        return of(
                cursor.accept("database") || cursor.accept("tablespace") ? Kind.NO_TRANSACTION : Kind.OTHER,
                "",
                cursor);
    }

    /** What belongs to a table, of which the name is after the next such word. */
    private static Operation onTable(Kind kind, String before, Cursor cursor) {
        return cursor.skipTo(before) && cursor.accept(before)
                ? of(kind, cursor.name(), cursor)
                : of(Kind.OTHER, "", cursor);
    }

    private static Operation index(Cursor cursor) {
        List<SqlToken> rest = new ArrayList<>(concurrently(cursor));
        cursor.accept("if", "not", "exists");
        String name = cursor.isAt("on") ? "" : cursor.name();
        cursor.accept("on");
        cursor.accept("only");
        String table = cursor.name();
        rest.addAll(cursor.rest());
        return new Operation(Kind.CREATE_INDEX, table, name, rest);
    }

    /** The word, if it is here. */
    static List<SqlToken> concurrently(Cursor cursor) {
        return cursor.isAt("concurrently") ? cursor.next().stream().toList() : List.of();
    }

    private static List<Operation> dropped(Cursor cursor) {
        if (isOfTable(cursor)) {
            return List.of(onTable(Kind.OTHER_ALTER, "on", cursor));
        }
        Kind kind = Kind.DROP_CASCADE;
        if (cursor.accept("table") || cursor.accept("materialized", "view")) {
            kind = Kind.DROP_TABLE;
        } else if (cursor.accept("index")) {
            kind = Kind.DROP_INDEX;
        } else if (cursor.accept("sequence")) {
            kind = Kind.DROP_SEQUENCE;
        } else if (cursor.accept("schema")) {
            kind = Kind.DROP_SCHEMA;
        } else if (cursor.accept("database") || cursor.accept("tablespace")) {
            kind = Kind.NO_TRANSACTION;
        } else {
            cursor.next();
        }
        List<SqlToken> concurrently = concurrently(cursor);
        cursor.accept("if", "exists");
        Kind found = kind;
        List<String> names = cursor.names();
        List<SqlToken> rest = concurrently.isEmpty() ? cursor.rest() : concurrently;
        return names.stream().map(name -> new Operation(found, name, "", rest)).toList();
    }

    private static List<Operation> others(Cursor cursor) {
        if (cursor.accept("truncate")) {
            cursor.accept("table");
            return each(Kind.TRUNCATE, cursor);
        } else if (cursor.accept("lock")) {
            cursor.accept("table");
            return locked(cursor);
        } else if (cursor.accept("reindex")) {
            return Maintenance.reindex(cursor);
        } else if (cursor.accept("cluster")) {
            return Maintenance.cluster(cursor);
        } else if (cursor.accept("vacuum")) {
            return Maintenance.vacuum(cursor);
        } else if (cursor.isAt("with") && !cursor.skipTo("update", "delete")) {
            return List.of(of(Kind.OTHER, "", cursor));
        }
        return List.of(rows(cursor));
    }

    /** Some modes let others write. */
    private static List<Operation> locked(Cursor cursor) {
        List<String> names = cursor.names();
        boolean gentle = cursor.isAt("in", "access", "share")
                || cursor.isAt("in", "row")
                || cursor.isAt("in", "share", "update");
        return names.stream()
                .map(name -> new Operation(gentle ? Kind.OTHER : Kind.LOCK_TABLE, name, "", List.of()))
                .toList();
    }

    private static Operation rows(Cursor cursor) {
        if (cursor.accept("update")) {
            cursor.accept("only");
            return of(Kind.UPDATE, cursor.name(), cursor);
        } else if (cursor.accept("delete", "from")) {
            cursor.accept("only");
            return of(Kind.DELETE, cursor.name(), cursor);
        }
        return of(Kind.OTHER, "", cursor);
    }

    /** What is in a block; if it commits, what it updates is in batches. */
    private static List<Operation> block(Cursor cursor) {
        List<Operation> operations = new ArrayList<>();
        for (SqlToken token : cursor.rest()) {
            if (token.kind() == SqlToken.Kind.DOLLAR) {
                boolean commits = SqlTokens.of(token.body()).stream().anyMatch(each -> each.is("commit"));
                for (List<SqlToken> statement : SqlTokens.statements(token.body())) {
                    of(withoutControl(statement)).stream()
                            .map(one -> commits && one.is(Kind.UPDATE)
                                    ? new Operation(Kind.BATCHED_UPDATE, one.table(), "", one.rest())
                                    : one)
                            .forEach(operations::add);
                }
                operations.add(new Operation(commits ? Kind.NO_TRANSACTION : Kind.OTHER, "", "", List.of()));
            }
        }
        return operations;
    }

    /** Without what PL/pgSQL has before a statement. */
    private static List<SqlToken> withoutControl(List<SqlToken> statement) {
        Cursor cursor = new Cursor(statement);
        boolean moved = true;
        while (moved) {
            moved = BEFORE_STATEMENTS.stream().anyMatch(cursor::accept);
            if ((cursor.isAt("if") || cursor.isAt("elsif") || cursor.isAt("exception")) && cursor.skipTo("then")) {
                moved = cursor.accept("then");
            } else if ((cursor.isAt("while") || cursor.isAt("for")) && cursor.skipTo("loop")) {
                moved = cursor.accept("loop");
            }
        }
        return cursor.rest();
    }
}
