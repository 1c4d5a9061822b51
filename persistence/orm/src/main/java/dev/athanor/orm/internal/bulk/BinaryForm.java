// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type travel as bytes, as PostgreSQL's own functions for receiving them read them: quicker to
 * write and to read than texts. Values of other classes than the usual ones travel as texts. Immutable and thread-safe.
 */
public enum BinaryForm {
    /** A whole number of eight bytes. */
    BIGINT(20, 1016) {
        @Override
        boolean takes(Object value) {
            return value instanceof Long || value instanceof Integer || value instanceof Short;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(Long.BYTES);
            buffer.addLong(((Number) value).longValue());
        }
    },
    /** A whole number of four bytes. */
    INTEGER(23, 1007) {
        @Override
        boolean takes(Object value) {
            return value instanceof Integer || value instanceof Short;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(Integer.BYTES);
            buffer.addInt(((Number) value).intValue());
        }
    },
    /** A whole number of two bytes. */
    SMALLINT(21, 1005) {
        @Override
        boolean takes(Object value) {
            return value instanceof Short;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(Short.BYTES);
            buffer.addShort((Short) value);
        }
    },
    /** A number of binary digits. */
    REAL(700, 1021) {
        @Override
        boolean takes(Object value) {
            return value instanceof Float;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(Float.BYTES);
            buffer.addInt(Float.floatToIntBits((Float) value));
        }
    },
    /** A number of twice as many. */
    DOUBLE(701, 1022) {
        @Override
        boolean takes(Object value) {
            return value instanceof Double;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(Double.BYTES);
            buffer.addLong(Double.doubleToLongBits((Double) value));
        }
    },
    /** A number of decimal digits, not too many. */
    NUMERIC(1700, 1231) {
        @Override
        boolean takes(Object value) {
            return value instanceof BigDecimal number && Decimals.areFew(number);
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            Decimals.write((BigDecimal) value, buffer);
        }
    },
    /** True or false. */
    BOOLEAN(16, 1000) {
        @Override
        boolean takes(Object value) {
            return value instanceof Boolean;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(1);
            buffer.add((Boolean) value ? 1 : 0);
        }
    },
    /** Text, and what is read as text. */
    TEXT(25, 1009) {
        @Override
        boolean takes(Object value) {
            return value instanceof String;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            byte[] signs = ((String) value).getBytes(StandardCharsets.UTF_8);
            buffer.addInt(signs.length);
            buffer.add(signs, 0, signs.length);
        }
    },
    /** Text after the number of its version. */
    JSONB(3802, 3807) {
        @Override
        boolean takes(Object value) {
            return value instanceof String;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            byte[] signs = ((String) value).getBytes(StandardCharsets.UTF_8);
            buffer.addInt(signs.length + 1);
            buffer.add(1);
            buffer.add(signs, 0, signs.length);
        }
    },
    /** A number of 128 bits. */
    IDENTIFIER(2950, 2951) {
        @Override
        boolean takes(Object value) {
            return value instanceof UUID;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(2 * Long.BYTES);
            buffer.addLong(((UUID) value).getMostSignificantBits());
            buffer.addLong(((UUID) value).getLeastSignificantBits());
        }
    },
    /** Days. */
    DATE(1082, 1182) {
        @Override
        boolean takes(Object value) {
            return value instanceof LocalDate;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            buffer.addInt(Integer.BYTES);
            buffer.addInt((int) (((LocalDate) value).toEpochDay() - EPOCH.toEpochDay()));
        }
    },
    /** Microseconds of a day. */
    TIME(1083, 1183) {
        @Override
        boolean takes(Object value) {
            return value instanceof LocalTime;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            long nanoseconds = ((LocalTime) value).toNanoOfDay();
            buffer.addInt(Long.BYTES);
            buffer.addLong(microseconds(nanoseconds / SECOND, (int) (nanoseconds % SECOND)));
        }
    },
    /** Microseconds, wherever one is. */
    TIMESTAMP(1114, 1115) {
        @Override
        boolean takes(Object value) {
            return value instanceof LocalDateTime;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            Instant time = ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
            since(time.getEpochSecond(), time.getNano(), buffer);
        }
    },
    /** Microseconds in UTC. */
    TIMESTAMPTZ(1184, 1185) {
        @Override
        boolean takes(Object value) {
            return value instanceof OffsetDateTime;
        }

        @Override
        void write(Object value, CopyBuffer buffer) {
            OffsetDateTime time = (OffsetDateTime) value;
            since(time.toEpochSecond(), time.getNano(), buffer);
        }
    };

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = EPOCH.toEpochDay() * 24 * 60 * 60;
    private static final long SECOND = 1_000_000_000;
    private static final int NULL = -1;

    private final int type;
    private final int arrayType;

    BinaryForm(int type, int arrayType) {
        this.type = type;
        this.arrayType = arrayType;
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
            if (value != null && !takes(value)) {
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

    abstract boolean takes(Object value);

    abstract void write(Object value, CopyBuffer buffer);

    /** The length and the bytes of a value. */
    final void value(@Nullable Object value, CopyBuffer buffer) {
        if (value == null) {
            buffer.addInt(NULL);
        } else {
            write(value, buffer);
        }
    }

    private static void since(long second, int nano, CopyBuffer buffer) {
        buffer.addInt(Long.BYTES);
        buffer.addLong(microseconds(second - EPOCH_SECOND, nano));
    }

    /** Rounded to the nearest, and of two to the even one, as the database rounds what it reads. */
    private static long microseconds(long seconds, int nano) {
        long whole = seconds * 1_000_000 + nano / 1000;
        int rest = nano % 1000;
        return rest > 500 || (rest == 500 && (whole & 1) == 1) ? whole + 1 : whole;
    }
}
