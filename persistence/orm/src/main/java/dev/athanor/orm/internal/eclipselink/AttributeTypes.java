// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Json;
import dev.athanor.annotations.NativeEnum;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.type.Interval;
import dev.athanor.sql.type.SqlType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What converts the values of attributes, by their types and by what annotations say. For one thread at a time. */
final class AttributeTypes {
    private static final Map<Class<?>, TypeConverter<?>> BY_CLASS = Map.of(
            LocalDate.class, TypeConverter.of(SqlTypes.DATE, TemporalTexts::date, AttributeTypes::same),
            LocalTime.class, TypeConverter.of(SqlTypes.TIME, TemporalTexts::time, AttributeTypes::same),
            OffsetTime.class, TypeConverter.of(SqlTypes.TIMETZ, TemporalTexts::offsetTime, AttributeTypes::same),
            LocalDateTime.class, TypeConverter.of(SqlTypes.TIMESTAMP, TemporalTexts::dateTime, AttributeTypes::same),
            OffsetDateTime.class, TypeConverter.of(SqlTypes.TIMESTAMPTZ, TemporalTexts::moment, AttributeTypes::same),
            Instant.class, TypeConverter.of(SqlTypes.TIMESTAMPTZ, TemporalTexts::moment, TemporalTexts::instant),
            Duration.class, TypeConverter.of(SqlTypes.DURATION, AttributeTypes::duration, AttributeTypes::same),
            Interval.class, TypeConverter.of(SqlTypes.INTERVAL, AttributeTypes::interval, AttributeTypes::same));

    /** How the driver's own class for intervals puts them. */
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:([-+]?\\d+) years)? ?(?:([-+]?\\d+) mons)? ?(?:([-+]?\\d+) days)? ?"
                    + "(?:([-+]?\\d+) hours)? ?(?:([-+]?\\d+) mins)? ?(?:([-+]?[\\d.]+) secs)?");

    private static final List<String> DESIGNATORS = List.of("Y", "M", "DT", "H", "M", "S");

    private @Nullable JsonMapping json;

    private static Object same(Object value) {
        return value;
    }

    /** What converts the values of an attribute as our annotations say; nothing if they say nothing. */
    Optional<TypeConverter<?>> said(AnnotatedElement attribute, Type type) {
        if (attribute.isAnnotationPresent(Json.class)) {
            return Optional.of(json(type));
        }
        return attribute.isAnnotationPresent(Array.class) ? Optional.of(ArrayTypes.converter(type)) : Optional.empty();
    }

    /** What converts values of a type; nothing if EclipseLink's own ways are fine. */
    Optional<TypeConverter<?>> ofValue(AnnotatedElement attribute, Type type) {
        return type instanceof Class<?> known
                ? constants(attribute, known).or(() -> Optional.ofNullable(BY_CLASS.get(known)))
                : Optional.empty();
    }

    private static Optional<TypeConverter<?>> constants(AnnotatedElement attribute, Class<?> type) {
        if (!type.isEnum()) {
            return Optional.empty();
        }
        return Optional.ofNullable(attribute.getAnnotation(NativeEnum.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(NativeEnum.class)))
                .map(said -> constants(said.value(), type));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // it is a class of constants
    private static TypeConverter<?> constants(String name, Class type) {
        return constantsOf(SqlTypes.enumeration(name, type));
    }

    private static <E extends Enum<E>> TypeConverter<E> constantsOf(SqlType<E> type) {
        Class<E> javaType = type.javaType();
        return TypeConverter.of(
                type,
                value -> javaType.isInstance(value) ? javaType.cast(value) : Enum.valueOf(javaType, value.toString()),
                AttributeTypes::same);
    }

    private TypeConverter<String> json(Type type) {
        if (type == String.class) {
            return TypeConverter.of(SqlTypes.JSONB, Object::toString, AttributeTypes::same);
        }
        JsonMapping mapping = json();
        return TypeConverter.ofMutable(
                SqlTypes.JSONB,
                value -> mapping.write(value, type),
                text -> mapping.read(text, type),
                Object::toString,
                new TypeConverter.Equality<>(mapping::same, text -> 0));
    }

    private JsonMapping json() {
        JsonMapping known = json;
        if (known == null) {
            known = JsonMapping.standard();
            json = known;
        }
        return known;
    }

    private static Duration duration(Object value) {
        return value instanceof Duration duration ? duration : interval(value).toDuration();
    }

    private static Interval interval(Object value) {
        return value instanceof Interval interval ? interval : interval(value.toString());
    }

    private static Interval interval(String text) {
        Matcher words = IN_WORDS.matcher(text);
        if (!words.matches()) {
            return Interval.parse(text);
        }
        StringBuilder iso = new StringBuilder("P");
        for (int part = 1; part <= DESIGNATORS.size(); part++) {
            String number = words.group(part);
            iso.append(number == null ? "0" : number).append(DESIGNATORS.get(part - 1));
        }
        return Interval.parse(iso.toString());
    }

    /** What converts elements of arrays as the driver gives them. */
    static Optional<Function<Object, ?>> reader(Class<?> type) {
        return Optional.ofNullable(BY_CLASS.get(type)).map(TypeConverter::reader);
    }
}
