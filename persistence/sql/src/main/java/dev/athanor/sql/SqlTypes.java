// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.type.BytesCodec;
import dev.athanor.sql.type.Codec;
import dev.athanor.sql.type.ConvertedCodec;
import dev.athanor.sql.type.Interval;
import dev.athanor.sql.type.TemporalCodec;
import dev.athanor.sql.type.TextCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** PostgreSQL's types for the types of Java that stand for them. */
public final class SqlTypes {
    public static final Type<Boolean, Condition> BOOLEAN = new Type<>(
            "boolean",
            Boolean.class,
            Codec.of(Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean),
            (node, type) -> new Condition(node));
    public static final Type<Short, NumberExpr<Short>> SMALLINT = Type.number(
            "smallint", Short.class, Codec.of(Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort));
    public static final Type<Integer, NumberExpr<Integer>> INTEGER = Type.number(
            "integer", Integer.class, Codec.of(Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt));
    public static final Type<Long, NumberExpr<Long>> BIGINT =
            Type.number("bigint", Long.class, Codec.of(Types.BIGINT, PreparedStatement::setLong, ResultSet::getLong));
    public static final Type<Float, NumberExpr<Float>> REAL =
            Type.number("real", Float.class, Codec.of(Types.REAL, PreparedStatement::setFloat, ResultSet::getFloat));
    public static final Type<Double, NumberExpr<Double>> DOUBLE = Type.number(
            "double precision",
            Double.class,
            Codec.of(Types.DOUBLE, PreparedStatement::setDouble, ResultSet::getDouble));
    public static final Type<BigDecimal, NumberExpr<BigDecimal>> NUMERIC = Type.number(
            "numeric",
            BigDecimal.class,
            Codec.of(Types.NUMERIC, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal));
    /** A whole number of any size. */
    public static final Type<BigInteger, NumberExpr<BigInteger>> INTEGRAL = Type.number(
            "numeric", BigInteger.class, new ConvertedCodec<>(NUMERIC, BigDecimal::new, BigDecimal::toBigIntegerExact));

    public static final Type<Byte, NumberExpr<Byte>> BYTE =
            Type.number("smallint", Byte.class, new ConvertedCodec<>(SMALLINT, Byte::shortValue, Short::byteValue));

    public static final Type<String, TextExpr> TEXT = new Type<>(
            "text",
            String.class,
            Codec.of(Types.VARCHAR, PreparedStatement::setString, ResultSet::getString),
            TextExpr::new);
    /** A text of one character. */
    public static final Type<Character, ValueExpr<Character>> CHARACTER =
            Type.converted(Character.class, TEXT, String::valueOf, text -> text.charAt(0));

    public static final Type<char[], ValueExpr<char[]>> CHARACTERS =
            Type.converted(char[].class, TEXT, String::new, String::toCharArray);

    public static final Type<byte[], ValueExpr<byte[]>> BYTEA = Type.of("bytea", byte[].class, new BytesCodec());
    public static final Type<UUID, ValueExpr<UUID>> UUID = Type.of("uuid", UUID.class, object(UUID.class, Types.OTHER));
    public static final Type<LocalDate, TemporalExpr<LocalDate>> DATE = temporal(
            "date", LocalDate.class, new TemporalCodec<>(LocalDate.class, Types.DATE, LocalDate.MIN, LocalDate.MAX));
    public static final Type<LocalTime, TemporalExpr<LocalTime>> TIME =
            temporal("time", LocalTime.class, new TemporalCodec<>(LocalTime.class, Types.TIME, null, null));
    public static final Type<OffsetTime, TemporalExpr<OffsetTime>> TIMETZ = temporal(
            "timetz", OffsetTime.class, new TemporalCodec<>(OffsetTime.class, Types.TIME_WITH_TIMEZONE, null, null));
    public static final Type<LocalDateTime, TemporalExpr<LocalDateTime>> TIMESTAMP = temporal(
            "timestamp",
            LocalDateTime.class,
            new TemporalCodec<>(LocalDateTime.class, Types.TIMESTAMP, LocalDateTime.MIN, LocalDateTime.MAX));

    /** A point in time, read with the offset of UTC; the database does not keep another. */
    public static final Type<OffsetDateTime, TemporalExpr<OffsetDateTime>> TIMESTAMPTZ = temporal(
            "timestamptz",
            OffsetDateTime.class,
            new TemporalCodec<>(
                    OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.MIN, OffsetDateTime.MAX));

    /** A point in time; {@link #TIMESTAMPTZ} without an offset to agree on. */
    public static final Type<Instant, TemporalExpr<Instant>> INSTANT = temporal(
            "timestamptz", Instant.class, new ConvertedCodec<>(TIMESTAMPTZ, SqlTypes::atUtc, SqlTypes::instant));

    /** A span of time as the database has it, with months and days that are not always equally long. */
    public static final Type<Interval, IntervalExpr<Interval>> INTERVAL = new Type<>(
            "interval", Interval.class, new TextCodec<>(Interval::toString, SqlTypes::interval), IntervalExpr::new);

