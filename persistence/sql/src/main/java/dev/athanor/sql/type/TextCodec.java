// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that travel as the database's text for them: json, intervals, the database's own enumerations. Immutable and
 * thread-safe, if its functions are.
 *
 * @param <T> the Java type
 */
public final class TextCodec<T> implements Codec<T> {
    private final Function<T, String> write;
    private final Function<String, T> read;

    /** A codec of two functions. */
    public TextCodec(Function<T, String> write, Function<String, T> read) {
        this.write = Objects.requireNonNull(write, "write");
        this.read = Objects.requireNonNull(read, "read");
    }

    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        statement.setObject(index, write.apply(value), Types.OTHER);
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        return text == null ? null : read.apply(text);
    }

    @Override
    public boolean told() {
        return true;
    }

    @Override
    public Object element(T value) {
        return write.apply(value);
    }
}
