// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type travel: by JDBC's typed methods, for speed. Thread-safe.
 *
 * @param <T> the Java type
 */
public interface Codec<T> {
    /** The constant of {@link java.sql.Types} that null is bound with. */
    int jdbcType();

    /** Binds a value. */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;

    /** Reads a value; may return anything when {@link ResultSet#wasNull()}. */
    @Nullable
    T read(ResultSet row, int index) throws SQLException;

    /** Whether the database has to be told the type of a bound value, which its place in a statement may not show. */
    default boolean told() {
        return false;
    }

    /** A value as an element of an array of JDBC. */
    default Object element(T value) {
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** A value as a text that the database reads. */
    default String text(T value) {
        return String.valueOf(element(value));
    }

    /**
     * A value as rows in bulk have it, which may travel in another way than as text: itself, if its own text is
     * {@link #text}, or else that text.
     */
    default Object plain(T value) {
        return text(value);
    }

    /** A codec of two methods. */
    static <T> Codec<T> of(int jdbcType, Binder<T> binder, Reader<T> reader) {
        return new MethodCodec<>(jdbcType, binder, reader);
    }

    /** Binds a value. */
    @FunctionalInterface
    interface Binder<T> {
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        T read(ResultSet row, int index) throws SQLException;
    }
}