    /** A span of time of known length; one with months is not read. */
    public static final Type<Duration, IntervalExpr<Duration>> DURATION = new Type<>(
            "interval", Duration.class, new TextCodec<>(Duration::toString, SqlTypes::duration), IntervalExpr::new);

    /** JSON as its text. */
    public static final Type<String, JsonExpr<String>> JSONB =
            json(String.class, Function.identity(), Function.identity());

    /** A path of SQL's JSON path language. */
    static final Type<String, ValueExpr<String>> JSON_PATH =
            Type.of("jsonpath", String.class, new TextCodec<>(Function.identity(), Function.identity()));

    private static final Map<Class<?>, Type<?, ?>> BY_CLASS = Map.ofEntries(
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(Short.class, SMALLINT),
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, BIGINT),
            Map.entry(Float.class, REAL),
            Map.entry(Double.class, DOUBLE),
            Map.entry(BigDecimal.class, NUMERIC),
            Map.entry(BigInteger.class, INTEGRAL),
            Map.entry(String.class, TEXT),
            Map.entry(byte[].class, BYTEA),
            Map.entry(UUID.class, UUID),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(LocalDateTime.class, TIMESTAMP),
            Map.entry(OffsetDateTime.class, TIMESTAMPTZ),
            Map.entry(Instant.class, INSTANT),
            Map.entry(Interval.class, INTERVAL),
            Map.entry(Duration.class, DURATION));

    private SqlTypes() {}

    /** An enumeration that is kept as a number, by the order of its constants. */
    public static <E extends Enum<E>> Type<E, EnumExpr<E>> enumNumber(Class<E> javaType) {
        E[] constants = javaType.getEnumConstants();
        return new Type<>(
                "integer",
                javaType,
                new ConvertedCodec<>(INTEGER, Arrays.asList(constants)::indexOf, number -> constants[number]),
                EnumExpr::new);
    }

    /** JSON as objects of one's own, by one's own mapping. */
    public static <T> Type<T, JsonExpr<T>> json(
            Class<T> javaType, Function<T, String> write, Function<String, T> read) {
        return new Type<>("jsonb", javaType, new TextCodec<>(write, read), JsonExpr::new);
    }

    /** Arrays of a type. */
    public static <E, X extends Expr<E>> Type<List<E>, ArrayExpr<E>> array(Type<E, X> element) {
        return new Type<>(
                element.name() + "[]",
                element.listClass(),
                element.listCodec(),
                (node, type) -> new ArrayExpr<>(node, type, element));
    }

    /** An enumeration that is kept as text, by the names of its constants. */
    public static <E extends Enum<E>> Type<E, EnumExpr<E>> enumText(Class<E> javaType) {
        return new Type<>(
                "text",
                javaType,
                Codec.of(
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, value.name()),
                        (row, index) -> {
                            String name = row.getString(index);
                            return name == null ? null : constant(javaType, name);
                        }),
                EnumExpr::new);
    }

    /**
     * An enumeration of the database's own, whose values are the names of the constants.
     *
     * @param name the database's name for it, in quotes if it needs them
     */
    public static <E extends Enum<E>> Type<E, EnumExpr<E>> enumeration(String name, Class<E> javaType) {
        return new Type<>(name, javaType, new TextCodec<>(Enum::name, text -> constant(javaType, text)), EnumExpr::new);
    }

    /** The type for a class, if there is a usual one. */
    static Type<?, ?> of(Object value) {
        Type<?, ?> type = BY_CLASS.get(value.getClass());
        if (type == null) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the type of a " + value.getClass().getName() + " is not known here; give it by value(type, …)");
        }
        return type;
    }

    /** The extremes stand for infinity. */
    private static OffsetDateTime atUtc(Instant instant) {
        if (instant.equals(Instant.MIN)) {
            return OffsetDateTime.MIN;
        }
        return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MIN)) {
            return Instant.MIN;
        }
        return time.equals(OffsetDateTime.MAX) ? Instant.MAX : time.toInstant();
    }

    private static Interval interval(String text) {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new SqlException(SqlError.VALUE_UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Duration duration(String text) {
        try {
            return interval(text).toDuration();
        } catch (ArithmeticException e) {
            throw new SqlException(SqlError.VALUE_UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> javaType, String name) {
        try {
            return Enum.valueOf(javaType, name);
        } catch (IllegalArgumentException e) {
            throw new SqlException(
                    SqlError.VALUE_UNREADABLE,
                    "\"" + name + "\" is read as a " + javaType.getName() + ", which has no such constant",
                    e);
        }
    }

    private static <T> Type<T, TemporalExpr<T>> temporal(String name, Class<T> javaType, Codec<T> codec) {
        return new Type<>(name, javaType, codec, TemporalExpr::new);
    }

    private static <T> Codec<T> object(Class<T> javaType, int jdbcType) {
        return Codec.of(jdbcType, PreparedStatement::setObject, (row, index) -> row.getObject(index, javaType));
    }
}
