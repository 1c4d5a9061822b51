// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.data.KeyRange;
import dev.athanor.migrations.schema.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the keys of a table, range by range. For one thread. */
final class KeyReader {
    private static final String TYPE = """
            select format_type(a.atttypid, a.atttypmod) from pg_attribute a
            where a.attrelid = to_regclass(?) and a.attname = ? and a.attnum > 0 and not a.attisdropped
            """;
    private static final String ABOUT = "select reltuples::bigint from pg_class where oid = to_regclass(?)";

    private final Connection connection;
    private final String table;
    private final String key;
    private final String type;

    private KeyReader(Connection connection, String table, String key, String type) {
        this.connection = connection;
        this.table = table;
        this.key = key;
        this.type = type;
    }

    static KeyReader of(Connection connection, String table, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TYPE)) {
            select.setString(1, table);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new MigrationException(
                            MigrationError.DATA_MIGRATION_INVALID,
                            "there is no column \"" + key + "\" of a table " + table
                                    + " to go by (a schema or quotes may be missing)");
                }
                return new KeyReader(connection, table, key, row.getString(1));
            }
        }
    }

    /** About how many rows there are: as the planner knows, or counted if it does not yet. */
    long count() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ABOUT)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getLong(1) >= 0) {
                    return row.getLong(1);
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + table);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The next rows: a full batch, and those with the same key as its last one. */
    Optional<KeyRange> next(Optional<String> after, int size) throws SQLException {
        String column = Identifiers.quoted(key);
        String from = " from " + table + " where " + column + (after.isPresent() ? " > ?::" + type : " is not null")
                + " order by " + column + " limit ?";
        try (PreparedStatement select = connection.prepareStatement("with batch as (select " + column + " as key" + from
                + ") select key::text, (select count(*) from batch) from batch order by batch.key desc limit 1")) {
            int parameter = 1;
            if (after.isPresent()) {
                select.setString(parameter++, after.get());
            }
            select.setInt(parameter, size);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new KeyRange(key, type, after, row.getString(1), row.getLong(2)))
                        : Optional.empty();
            }
        }
    }
}
