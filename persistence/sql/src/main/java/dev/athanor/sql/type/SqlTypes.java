// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** PostgreSQL's types for the types of Java that stand for them. */
public final class SqlTypes {
    public static final SqlType<Boolean> BOOLEAN =
            SqlType.of("boolean", Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean);
    public static final SqlType<Short> SMALLINT =
            SqlType.of("smallint", Short.class, Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort);
    public static final SqlType<Integer> INTEGER =
            SqlType.of("integer", Integer.class, Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt);
    public static final SqlType<Long> BIGINT =
            SqlType.of("bigint", Long.class, Types.BIGINT, PreparedStatement::setLong, ResultSet::getLong);
    public static final SqlType<Float> REAL =
            SqlType.of("real", Float.class, Types.REAL, PreparedStatement::setFloat, ResultSet::getFloat);
    public static final SqlType<Double> DOUBLE = SqlType.of(
            "double precision", Double.class, Types.DOUBLE, PreparedStatement::setDouble, ResultSet::getDouble);
    public static final SqlType<BigDecimal> NUMERIC = SqlType.of(
            "numeric", BigDecimal.class, Types.NUMERIC, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal);
    public static final SqlType<String> TEXT =
            SqlType.of("text", String.class, Types.VARCHAR, PreparedStatement::setString, ResultSet::getString);
    public static final SqlType<byte[]> BYTEA =
            SqlType.of("bytea", byte[].class, Types.BINARY, PreparedStatement::setBytes, ResultSet::getBytes);
    public static final SqlType<UUID> UUID = object("uuid", UUID.class, Types.OTHER);
    public static final SqlType<LocalDate> DATE = object("date", LocalDate.class, Types.DATE);
    public static final SqlType<LocalTime> TIME = object("time", LocalTime.class, Types.TIME);
    public static final SqlType<LocalDateTime> TIMESTAMP = object("timestamp", LocalDateTime.class, Types.TIMESTAMP);
    public static final SqlType<OffsetDateTime> TIMESTAMPTZ =
            object("timestamptz", OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);

    /** A point in time; {@link #TIMESTAMPTZ} without an offset to agree on. */
    public static final SqlType<Instant> INSTANT = SqlType.of(
            "timestamptz",
            Instant.class,
            Types.TIMESTAMP_WITH_TIMEZONE,
            (statement, index, value) -> statement.setObject(index, value.atOffset(ZoneOffset.UTC)),
            (row, index) -> {
                OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
                return value == null ? null : value.toInstant();
            });

    private SqlTypes() {}

    private static <T> SqlType<T> object(String name, Class<T> javaType, int jdbcType) {
        return SqlType.of(
                name, javaType, jdbcType, PreparedStatement::setObject, (row, index) -> row.getObject(index, javaType));
    }
}
