// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is made of each row of a result. Immutable and thread-safe.
 *
 * @param <R> what that is
 */
public abstract sealed class Result<R> permits Result.Rows, Result.Value, Result.Entity, RecordResult {
    /** Reads the row a result set is at. */
    public abstract R read(ResultSet row) throws SQLException;

    /** What equals that of another that makes the same of rows. */
    Object shape() {
        return this;
    }

    static Result<Row> row(List<Expr<?>> selected) {
        return new Rows(selected);
    }

    static <T> Result<T> value(Expr<T> selected) {
        return new Value<>(selected);
    }

    static <R extends Record> Result<R> record(Class<R> type, List<Expr<?>> selected) {
        return RecordResult.of(type, selected);
    }

    static <E> Result<E> entity(Class<E> type) {
        return new Entity<>(type);
    }

    /**
     * Entities, which a session reads: what is changed in them is to be written.
     *
     * @param <E> their class
     */
    public static final class Entity<E> extends Result<E> {
        private final Class<E> type;

        private Entity(Class<E> type) {
            this.type = type;
        }

        /** Their class. */
        public Class<E> type() {
            return type;
        }

        @Override
        public E read(ResultSet row) {
            throw new SqlException(
                    SqlError.SESSION_NEEDED,
                    type.getName() + " is an entity, which a session reads; select its columns to read them by JDBC");
        }
    }

    /** Rows, which are read by the expressions that were selected. */
    static final class Rows extends Result<Row> {
        private final List<Expr<?>> selected;

        Rows(List<Expr<?>> selected) {
            this.selected = selected;
        }

        @Override
        public Row read(ResultSet row) throws SQLException {
            @Nullable Object[] values = new Object[selected.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = selected.get(i).type().read(row, i + 1);
            }
            return new Row(selected, values);
        }
    }

    /** The one selected value. */
    static final class Value<T> extends Result<T> {
        private final Expr<T> selected;

        Value(Expr<T> selected) {
            this.selected = selected;
        }

        @Override
        Object shape() {
            return selected.type().codec();
        }

        /** May be null although its type does not say so: a list of values may hold nulls. */
        @Override
        @SuppressWarnings("NullAway")
        public T read(ResultSet row) throws SQLException {
            return selected.type().read(row, 1);
        }
    }
}
