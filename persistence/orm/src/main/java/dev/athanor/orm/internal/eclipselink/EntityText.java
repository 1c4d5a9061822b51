// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlTypes;
import java.sql.Array;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.UUID;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.jspecify.annotations.Nullable;

/** The values that EclipseLink's mappings give JDBC, as rows in bulk have them: the database reads their texts. */
final class EntityText {
    private EntityText() {}

    /** The text of a value. */
    static @Nullable String of(@Nullable Object value, DatabaseField field) {
        Object plain = plain(value, field);
        return plain == null ? null : plain.toString();
    }

    static @Nullable Object plain(@Nullable Object value, DatabaseField field) {
        if (value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof UUID) {
            return value;
        }
        if (value instanceof BoundValue bound) {
            return bound.plain();
        }
        if (value instanceof Character) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return SqlTypes.BYTEA.codec().text(bytes);
        }
        return other(value, field);
    }

    private static Object other(Object value, DatabaseField field) {
        Object time = time(value);
        if (time != null) {
            return time;
        }
        if (value instanceof char[] signs) {
            return new String(signs);
        }
        // The driver's own objects are texts of the database's already; its classes may not be visible here.
        if (value instanceof Array || value.getClass().getName().startsWith("org.postgresql.")) {
            return value.toString();
        }
        throw new OrmException(
                OrmError.BULK_UNSUPPORTED,
                "values of " + value.getClass().getName() + " for the column \"" + Names.of(field)
                        + "\" are not inserted in bulk; add the entities to the session");
    }

    private static @Nullable Object time(Object value) {
        if (value instanceof LocalDate date) {
            return SqlTypes.DATE.codec().plain(date);
        }
        if (value instanceof LocalDateTime time) {
            return SqlTypes.TIMESTAMP.codec().plain(time);
        }
        if (value instanceof OffsetDateTime time) {
            return SqlTypes.TIMESTAMPTZ.codec().plain(time);
        }
        if (value instanceof Instant time) {
            return SqlTypes.INSTANT.codec().plain(time);
        }
        return value instanceof java.time.LocalTime || value instanceof java.time.OffsetTime ? value : older(value);
    }

    /** In the time zone of Java, which the driver makes the connection's. */
    private static @Nullable String older(Object value) {
        if (value instanceof Date || value instanceof Time || value instanceof Timestamp) {
            return value.toString();
        }
        return value instanceof Calendar calendar ? new Timestamp(calendar.getTimeInMillis()).toString() : null;
    }
}
