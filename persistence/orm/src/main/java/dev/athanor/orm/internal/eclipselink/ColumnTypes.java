// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.mapping.MappedEnum;
import dev.athanor.sql.type.SqlType;
import jakarta.persistence.Lob;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.EnumTypeConverter;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's types for columns: those that sessions bind attributes as. For one use by one thread. */
final class ColumnTypes {
    private static final Map<Class<?>, String> BY_CLASS = types();

    private final Map<String, MappedEnum> enums = new TreeMap<>();

    private static Map<Class<?>, String> types() {
        Map<Class<?>, String> types = new LinkedHashMap<>();
        put(types, "boolean", boolean.class, Boolean.class);
        put(types, "smallint", byte.class, Byte.class, short.class, Short.class);
        put(types, "integer", int.class, Integer.class);
        put(types, "bigint", long.class, Long.class);
        put(types, "real", float.class, Float.class);
        put(types, "double precision", double.class, Double.class);
        put(types, "numeric", BigDecimal.class, BigInteger.class, Number.class);
        put(types, "bytea", byte[].class, Byte[].class);
        put(types, "uuid", UUID.class);
        put(types, "date", LocalDate.class, Date.class);
        put(types, "time", LocalTime.class, Time.class);
        put(types, "timetz", OffsetTime.class);
        put(types, "timestamp", LocalDateTime.class, Timestamp.class, java.util.Date.class, Calendar.class);
        put(types, "timestamptz", OffsetDateTime.class, Instant.class);
        put(types, "interval", Duration.class);
        return types;
    }

    private static void put(Map<Class<?>, String> types, String type, Class<?>... classes) {
        Stream.of(classes).forEach(each -> types.put(each, type));
    }

    List<MappedEnum> enums() {
        return List.copyOf(enums.values());
    }

    /**
     * The type of a column.
     *
     * @param converter what converts the attribute's values, if anything does
     * @param attributeType the class of the attribute
     */
    String of(
            DatabaseField field,
            @Nullable Converter converter,
            @Nullable Class<?> attributeType,
            Optional<AnnotatedElement> attribute) {
        String said = field.getColumnDefinition();
        if (said != null && !said.isBlank()) {
            return said;
        }
        if (converter instanceof TypeConverter<?> type) {
            return kept(type.kept());
        }
        if (converter instanceof UUIDConverter) {
            return "uuid";
        }
        if (converter instanceof Conversions.InstantKey) {
            return "timestamptz";
        }
        if (attribute.filter(element -> element.isAnnotationPresent(Lob.class)).isPresent()) {
            return isText(field, attributeType) ? "text" : "bytea";
        }
        if (converter instanceof SerializedObjectConverter && attributeType != Instant.class) {
            return BY_CLASS.getOrDefault(attributeType, "bytea");
        }
        boolean converted = converter != null
                && !(converter instanceof SerializedObjectConverter)
                && !(converter instanceof EnumTypeConverter);
        Class<?> type = converter == null || (!converted && BY_CLASS.containsKey(attributeType))
                ? attributeType
                : field.getType();
        return of(field, type == null ? field.getType() : type);
    }

    private static boolean isText(DatabaseField field, @Nullable Class<?> attributeType) {
        return attributeType == String.class
                || attributeType == char[].class
                || attributeType == Character[].class
                || field.getType() == java.sql.Clob.class;
    }

    private String kept(SqlType<?> type) {
        if (type.javaType().isEnum()) {
            enums.put(
                    type.name(),
                    new MappedEnum(
                            type.name(),
                            Stream.of(type.javaType().getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name())
                                    .toList()));
        }
        return type.name();
    }

    /** The type of values of a class; text, if nothing else is known of them. */
    static String of(DatabaseField field, @Nullable Class<?> type) {
        String known = type == null ? null : BY_CLASS.get(type);
        if (known == null) {
            boolean one = type == char.class || type == Character.class;
            int length = one ? 1 : field.getLength();
            return length > 0 ? "varchar(" + length + ")" : "text";
        }
        if (known.equals("numeric") && field.getPrecision() > 0) {
            return "numeric(" + field.getPrecision() + (field.getScale() > 0 ? ", " + field.getScale() : "") + ")";
        }
        return known;
    }
}
