// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.Identifiers;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import dev.athanor.sql.type.TextCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the database has a table for: texts are given to it as values of these types.
 *
 * @param copyable whether it takes rows by {@code COPY}: views do not, nor tables with policies for rows
 * @param columns the types
 */
record TableColumns(boolean copyable, Map<String, ColumnType> columns) {
    /** A length or precision is left out: casts would cut by it in silence. */
    private static final String SQL = "select a.attname, format_type(a.atttypid, -1), t.typcategory = 'A',"
            + " c.relkind in ('r', 'p', 'f') and not c.relrowsecurity from pg_attribute a"
            + " join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid"
            + " where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped";

    static TableColumns of(UnitConnection connection, TableSource table) {
        return connection.use(SQL, open -> read(open, Identifiers.of(table)));
    }

    private static TableColumns read(Connection connection, String table) throws SQLException {
        Map<String, ColumnType> columns = new HashMap<>();
        boolean copyable = false;
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.put(row.getString(1), new ColumnType(row.getString(2), row.getBoolean(3)));
                    copyable = row.getBoolean(4);
                }
            }
        }
        return new TableColumns(copyable, Map.copyOf(columns));
    }

    ColumnType type(TableRows rows, int column) {
        String name = rows.columns().get(column);
        ColumnType type = columns.get(name);
        if (type == null) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the table \"" + rows.target().name() + "\" has no column \"" + name + "\"");
        }
        return type;
    }

    /**
     * The type of a column.
     *
     * @param name its name, as the database writes it
     * @param array whether its values are arrays themselves
     */
    record ColumnType(String name, boolean array) {
        /** Of texts that the database takes for values of the type. */
        SqlType<String> type() {
            return ofText(name);
        }

        /** Of the text of an array of values; arrays of arrays are none of PostgreSQL's, and go as arrays of texts. */
        SqlType<String> ofArray() {
            return ofText((array ? "text" : name) + "[]");
        }

        private static SqlType<String> ofText(String name) {
            return new SqlType<>(
                    name, String.class, new TextCodec<>(Function.<String>identity(), Function.<String>identity()));
        }
    }
}
