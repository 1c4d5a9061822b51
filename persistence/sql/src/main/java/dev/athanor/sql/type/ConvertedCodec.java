// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that travel as those of another type. Immutable and thread-safe, if its functions are.
 *
 * @param <T> the Java type
 * @param <U> the Java type of the other
 */
public final class ConvertedCodec<T, U> implements Codec<T> {
    private final SqlType<U> kept;
    private final Function<T, U> write;
    private final Function<U, T> read;

    /** A codec of two functions. */
    public ConvertedCodec(SqlType<U> kept, Function<T, U> write, Function<U, T> read) {
        this.kept = Objects.requireNonNull(kept, "kept");
        this.write = Objects.requireNonNull(write, "write");
        this.read = Objects.requireNonNull(read, "read");
    }

    @Override
    public int jdbcType() {
        return kept.codec().jdbcType();
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        kept.codec().bind(statement, index, write.apply(value));
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        U value = kept.read(row, index);
        return value == null ? null : read.apply(value);
    }

    @Override
    public boolean told() {
        return kept.codec().told();
    }

    @Override
    public String text(T value) {
        return kept.codec().text(write.apply(value));
    }

    @Override
    public Object plain(T value) {
        return kept.codec().plain(write.apply(value));
    }

    @Override
    public Object element(T value) {
        return kept.codec().element(write.apply(value));
    }
}
