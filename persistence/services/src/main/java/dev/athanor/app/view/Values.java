// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import dev.athanor.app.Storables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values that clients write as text. */
final class Values {
    private static final Map<Class<?>, Function<String, Object>> READERS = new LinkedHashMap<>();

    static {
        READERS.put(String.class, text -> text);
        READERS.put(Short.class, Short::valueOf);
        READERS.put(Integer.class, Integer::valueOf);
        READERS.put(Long.class, Long::valueOf);
        READERS.put(Float.class, text -> number(text).floatValue());
        READERS.put(Double.class, text -> number(text).doubleValue());
        READERS.put(BigDecimal.class, Values::number);
        READERS.put(Boolean.class, Values::truth);
        READERS.put(LocalDate.class, text -> Storables.dated(LocalDate.parse(text)));
        READERS.put(LocalTime.class, LocalTime::parse);
        READERS.put(LocalDateTime.class, text -> Storables.dated(LocalDateTime.parse(text)));
        READERS.put(OffsetDateTime.class, Values::moment);
        READERS.put(Instant.class, text -> moment(text).toInstant());
        READERS.put(Currency.class, Currency::getInstance);
        READERS.put(UUID.class, UUID::fromString);
    }

    private Values() {}

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (!Storables.isCountable(number)) {
            throw new IllegalArgumentException("more digits than anything has");
        }
        return number;
    }

    private static OffsetDateTime moment(String text) {
        return Storables.dated(OffsetDateTime.parse(text));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    /** What a text says as a value of a type; nothing, if the type cannot be written. */
    static <T> Optional<T> of(Class<T> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
        try {
            return Optional.ofNullable(READERS.get(type)).map(reader -> type.cast(reader.apply(text)));
        } catch (RuntimeException e) {
            return Optional.empty(); // none of the readers says better what is wrong than the name of what is wanted
        }
    }

    /** What values of a type look like. */
    static String shape(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "Short", "Integer", "Long" -> "a whole number";
            case "Float", "Double", "BigDecimal" -> "a number";
            case "Boolean" -> "true or false";
            case "LocalDate" -> "a date, as 2024-02-29";
            case "LocalTime" -> "a time, as 12:30:00";
            case "LocalDateTime" -> "a date and time, as 2024-02-29T12:30:00";
            case "OffsetDateTime", "Instant" -> "a moment, as 2024-02-29T12:30:00Z";
            case "Currency" -> "a currency, as EUR";
            case "UUID" -> "a UUID";
            default -> "something that cannot be written in a filter";
        };
    }
}
