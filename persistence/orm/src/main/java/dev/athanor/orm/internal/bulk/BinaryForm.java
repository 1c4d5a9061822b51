// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type travel as bytes, as PostgreSQL's own functions for receiving them read them: quicker to
 * write and to read than texts. Values of other classes than the usual ones travel as texts. Immutable and thread-safe.
 */
@SuppressWarnings({
    "ImmutableEnumChecker", // none of what writes has a state
    "JavaLocalTimeGetNano", // the seconds are asked for beside, of the day or of all time
    "JavaLocalDateTimeGetNano"
})
public enum BinaryForm {
    /** A whole number of eight bytes. */
    BIGINT(20, 1016, BinaryForm::isWhole, (value, buffer) -> eight(((Number) value).longValue(), buffer)),
    /** A whole number of four bytes. */
    INTEGER(
            23,
            1007,
            value -> value instanceof Integer || value instanceof Short,
            (value, buffer) -> four(((Number) value).intValue(), buffer)),
    /** A whole number of two bytes. */
    SMALLINT(21, 1005, Short.class, (value, buffer) -> {
        buffer.addInt(Short.BYTES);
        buffer.addShort(value);
    }),
    /** A number of binary digits. */
    REAL(700, 1021, Float.class, (value, buffer) -> four(Float.floatToIntBits(value), buffer)),
    /** A number of twice as many. */
    DOUBLE(701, 1022, Double.class, (value, buffer) -> eight(Double.doubleToLongBits(value), buffer)),
    /** A number of decimal digits, not too many. */
    NUMERIC(
            1700,
            1231,
            value -> value instanceof BigDecimal number && Decimals.areFew(number),
            (value, buffer) -> Decimals.write((BigDecimal) value, buffer)),
    /** True or false. */
    BOOLEAN(16, 1000, Boolean.class, (value, buffer) -> {
        buffer.addInt(1);
        buffer.add(value ? 1 : 0);
    }),
    /** Text, and what is read as text. */
    TEXT(25, 1009, String.class, (value, buffer) -> text(new byte[0], value, buffer)),
    /** Text after the number of its version. */
    JSONB(3802, 3807, String.class, (value, buffer) -> text(new byte[] {1}, value, buffer)),
    /** A number of 128 bits. */
    IDENTIFIER(2950, 2951, UUID.class, (value, buffer) -> {
        buffer.addInt(2 * Long.BYTES);
        buffer.addLong(value.getMostSignificantBits());
        buffer.addLong(value.getLeastSignificantBits());
    }),
    /** Days. */
    DATE(1082, 1182, LocalDate.class, (value, buffer) -> four(days(value), buffer)),
    /** Microseconds of a day. */
    TIME(
            1083,
            1183,
            LocalTime.class,
            (value, buffer) -> eight(microseconds(value.toSecondOfDay(), value.getNano()), buffer)),
    /** Microseconds, wherever one is. */
    TIMESTAMP(
            1114,
            1115,
            LocalDateTime.class,
            (value, buffer) -> since(value.toEpochSecond(ZoneOffset.UTC), value.getNano(), buffer)),
    /** Microseconds in UTC. */
    TIMESTAMPTZ(
            1184, 1185, OffsetDateTime.class, (value, buffer) -> since(value.toEpochSecond(), value.getNano(), buffer));

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = EPOCH.toEpochDay() * 24 * 60 * 60;
    private static final int NULL = -1;

    private final int type;
    private final int arrayType;
    private final Predicate<Object> taken;
    private final BiConsumer<Object, CopyBuffer> writer;

    /** Of the values of one class. */
    <V> BinaryForm(int type, int arrayType, Class<V> taken, BiConsumer<V, CopyBuffer> writer) {
        this(type, arrayType, taken::isInstance, (value, buffer) -> writer.accept(taken.cast(value), buffer));
    }

    BinaryForm(int type, int arrayType, Predicate<Object> taken, BiConsumer<Object, CopyBuffer> writer) {
        this.type = type;
        this.arrayType = arrayType;
        this.taken = taken;
        this.writer = writer;
    }

    /**
     * That of a type, if it has one of these.
     *
     * @param type its name without a length or precision, as the database writes it
     */
    public static Optional<BinaryForm> of(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "bigint" -> BIGINT;
                    case "integer" -> INTEGER;
                    case "smallint" -> SMALLINT;
                    case "real" -> REAL;
                    case "double precision" -> DOUBLE;
                    case "numeric" -> NUMERIC;
                    case "boolean" -> BOOLEAN;
                    case "text", "character varying", "json" -> TEXT;
                    case "jsonb" -> JSONB;
                    case "uuid" -> IDENTIFIER;
                    case "date" -> DATE;
                    case "time without time zone" -> TIME;
                    case "timestamp without time zone" -> TIMESTAMP;
                    case "timestamp with time zone" -> TIMESTAMPTZ;
                    default -> null;
                });
    }

    /** Whether all values of rows are of classes that have the forms of their columns. */
    public static boolean areTaken(List<BinaryForm> forms, List<@Nullable Object[]> rows) {
        for (int i = 0; i < forms.size(); i++) {
            if (!forms.get(i).areTaken(rows, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all values of a column are of classes that have this form. */
    final boolean areTaken(List<@Nullable Object[]> rows, int column) {
        for (@Nullable Object[] row : rows) {
            Object value = row[column];
            if (value != null && !taken.test(value)) {
                return false;
            }
        }
        return true;
    }

    /** The number that PostgreSQL has for the type, or for text if it is of what is read as text. */
    final int type() {
        return type;
    }

    /** That of arrays of these. */
    final int arrayType() {
        return arrayType;
    }

    /** The length and the bytes of a value. */
    final void value(@Nullable Object value, CopyBuffer buffer) {
        if (value == null) {
            buffer.addInt(NULL);
        } else {
            writer.accept(value, buffer);
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short;
    }

    private static void four(int value, CopyBuffer buffer) {
        buffer.addInt(Integer.BYTES);
        buffer.addInt(value);
    }

    private static void eight(long value, CopyBuffer buffer) {
        buffer.addInt(Long.BYTES);
        buffer.addLong(value);
    }

    private static void text(byte[] before, String text, CopyBuffer buffer) {
        byte[] signs = text.getBytes(StandardCharsets.UTF_8);
        buffer.addInt(before.length + signs.length);
        buffer.add(before, 0, before.length);
        buffer.add(signs, 0, signs.length);
    }

    private static int days(LocalDate day) {
        return (int) (day.toEpochDay() - EPOCH.toEpochDay());
    }

    private static void since(long second, int nano, CopyBuffer buffer) {
        eight(microseconds(second - EPOCH_SECOND, nano), buffer);
    }

    /** Rounded to the nearest, and of two to the even one, as the database rounds what it reads. */
    private static long microseconds(long seconds, int nano) {
        long whole = seconds * 1_000_000 + nano / 1000;
        int rest = nano % 1000;
        return rest > 500 || (rest == 500 && (whole & 1) == 1) ? whole + 1 : whole;
    }
}
