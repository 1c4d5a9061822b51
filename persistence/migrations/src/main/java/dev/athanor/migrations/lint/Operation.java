// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.SqlToken;
import java.util.List;
import java.util.Objects;

/**
 * What a statement, or a part of one, does. Immutable and thread-safe.
 *
 * @param kind what it is
 * @param table the table; what is dropped, if that is no table
 * @param name the column, the constraint, the index or the new name; empty if there is none
 * @param rest what follows
 */
record Operation(Kind kind, String table, String name, List<SqlToken> rest) {
    enum Kind {
        CREATE_TABLE(false),
        DROP_TABLE(true),
        RENAME_TABLE(true),
        MOVE_TABLE(true),
        SET_LOGGED(true),
        REWRITE_TABLE(true),
        TRUNCATE(true),
        DELETE(false),
        UPDATE(false),
        BATCHED_UPDATE(false),
        ADD_COLUMN(true),
        DROP_COLUMN(true),
        RENAME_COLUMN(true),
        COLUMN_TYPE(true),
        SET_EXPRESSION(true),
        SET_NOT_NULL(true),
        DROP_NOT_NULL(true),
        ADD_CONSTRAINT(true),
        DROP_CONSTRAINT(true),
        VALIDATE(false),
        OTHER_ALTER(true),
        CREATE_INDEX(true),
        DROP_INDEX(true),
        REINDEX(true),
        CREATE_TRIGGER(true),
        LOCK_TABLE(true),
        CREATE_VIEW(false),
        CREATE_SEQUENCE(false),
        CREATE_ENUM(false),
        RENAME_ENUM(false),
        DROP_CASCADE(false),
        DROP_SEQUENCE(false),
        DROP_SCHEMA(false),
        NO_TRANSACTION(false),
        OTHER(false);

        private final boolean heavy;

        Kind(boolean heavy) {
            this.heavy = heavy;
        }

        /** Whether nobody can write to the table, or read it, until the transaction ends. */
        boolean isHeavy() {
            return heavy;
        }
    }

    Operation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
        rest = List.copyOf(rest);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean has(String... words) {
        return Cursor.has(rest, words);
    }

    Cursor cursor() {
        return new Cursor(rest);
    }
}
