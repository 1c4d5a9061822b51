// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times, which the driver binds and reads itself; as texts, in arrays and constants, in the database's
 * manner: years before Christ are named so, later ones than 9999 have no sign, and the extremes are infinity. Immutable
 * and thread-safe.
 *
 * @param <T> the Java type
 */
public final class TemporalCodec<T extends TemporalAccessor> implements Codec<T> {
    private final Class<T> javaType;
    private final int jdbcType;
    private final @Nullable T least;
    private final @Nullable T greatest;

    /** A codec of a type that has extremes, or none. */
    public TemporalCodec(Class<T> javaType, int jdbcType, @Nullable T least, @Nullable T greatest) {
        this.javaType = Objects.requireNonNull(javaType, "javaType");
        this.jdbcType = jdbcType;
        this.least = least;
        this.greatest = greatest;
    }

    @Override
    public int jdbcType() {
        return jdbcType;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        return row.getObject(index, javaType);
    }

    @Override
    public Object element(T value) {
        return text(value);
    }

    @Override
    public Object plain(T value) {
        return value.equals(least) || value.equals(greatest) || !isCommon(value) ? text(value) : value;
    }

    /** Whether Java writes it as the database does. */
    private boolean isCommon(T value) {
        if (!value.isSupported(ChronoField.YEAR)) {
            return true;
        }
        int year = value.get(ChronoField.YEAR);
        return year > 0 && year <= 9999;
    }

    @Override
    public String text(T value) {
        if (value.equals(least)) {
            return "-infinity";
        }
        if (value.equals(greatest)) {
            return "infinity";
        }
        String text = value.toString();
        if (isCommon(value)) {
            return text;
        }
        int year = value.get(ChronoField.YEAR);
        String rest = text.substring(text.indexOf('-', 1));
        return year > 0 ? String.format("%04d", year) + rest : String.format("%04d", 1 - year) + rest + " BC";
    }
}
