// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import dev.athanor.sql.tree.TableSource;

/** Names in statements that are not made of a tree. */
public final class Identifiers {
    private Identifiers() {}

    /** The name of a table, in quotes. */
    public static String of(TableSource table) {
        return table.schema().map(schema -> quoted(schema) + ".").orElse("") + quoted(table.name());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
