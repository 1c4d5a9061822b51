// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database for a type of Java: its name, and how a value is bound and read. Equal by the names of both
 * types. Immutable and thread-safe.
 *
 * @param <T> the Java type
 */
public class SqlType<T> {
    private final String name;
    private final Class<T> javaType;
    private final Codec<T> codec;
    private final int hash;
    private @Nullable SqlType<List<T>> list;

    /**
     * A type of one's own.
     *
     * @param name its name in the database, as in {@code cast(… as name)}: never a caller's
     */
    public SqlType(String name, Class<T> javaType, Codec<T> codec) {
        this.name = Objects.requireNonNull(name, "name");
        this.javaType = Objects.requireNonNull(javaType, "javaType");
        this.codec = Objects.requireNonNull(codec, "codec");
        this.hash = 31 * name.hashCode() + javaType.getName().hashCode();
    }

    /** Its name in the database. */
    public final String name() {
        return name;
    }

    /** The class of its values. */
    public final Class<T> javaType() {
        return javaType;
    }

    /** How its values travel. */
    public final Codec<T> codec() {
        return codec;
    }

    /** The type of arrays of these. */
    public final SqlType<List<T>> list() {
        SqlType<List<T>> made = list;
        if (made == null) {
            made = new SqlType<>(name + "[]", listClass(), listCodec());
            list = made;
        }
        return made;
    }

    /** The class of lists of these. */
    @SuppressWarnings("unchecked") // there is but one class for all lists
    public final Class<List<T>> listClass() {
        return (Class<List<T>>) (Class<?>) List.class;
    }

    /** How lists of these travel. */
    public final Codec<List<T>> listCodec() {
        return new ListCodec<>(this);
    }

    /** Binds a value, or null. */
    public final void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            bindNull(statement, index);
        } else {
            codec.bind(statement, index, value);
        }
    }

    /** With the type's name where the driver would not know it otherwise: the database may not either. */
    private void bindNull(PreparedStatement statement, int index) throws SQLException {
        switch (codec.jdbcType()) {
            case Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.OTHER, Types.ARRAY -> {
                if (codec.told() || name.indexOf('(') >= 0) {
                    statement.setNull(index, codec.jdbcType());
                } else {
                    statement.setNull(index, codec.jdbcType(), name);
                }
            }
            default -> statement.setNull(index, codec.jdbcType());
        }
    }

    /** Reads a value, or null. */
    public final @Nullable T read(ResultSet row, int index) throws SQLException {
        T value = codec.read(row, index);
        return row.wasNull() ? null : value;
    }

    /** Whether both have the same Java type, and the same name but for a length or precision. */
    public final boolean isLike(SqlType<?> other) {
        return javaType == other.javaType && withoutModifier(name).equals(withoutModifier(other.name));
    }

    private static String withoutModifier(String name) {
        int parenthesis = name.indexOf('(');
        return parenthesis < 0 ? name : name.substring(0, parenthesis);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SqlType<?> type && name.equals(type.name) && javaType == type.javaType);
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public final String toString() {
        return name + " as " + javaType.getSimpleName();
    }
}
