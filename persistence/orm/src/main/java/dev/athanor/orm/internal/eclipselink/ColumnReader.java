// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column as the value that EclipseLink's mappings convert: by JDBC's typed methods where there is one,
 * otherwise as EclipseLink reads it.
 */
interface ColumnReader {
    @Nullable
    Object read(ResultSet row, int position) throws SQLException;

    /** A reader of a column that a field is mapped to, by the type that the database has for it. */
    static ColumnReader of(DatabaseField field, Cursor cursor, int position) throws SQLException {
        ColumnReader plain = plain(field.getType());
        return plain == null ? ofType(field, cursor.rows().getMetaData(), position, cursor.reading()) : plain;
    }

    /** Of what is read in one way from columns of any type: what the column is would be asked for in vain. */
    private static @Nullable ColumnReader plain(@Nullable Class<?> wanted) {
        if (wanted == String.class) {
            return ResultSet::getString;
        }
        return wanted == Boolean.class || wanted == boolean.class ? null : number(wanted);
    }

    private static ColumnReader ofType(DatabaseField field, ResultSetMetaData columns, int position, Reading reading)
            throws SQLException {
        Class<?> wanted = field.getType();
        int type = columns.getColumnType(position);
        if (wanted == BoundValue.class) {
            return converted(type, columns.getColumnTypeName(position));
        }
        if (type == Types.VARCHAR) {
            return ResultSet::getString;
        }
        ColumnReader number = number(wanted);
        if (number != null) {
            return number;
        }
        ColumnReader time =
                type == Types.TIMESTAMP ? timestamp(wanted, columns.getColumnTypeName(position)) : time(wanted, type);
        return time == null ? reading.reader(field, columns) : time;
    }

    /** What converters of our own convert. */
    private static ColumnReader converted(int type, String name) {
        return switch (type) {
            case Types.TIMESTAMP ->
                name.equals("timestamptz")
                        ? (row, position) -> row.getObject(position, OffsetDateTime.class)
                        : (row, position) -> row.getObject(position, LocalDateTime.class);
            case Types.DATE -> (row, position) -> row.getObject(position, LocalDate.class);
            case Types.TIME ->
                name.equals("timetz")
                        ? (row, position) -> row.getObject(position, OffsetTime.class)
                        : (row, position) -> row.getObject(position, LocalTime.class);
            case Types.ARRAY -> ColumnReader::elements;
            default -> ResultSet::getString;
        };
    }

    private static @Nullable Object elements(ResultSet row, int position) throws SQLException {
        Array array = row.getArray(position);
        return array == null ? null : array.getArray();
    }

    private static @Nullable ColumnReader number(@Nullable Class<?> wanted) {
        if (wanted == Long.class || wanted == long.class) {
            return (row, position) -> {
                long value = row.getLong(position);
                return value == 0 && row.wasNull() ? null : (Object) value;
            };
        }
        if (wanted == Integer.class || wanted == int.class) {
            return (row, position) -> {
                int value = row.getInt(position);
                return value == 0 && row.wasNull() ? null : (Object) value;
            };
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return (row, position) -> row.getBoolean(position) ? Boolean.TRUE : row.wasNull() ? null : Boolean.FALSE;
        }
        return wanted == BigDecimal.class ? ResultSet::getBigDecimal : null;
    }

    private static @Nullable ColumnReader timestamp(@Nullable Class<?> wanted, String name) {
        if (wanted == LocalDateTime.class && name.equals("timestamp")) {
            return (row, position) -> row.getObject(position, LocalDateTime.class);
        }
        return wanted == OffsetDateTime.class && name.equals("timestamptz")
                ? (row, position) -> row.getObject(position, OffsetDateTime.class)
                : null;
    }

    private static @Nullable ColumnReader time(@Nullable Class<?> wanted, int type) {
        if (wanted == LocalDate.class && type == Types.DATE) {
            return (row, position) -> row.getObject(position, LocalDate.class);
        }
        return wanted == LocalTime.class && type == Types.TIME
                ? (row, position) -> row.getObject(position, LocalTime.class)
                : null;
    }

    /**
     * EclipseLink's own way to read, which knows its platform's types.
     *
     * @param accessor what runs its statements
     * @param session whose platform it is
     */
    record Reading(DatabaseAccessor accessor, AbstractSession session) {
        /** The field is copied: EclipseLink would note the type of this column in it. */
        ColumnReader reader(DatabaseField field, ResultSetMetaData columns) {
            DatabaseField copy = field.clone();
            return (row, position) -> accessor.getObject(
                    row,
                    copy,
                    columns,
                    position,
                    session.getPlatform(),
                    session.getPlatform().shouldOptimizeDataConversion(),
                    session);
        }
    }
}
