// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.type.SqlType;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What converts lists, sets and arrays that are kept as arrays of the database. */
final class ArrayTypes {
    private static final Map<Class<?>, SqlType<?>> ELEMENTS = Stream.<SqlType<?>>of(
                    SqlTypes.BOOLEAN,
                    SqlTypes.BYTE,
                    SqlTypes.SMALLINT,
                    SqlTypes.INTEGER,
                    SqlTypes.BIGINT,
                    SqlTypes.REAL,
                    SqlTypes.DOUBLE,
                    SqlTypes.NUMERIC,
                    SqlTypes.INTEGRAL,
                    SqlTypes.TEXT,
                    SqlTypes.CHARACTER,
                    SqlTypes.BYTEA,
                    SqlTypes.UUID,
                    SqlTypes.DATE,
                    SqlTypes.TIME,
                    SqlTypes.TIMETZ,
                    SqlTypes.TIMESTAMP,
                    SqlTypes.TIMESTAMPTZ,
                    SqlTypes.INSTANT,
                    SqlTypes.DURATION,
                    SqlTypes.INTERVAL)
            .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

    private ArrayTypes() {}

    /** The converter of an attribute of such a type. */
    static TypeConverter<?> converter(Type type) {
        return converter(type, element(type));
    }

    private static <E> TypeConverter<List<E>> converter(Type type, SqlType<E> element) {
        Container container = Container.of(type);
        return TypeConverter.ofMutable(
                element.list(),
                value -> list(value, element),
                container::filled,
                value -> list(value, element),
                new TypeConverter.Equality<>(Objects::deepEquals, List::size));
    }

    private static SqlType<?> element(Type type) {
        Class<?> element = boxed(elementClass(type));
        SqlType<?> known = ELEMENTS.get(element);
        if (known == null) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED, "an @Array of " + type.getTypeName() + " cannot be mapped");
        }
        return known;
    }

    private static Class<?> elementClass(Type type) {
        Type element = type;
        if (type instanceof Class<?> array && array.isArray()) {
            element = array.getComponentType();
        } else if (type instanceof ParameterizedType generic) {
            element = generic.getActualTypeArguments()[0];
        }
        return element instanceof Class<?> known && !(type instanceof GenericArrayType) ? known : Object.class;
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }

    /** A copy of what a collection, an array of Java's or one of the database's has. */
    @SuppressWarnings("NullAway") // elements may be null
    private static <E> List<E> list(Object value, SqlType<E> type) {
        Function<Object, E> element = reader(type);
        List<E> elements = new ArrayList<>();
        for (Object each : elements(value)) {
            elements.add(each == null ? null : element.apply(each));
        }
        return Collections.unmodifiableList(elements);
    }

    @SuppressWarnings("UnnecessaryLambda") // one of several
    private static <E> Function<Object, E> reader(SqlType<E> type) {
        Class<E> javaType = type.javaType();
        Function<Object, ?> conversion = AttributeTypes.reader(javaType).orElse(value -> plain(value, javaType));
        return value -> javaType.cast(javaType.isInstance(value) ? value : conversion.apply(value));
    }

    /** What the driver gives for elements of other classes. */
    private static Object plain(Object value, Class<?> javaType) {
        if (javaType == Short.class && value instanceof Number number) {
            return number.shortValue();
        }
        if (javaType == Byte.class && value instanceof Number number) {
            return number.byteValue();
        }
        if (javaType == BigInteger.class && value instanceof BigDecimal number) {
            return number.toBigIntegerExact();
        }
        return javaType == Character.class ? value.toString().charAt(0) : value;
    }

    private static Iterable<? extends @Nullable Object> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        Object array = value instanceof java.sql.Array kept ? array(kept) : value;
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Object array(java.sql.Array kept) {
        try {
            return kept.getArray();
        } catch (SQLException e) {
            throw new OrmException(OrmError.PROVIDER_FAILED, "an array cannot be read", e);
        }
    }

    /** What an attribute keeps elements in. */
    private interface Container {
        Object filled(List<?> elements);

        static Container of(Type type) {
            if (type instanceof Class<?> array && array.isArray()) {
                return elements -> array(elements, array.getComponentType());
            }
            boolean set = type instanceof ParameterizedType generic && generic.getRawType() == Set.class;
            return set ? LinkedHashSet::new : ArrayList::new;
        }

        private static Object array(List<?> elements, Class<?> component) {
            Object array = Array.newInstance(component, elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, elements.get(i));
            }
            return array;
        }
    }
}
