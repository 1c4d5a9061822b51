// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A codec of two methods. A record, for the JIT takes the fields of those for constants. */
record MethodCodec<T>(int jdbcType, Codec.Binder<T> binder, Codec.Reader<T> reader) implements Codec<T> {
    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        binder.bind(statement, index, value);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        return reader.read(row, index);
    }

    @Override
    public Object plain(T value) {
        return value instanceof Number || value instanceof Boolean || value instanceof UUID ? value : text(value);
    }
}
