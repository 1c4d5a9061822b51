// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values of an attribute to what a type of typed statements binds, and back. Immutable and thread-safe.
 *
 * @param <K> the values of that type
 */
final class TypeConverter<K> implements Converter {
    private static final long serialVersionUID = 1L;

    private final transient SqlType<K> type;
    private final transient Function<Object, K> keep;
    private final transient Function<K, Object> give;
    private final transient Function<Object, K> read;
    private final transient Equality<K> equality;
    private final boolean mutable;

    private TypeConverter(
            SqlType<K> type,
            Function<Object, K> keep,
            Function<K, Object> give,
            Function<Object, K> read,
            Equality<K> equality,
            boolean mutable) {
        this.type = type;
        this.keep = keep;
        this.give = give;
        this.read = read;
        this.equality = equality;
        this.mutable = mutable;
    }

    /** Of attributes whose values are never changed themselves. */
    static <K> TypeConverter<K> of(SqlType<K> type, Function<Object, K> read, Function<K, Object> give) {
        return new TypeConverter<>(type, read, give, read, new Equality<>(Objects::equals, Objects::hashCode), false);
    }

    /**
     * Of attributes whose values may be changed themselves.
     *
     * @param keep makes what is bound, which is not changed
     * @param give makes a new value of it
     * @param read reads what the database has
     */
    static <K> TypeConverter<K> ofMutable(
            SqlType<K> type,
            Function<Object, K> keep,
            Function<K, Object> give,
            Function<Object, K> read,
            Equality<K> equality) {
        return new TypeConverter<>(type, keep, give, read, equality, true);
    }

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        type.bind(statement, index, type.javaType().cast(value));
    }

    Object plain(Object value) {
        return type.codec().plain(type.javaType().cast(value));
    }

    /** What it is kept as. */
    SqlType<K> kept() {
        return type;
    }

    /** What reads a value as JDBC gives it. */
    Function<Object, ?> reader() {
        return value -> give.apply(read.apply(value));
    }

    /** As what EclipseLink is to read it: arrays as the driver's objects, all else as text. */
    int readAs() {
        return type.codec().jdbcType() == Types.ARRAY ? Types.OTHER : Types.VARCHAR;
    }

    boolean isLike(TypeConverter<?> other) {
        return type.equals(other.type);
    }

    boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one != null
                && other != null
                && equality.same.test(type.javaType().cast(one), type.javaType().cast(other));
    }

    int hash(@Nullable Object value) {
        return value == null ? 0 : equality.hash.apply(type.javaType().cast(value));
    }

    /** Nulls, too, so that they are bound by their type. */
    @Override
    public Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return new BoundValue(this, value == null ? null : keep.apply(value));
    }

    @Override
    @SuppressWarnings("NullAway") // a null for a null
    public Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        Object known = value instanceof BoundValue bound ? bound.value() : value;
        if (known == null) {
            return null;
        }
        return give.apply(known == value ? read.apply(known) : type.javaType().cast(known));
    }

    @Override
    public boolean isMutable() {
        return mutable;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {}

    /**
     * When values that are bound are the same.
     *
     * @param same whether two are
     * @param hash the same for those that are
     */
    record Equality<K>(BiPredicate<K, K> same, Function<K, Integer> hash) {}
}
