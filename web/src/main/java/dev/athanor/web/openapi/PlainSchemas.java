// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import jakarta.json.JsonObject;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of values that stand for themselves, as they are written. */
final class PlainSchemas {
    private static final Map<Type, Scalar> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, Scalar.of(SchemaType.BOOLEAN)),
            Map.entry(Boolean.class, Scalar.of(SchemaType.BOOLEAN)),
            Map.entry(Short.class, Scalar.of(SchemaType.INTEGER)),
            Map.entry(int.class, Scalar.of(SchemaType.INTEGER, "int32")),
            Map.entry(Integer.class, Scalar.of(SchemaType.INTEGER, "int32")),
            Map.entry(long.class, Scalar.of(SchemaType.INTEGER, "int64")),
            Map.entry(Long.class, Scalar.of(SchemaType.INTEGER, "int64")),
            Map.entry(Float.class, Scalar.of(SchemaType.NUMBER)),
            Map.entry(Double.class, Scalar.of(SchemaType.NUMBER)),
            Map.entry(BigDecimal.class, Scalar.of(SchemaType.NUMBER)),
            Map.entry(String.class, Scalar.of(SchemaType.STRING)),
            Map.entry(LocalTime.class, Scalar.of(SchemaType.STRING)), // "time" has a zone
            Map.entry(LocalDateTime.class, Scalar.of(SchemaType.STRING)), // "date-time" has one, too
            Map.entry(LocalDate.class, Scalar.of(SchemaType.STRING, "date")),
            Map.entry(Currency.class, Scalar.of(SchemaType.STRING)),
            Map.entry(OffsetDateTime.class, Scalar.of(SchemaType.STRING, "date-time")),
            Map.entry(Instant.class, Scalar.of(SchemaType.STRING, "date-time")),
            Map.entry(Duration.class, Scalar.of(SchemaType.STRING, "duration")),
            Map.entry(UUID.class, Scalar.of(SchemaType.STRING, "uuid")));

    private PlainSchemas() {}

    /** That of a type. */
    static Schema of(Type type) {
        if (type instanceof Class<?> known && known.isEnum()) {
            return constants(known);
        }
        if (type == JsonObject.class) {
            return OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
        }
        return Optional.ofNullable(SCALARS.get(type))
                .map(Scalar::schema)
                .orElseThrow(() -> new IllegalStateException(
                        "no schema is known of " + type + ": add it to " + PlainSchemas.class.getName()));
    }

    private static Schema constants(Class<?> type) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        Arrays.stream(type.getEnumConstants()).map(String::valueOf).forEach(schema::addEnumeration);
        return schema;
    }

    /** The same, or null. */
    static Schema orNull(Schema schema) {
        if (schema.getRef() == null && schema.getEnumeration() == null) {
            return schema.addType(SchemaType.NULL);
        }
        Schema either = OASFactory.createSchema()
                .addAnyOf(schema)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        Optional.ofNullable(schema.getEnumeration()).ifPresent(values -> either.addExample(values.get(0)));
        return either;
    }

    private record Scalar(SchemaType type, Optional<String> format) {
        static Scalar of(SchemaType type) {
            return new Scalar(type, Optional.empty());
        }

        static Scalar of(SchemaType type, String format) {
            return new Scalar(type, Optional.of(format));
        }

        Schema schema() {
            Schema schema = OASFactory.createSchema().addType(type);
            format.ifPresent(schema::setFormat);
            return schema;
        }
    }
}
