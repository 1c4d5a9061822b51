// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;

/** What can be wrong with a statement or its result; {@code docs/errors.md} has a section for each. */
public enum SqlError {
    /** A name is empty, too long for PostgreSQL, or holds a character that it does not store. */
    NAME_INVALID,
    /** A null was given where a value belongs. */
    NULL_VALUE,
    /** A value of a subquery that is selected has no name to refer to it by. */
    LABEL_MISSING,
    /** The parts of a statement do not fit together. */
    STATEMENT_INVALID,
    /** An expression is to become a part of the schema, and is not the same for the same row always. */
    SCHEMA_EXPRESSION_INVALID,
    /** A named parameter is not in the statement, has no value, or one of another type. */
    PARAMETER_UNKNOWN,
    /** A record's components do not fit what is selected. */
    RECORD_MISMATCH,
    /** Entities are to be read, which only a session can. */
    SESSION_NEEDED,
    /** A value in the database is none that its type in Java can have. */
    VALUE_UNREADABLE,
    /** There is no row where one was wanted. */
    NO_ROW,
    /** There are several rows where one was wanted. */
    SEVERAL_ROWS,
    /** Rows are to be streamed on a connection that commits by itself. */
    STREAM_NEEDS_TRANSACTION,
    /** A row would break a constraint of the database's. */
    CONSTRAINT_VIOLATED,
    /** The transaction cannot go on beside others; it can be tried again. */
    TRANSACTION_CONFLICT,
    /** The transaction only reads. */
    WRITE_REFUSED,
    /** A row or table is locked by others, and was not to be waited for, or not any longer. */
    LOCK_UNAVAILABLE,
    /** The statement took longer than it was allowed to, or was cancelled. */
    STATEMENT_CANCELLED,
    /** No connection was free in time: the pool is exhausted, or the database takes no more. */
    CONNECTION_UNAVAILABLE,
    /** The connection to the database is lost, or none can be made. */
    CONNECTION_LOST,
    /** The database refused the statement. */
    EXECUTION_FAILED;

    private static final int DEEPEST_CAUSE = 20;

    /** What a failure means. */
    static SqlError of(SQLException failure) {
        if (isOfPoolAlone(failure)) {
            return CONNECTION_UNAVAILABLE;
        }
        SqlError code = ofState(failure);
        return code == EXECUTION_FAILED ? ofPool(failure) : code;
    }

    /**
     * Whether a pool has waited in vain, and no database was asked: some pools say that with the state of a lost
     * connection.
     */
    private static boolean isOfPoolAlone(SQLException failure) {
        boolean waited = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            boolean ofPool = cause instanceof SQLTransientConnectionException;
            if (waited && !ofPool && cause instanceof SQLException) {
                return false;
            }
            waited |= ofPool;
            cause = cause.getCause();
        }
        return waited;
    }

    /** Pools say so, or within what they say, when they are exhausted; and if they cannot connect, why. */
    private static SqlError ofPool(SQLException failure) {
        SqlError code = EXECUTION_FAILED;
        boolean waited = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            waited |= cause instanceof SQLTransientConnectionException;
            code = code == EXECUTION_FAILED && cause instanceof SQLException said ? ofState(said) : code;
            cause = cause.getCause();
        }
        if (waited) {
            return code == EXECUTION_FAILED ? CONNECTION_UNAVAILABLE : code;
        }
        return EXECUTION_FAILED;
    }

    private static SqlError ofState(SQLException failure) {
        return ofState(Objects.requireNonNullElse(failure.getSQLState(), ""));
    }

    private static SqlError ofState(String state) {
        return switch (state) {
            case "40001", "40P01" -> TRANSACTION_CONFLICT;
            case "25006" -> WRITE_REFUSED;
            case "55P03" -> LOCK_UNAVAILABLE;
            case "57014" -> STATEMENT_CANCELLED;
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04" -> CONNECTION_LOST;
            case "53300" -> CONNECTION_UNAVAILABLE;
            default ->
                state.startsWith("23")
                        ? CONSTRAINT_VIOLATED
                        : state.startsWith("08") ? CONNECTION_LOST : EXECUTION_FAILED;
        };
    }
}
