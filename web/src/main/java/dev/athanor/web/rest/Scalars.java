// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Storable;
import dev.athanor.app.Storables;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that stand for themselves, of JSON: as what is expected, or not at all; nothing is guessed. */
final class Scalars {
    private static final Pattern TEXT = Pattern.compile(Storable.TEXT);
    private static final Map<Class<?>, Kind<?>> KINDS = new HashMap<>();

    static {
        whole(short.class, Short.class, BigDecimal::shortValueExact);
        whole(int.class, Integer.class, BigDecimal::intValueExact);
        whole(long.class, Long.class, BigDecimal::longValueExact);
        number(BigDecimal.class, number -> number);
        number(Double.class, BigDecimal::doubleValue);
        text(String.class, "a text, without NUL and half characters", text -> text);
        text(UUID.class, "a UUID", UUID::fromString);
        text(LocalDate.class, "a date, as 2024-02-29", text -> Storables.dated(LocalDate.parse(text)));
        text(LocalTime.class, "a time, as 12:30:00", LocalTime::parse);
        text(
                LocalDateTime.class,
                "a date and time, as 2024-02-29T12:30:00",
                text -> Storables.dated(LocalDateTime.parse(text)));
        text(Duration.class, "a duration, as PT36H", text -> Storables.lasting(Duration.parse(text)));
        KINDS.put(JsonObject.class, new Kind<>("an object", value -> Optional.of(value)
                .filter(JsonObject.class::isInstance)));
        KINDS.put(boolean.class, new Kind<>("true or false", Scalars::truth));
        KINDS.put(Boolean.class, new Kind<>("true or false", Scalars::truth));
    }

    private Scalars() {}

    private static <T> void whole(Class<T> primitive, Class<T> type, Function<BigDecimal, T> reader) {
        Kind<T> kind = new Kind<>("a whole number", value -> decimal(value).map(reader));
        KINDS.put(primitive, kind);
        KINDS.put(type, kind);
    }

    private static <T> void number(Class<T> type, Function<BigDecimal, T> reader) {
        KINDS.put(type, new Kind<>("a number", value -> decimal(value).map(reader)));
    }

    private static <T> void text(Class<T> type, String shape, Function<String, T> reader) {
        KINDS.put(type, new Kind<>(shape, value -> Optional.of(value)
                .filter(JsonString.class::isInstance)
                .map(string -> ((JsonString) string).getString())
                .filter(string -> TEXT.matcher(string).matches())
                .map(reader)));
    }

    private static Optional<BigDecimal> decimal(JsonValue value) {
        return Optional.of(value)
                .filter(JsonNumber.class::isInstance)
                .map(number -> ((JsonNumber) number).bigDecimalValue())
                .filter(Storables::isCountable);
    }

    private static Optional<Boolean> truth(JsonValue value) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? Optional.of(value == JsonValue.TRUE)
                : Optional.empty();
    }

    /** What a value says, if it is of the type. */
    static Optional<?> of(Class<?> type, JsonValue value) {
        try {
            return kind(type).reader().apply(value);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // none of them says better what is wrong than the shape of what is expected
        }
    }

    /** What values of a type look like. */
    static String shape(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", ", "one of ", ""))
                : kind(type).shape();
    }

    private static Kind<?> kind(Class<?> type) {
        return Optional.<Kind<?>>ofNullable(KINDS.get(type))
                .orElseThrow(() -> new IllegalStateException(type + " is nothing that bodies have"));
    }

    /**
     * What values of a type are.
     *
     * @param shape what they look like
     * @param reader reads them
     */
    private record Kind<T>(String shape, Function<JsonValue, Optional<T>> reader) {}
}
