// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

/** What keeps others from a table for long, or for good. */
final class LockRules {
    private LockRules() {}

    static void look(Look look) {
        Operation operation = look.operation();
        switch (operation.kind()) {
            case ADD_CONSTRAINT -> constraint(look);
            case ADD_COLUMN -> inline(look);
            case CREATE_INDEX ->
                index(look, look.isNew(), "nobody can write to " + look.table() + " until it is built");
            case DROP_INDEX ->
                index(
                        look,
                        look.known().isNew(look.known().tableOf(operation)),
                        "nobody can use its table until all who do have ended, and it has gone");
            case REINDEX ->
                index(
                        look,
                        look.known().isNew(look.known().tableOf(operation)),
                        "hardly anybody can use the table until it is built");
            case OTHER_ALTER -> {
                if (operation.has("concurrently")) {
                    inTransaction(look);
                }
            }
            case NO_TRANSACTION -> inTransaction(look);
            case RENAME_TABLE, MOVE_TABLE -> {
                if (!look.isNew()) {
                    look.find(
                            Rule.RENAME_BREAKS_SERVERS,
                            "servers that run still ask for " + look.table() + ", and get an error");
                }
            }
            case RENAME_COLUMN -> {
                if (!look.known().isNew(look.table(), operation.name())) {
                    look.find(
                            Rule.RENAME_BREAKS_SERVERS,
                            "servers that run still ask for " + look.column() + ", and get an error");
                }
            }
            default -> {
                // It is done at once.
            }
        }
    }

    private static void inTransaction(Look look) {
        if (look.inTransaction()) {
            look.find(Rule.CONCURRENT_IN_TRANSACTION, "PostgreSQL refuses this within a transaction");
        }
    }

    private static void index(Look look, boolean isNew, String message) {
        if (look.operation().has("concurrently")) {
            inTransaction(look);
        } else if (!isNew) {
            look.find(Rule.INDEX_NOT_CONCURRENT, message);
        }
    }

    private static void constraint(Look look) {
        Operation operation = look.operation();
        Cursor cursor = operation.cursor();
        if (look.isNew()) {
            return;
        }
        if (cursor.isAt("foreign") || cursor.isAt("check") || cursor.isAt("not", "null")) {
            if (!operation.has("not", "valid") && !operation.has("not", "enforced")) {
                scan(look, cursor.isAt("foreign") ? "write to" : "use");
            }
        } else if (cursor.isAt("exclude")) {
            look.find(Rule.EXCLUSION_BUILDS_INDEX, "nobody can use " + look.table() + " until its index is built");
        } else if (!operation.has("using", "index")) {
            look.find(Rule.KEY_BUILDS_INDEX, "nobody can use " + look.table() + " until its index is built");
        }
    }

    private static void scan(Look look, String what) {
        look.find(
                Rule.CONSTRAINT_SCANS_TABLE,
                "nobody can " + what + " " + look.table() + " while all its rows are looked at");
    }

    /** A new column with constraints of its own; what refers to nothing yet is not looked at. */
    private static void inline(Look look) {
        Operation operation = look.operation();
        if (look.isNew()) {
            return;
        }
        if (operation.has("unique") || operation.has("primary", "key")) {
            look.find(Rule.KEY_BUILDS_INDEX, "nobody can use " + look.table() + " until its index is built");
        }
        boolean enforced = !operation.has("not", "enforced");
        if (enforced && (operation.has("check", "(") || (operation.has("references") && operation.has("default")))) {
            scan(look, "use");
        }
    }
}
