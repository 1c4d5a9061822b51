// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database for a type of Java: its name, and how a value is bound and read, by JDBC's typed methods.
 * Equal by the names of both types. Immutable and thread-safe.
 *
 * @param <T> the Java type
 */
public final class SqlType<T> {
    private final String name;
    private final Class<T> javaType;
    private final int jdbcType;
    private final Binder<T> binder;
    private final Reader<T> reader;
    private final int hash;

    private SqlType(String name, Class<T> javaType, int jdbcType, Binder<T> binder, Reader<T> reader) {
        this.name = Objects.requireNonNull(name, "name");
        this.javaType = Objects.requireNonNull(javaType, "javaType");
        this.jdbcType = jdbcType;
        this.binder = Objects.requireNonNull(binder, "binder");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.hash = 31 * name.hashCode() + javaType.getName().hashCode();
    }

    /**
     * A type of one's own.
     *
     * @param name its name in the database, as in {@code cast(… as name)}
     * @param jdbcType the constant of {@link java.sql.Types} that null is bound with
     * @param binder binds a value
     * @param reader reads a value; may return anything when {@link ResultSet#wasNull()}
     */
    public static <T> SqlType<T> of(String name, Class<T> javaType, int jdbcType, Binder<T> binder, Reader<T> reader) {
        return new SqlType<>(name, javaType, jdbcType, binder, reader);
    }

    /** Its name in the database. */
    public String name() {
        return name;
    }

    /** The class of its values. */
    public Class<T> javaType() {
        return javaType;
    }

    /** Binds a value, or null. */
    public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType);
        } else {
            binder.bind(statement, index, value);
        }
    }

    /** Reads a value, or null. */
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        T value = reader.read(row, index);
        return row.wasNull() ? null : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SqlType<?> type && name.equals(type.name) && javaType == type.javaType);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return name + " as " + javaType.getSimpleName();
    }

    /** Binds a value that is not null. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    /** Reads a value. */
    @FunctionalInterface
    public interface Reader<T> {
        @Nullable
        T read(ResultSet row, int index) throws SQLException;
    }
}
