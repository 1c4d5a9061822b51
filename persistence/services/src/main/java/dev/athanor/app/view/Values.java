// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
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
    private static final int DIGITS = 100;
    private static final int LAST_YEAR = 9999;
    private static final Map<Class<?>, Function<String, Object>> READERS = new LinkedHashMap<>();

    static {
        READERS.put(String.class, text -> text);
        READERS.put(Short.class, Short::valueOf);
        READERS.put(Integer.class, Integer::valueOf);
        READERS.put(Long.class, Long::valueOf);
        READERS.put(Double.class, Double::valueOf);
        READERS.put(BigDecimal.class, Values::number);
        READERS.put(Boolean.class, Values::truth);
        READERS.put(LocalDate.class, text -> dated(LocalDate.parse(text)));
        READERS.put(LocalTime.class, LocalTime::parse);
        READERS.put(LocalDateTime.class, text -> dated(LocalDateTime.parse(text)));
        READERS.put(OffsetDateTime.class, text -> dated(OffsetDateTime.parse(text)));
        READERS.put(Instant.class, text -> dated(OffsetDateTime.parse(text)).toInstant());
        READERS.put(Currency.class, Currency::getInstance);
        READERS.put(UUID.class, UUID::fromString);
    }

    private Values() {}

    /** None with so many digits that the database, or who sends it there, would choke on it: {@code 1e999999999}. */
    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (text.length() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
            throw new IllegalArgumentException("at most " + DIGITS + " digits");
        }
        return number;
    }

    /** Of a year that has four digits; Java knows many that the database does not. */
    private static <T extends TemporalAccessor> T dated(T value) {
        int year = value.get(ChronoField.YEAR);
        if (year < 1 || year > LAST_YEAR) {
            throw new IllegalArgumentException("a year of four digits");
        }
        return value;
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
            case "Double", "BigDecimal" -> "a number";
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
