// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.schema.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which schemas need not be named, so that the same is written in the same way whatever a session's settings are. */
final class SearchPath {
    private SearchPath() {}

    /**
     * For the rest of the transaction: the main schema, and those that have extensions but are not read.
     *
     * @param first the main schema, by the name that it has now
     * @param mainSchema the main schema
     * @param read the schemas that are read
     */
    static void around(Connection connection, String first, String mainSchema, Set<String> read) throws SQLException {
        Set<String> path = new LinkedHashSet<>();
        path.add(first);
        path.add(mainSchema);
        try (PreparedStatement statement = connection.prepareStatement(
                        "select distinct n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
                                + " where n.nspname <> 'pg_catalog' order by 1");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (!read.contains(row.getString(1))) {
                    path.add(row.getString(1));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = " + Identifiers.list(path));
        }
    }
}
