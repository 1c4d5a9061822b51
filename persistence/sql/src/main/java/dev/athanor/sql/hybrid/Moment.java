// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.tree.Expression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** What a value of {@code java.time} knows of: a date, a time, both, or both in UTC. */
enum Moment {
    DATE,
    TIME,
    LOCAL,
    POINT;

    private static final Map<Class<?>, Moment> BY_CLASS = Map.of(
            LocalDate.class, DATE,
            LocalTime.class, TIME,
            LocalDateTime.class, LOCAL,
            OffsetDateTime.class, POINT,
            Instant.class, POINT);

    private static final Form IN_UTC = Form.of("({0} at time zone 'UTC')");

    static Moment of(TemporalExpr<?> value) {
        Class<?> type = value.type().javaType();
        return Optional.ofNullable(BY_CLASS.get(type))
                .orElseThrow(() -> new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "what Java does with a " + type.getName() + " is not known here; use java.time"));
    }

    /** Refuses what Java refuses, too. */
    static SqlException refused(String function, Object what, TemporalExpr<?> value) {
        return new SqlException(
                SqlError.STATEMENT_INVALID,
                function + "(…) by " + what + " is nothing that a "
                        + value.type().javaType().getSimpleName() + " has here");
    }

    boolean hasDate() {
        return this != TIME;
    }

    boolean hasTime() {
        return this != DATE;
    }

    /** A value as it is written, a point in time as it is in UTC: by the session's zone it would be changeable. */
    static TemporalExpr<?> written(TemporalExpr<?> value) {
        if (of(value) != POINT) {
            return value;
        }
        TemporalExpr<LocalDateTime> inUtc = Form.typed(SqlTypes.TIMESTAMP, IN_UTC.of(value));
        return inUtc;
    }

    /** The same of a date as the beginning of its day. */
    static TemporalExpr<LocalDateTime> withTime(TemporalExpr<?> value) {
        return of(value) == DATE
                ? value.cast(SqlTypes.TIMESTAMP)
                : SqlTypes.TIMESTAMP.of(written(value).node());
    }

    /** What was computed of a value as it is written, as a value of its own kind. */
    static <T> TemporalExpr<T> as(TemporalExpr<T> value, Expression computed) {
        if (of(value) != POINT) {
            return Form.like(value, computed);
        }
        TemporalExpr<LocalDateTime> inUtc = Form.typed(SqlTypes.TIMESTAMP, computed);
        return Form.like(value, IN_UTC.of(inUtc));
    }
}
