// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.lint.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Understands {@code reindex}, {@code cluster} and {@code vacuum}. */
final class Maintenance {
    /** What switches an option off. */
    private static final Set<String> OFF = Set.of("false", "off", "0", "'false'", "'off'", "'0'");

    private Maintenance() {}

    /** Of one index, whose name is then the operation's; of a table; or of all in a schema or a database. */
    static List<Operation> reindex(Cursor cursor) {
        List<SqlToken> rest = options(cursor);
        boolean index = cursor.isAt("index");
        boolean all = !index && !cursor.isAt("table");
        cursor.next();
        rest.addAll(Operations.concurrently(cursor));
        String name = all ? "" : cursor.name();
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation(Kind.REINDEX, index ? "" : name, index ? name : "", rest));
        if (all && !Cursor.has(rest, "concurrently")) {
            operations.add(new Operation(Kind.NO_TRANSACTION, "", "", List.of()));
        }
        return operations;
    }

    /** Of a table, or of all that ever were clustered. */
    static List<Operation> cluster(Cursor cursor) {
        options(cursor);
        String table = cursor.name();
        if (cursor.accept("on")) {
            table = cursor.name();
        }
        return List.of(new Operation(table.isEmpty() ? Kind.NO_TRANSACTION : Kind.REWRITE_TABLE, table, "", List.of()));
    }

    /** What is {@code full} writes tables anew. */
    static List<Operation> vacuum(Cursor cursor) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation(Kind.NO_TRANSACTION, "", "", List.of()));
        if (Cursor.has(options(cursor), "full")) {
            cursor.names().stream()
                    .filter(table -> !table.isEmpty())
                    .forEach(table -> operations.add(new Operation(Kind.REWRITE_TABLE, table, "", List.of())));
        }
        return operations;
    }

    /** Those that are on: in parentheses, or as words. */
    private static List<SqlToken> options(Cursor cursor) {
        List<SqlToken> options = new ArrayList<>();
        cursor.partsInParentheses().stream().filter(option -> !isOff(option)).forEach(options::addAll);
        while (cursor.isAt("full") || cursor.isAt("freeze") || cursor.isAt("verbose") || cursor.isAt("analyze")) {
            cursor.next().ifPresent(options::add);
        }
        return options;
    }

    private static boolean isOff(List<SqlToken> option) {
        return option.size() > 1 && OFF.contains(option.get(1).text().toLowerCase(Locale.ROOT));
    }
}
