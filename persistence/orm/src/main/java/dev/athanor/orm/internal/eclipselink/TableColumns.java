// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.BinaryForm;
import dev.athanor.orm.internal.bulk.ColumnArray;
import dev.athanor.orm.internal.bulk.ColumnArrayCodec;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the database has a table for: texts are given to it as values of these types.
 *
 * @param copyable whether it takes rows by {@code COPY}: views do not, nor tables with policies for rows
 * @param foreseeable whether its rows are as they are given: no trigger changes them before, and no rule
 * @param columns the types
 */
record TableColumns(boolean copyable, boolean foreseeable, Map<String, ColumnType> columns) {
    /**
     * Sequences are those of identities and of defaults that are their next value, if the user may ask for it. A length
     * or precision is left out: casts would cut by it in silence.
     */
    private static final String SQL =
            "select a.attname, format_type(a.atttypid, -1), t.typcategory = 'A', t.typtype = 'e',"
                    + " c.relkind in ('r', 'p', 'f') and not c.relrowsecurity,"
                    + " c.relkind = 'r' and not c.relhasrules"
                    + " and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgtype & 7 = 7),"
                    + " (select q.name from (select case when a.attidentity <> ''"
                    + " then pg_get_serial_sequence(cast(cast(c.oid as regclass) as text), a.attname)"
                    + " else substring(pg_get_expr(d.adbin, d.adrelid) from '^nextval\\(''([^'']+)''::regclass\\)$') end as name) q"
                    + " where has_sequence_privilege(q.name, 'USAGE, UPDATE')"
                    + " and has_column_privilege(c.oid, a.attnum, 'INSERT'))"
                    + " from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid"
                    + " left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                    + " where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped";

    private static final ColumnArrayCodec ARRAYS = new ColumnArrayCodec();

    static TableColumns of(UnitConnection connection, TableSource table) {
        return connection.use(SQL, open -> read(open, Identifiers.of(table)));
    }

    private static TableColumns read(Connection connection, String table) throws SQLException {
        Map<String, ColumnType> columns = new HashMap<>();
        boolean copyable = false;
        boolean foreseeable = false;
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.put(
                            row.getString(1),
                            new ColumnType(
                                    row.getString(2),
                                    row.getBoolean(3),
                                    form(row),
                                    Optional.ofNullable(row.getString(7))));
                    copyable = row.getBoolean(5);
                    foreseeable = row.getBoolean(6);
                }
            }
        }
        return new TableColumns(copyable, foreseeable, Map.copyOf(columns));
    }

    /** The database's own enumerations are read as their names are. */
    private static Optional<BinaryForm> form(ResultSet row) throws SQLException {
        return row.getBoolean(4) ? Optional.of(BinaryForm.TEXT) : BinaryForm.of(row.getString(2));
    }

    /** How values of rows travel as bytes; none, if there is a column whose values do not. */
    Optional<List<BinaryForm>> forms(TableRows rows) {
        List<BinaryForm> forms = new ArrayList<>();
        for (String name : rows.columns()) {
            ColumnType type = columns.get(name);
            if (type == null || type.form.isEmpty()) {
                return Optional.empty();
            }
            forms.add(type.form.get());
        }
        return Optional.of(forms);
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
     * @param form how its values travel as bytes, if they do
     * @param sequence the sequence that it has its values from, if none are given
     */
    record ColumnType(String name, boolean array, Optional<BinaryForm> form, Optional<String> sequence) {
        /** Of texts that the database takes for values of the type. */
        SqlType<String> type() {
            return new SqlType<>(
                    name, String.class, new TextCodec<>(Function.<String>identity(), Function.<String>identity()));
        }

        /** Of an array of values; arrays of arrays are none of PostgreSQL's, and go as arrays of texts. */
        SqlType<ColumnArray> ofArray() {
            return new SqlType<>((array ? "text" : name) + "[]", ColumnArray.class, ARRAYS);
        }

        /** How values travel as bytes in arrays, if they do: only texts are told to be such. */
        Optional<BinaryForm> inArrays() {
            return form.filter(known -> known != BinaryForm.TEXT || name.equals("text"));
        }
    }
}
