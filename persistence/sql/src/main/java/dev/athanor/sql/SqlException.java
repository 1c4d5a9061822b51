// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** The root of this module's errors: a stable {@link #code()}, and a message that says what to do. */
public final class SqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SqlError code;

    /** An error of this kind. */
    public SqlException(SqlError code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** An error of this kind, with what it comes from. */
    public SqlException(SqlError code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What the database said about a statement; its details, which may hold values, stay with the cause. */
    public static SqlException of(SQLException cause, String sql) {
        String state = Optional.ofNullable(cause.getSQLState()).orElse("");
        String message = Optional.ofNullable(cause.getMessage()).orElse("no reason given");
        String reason = state.startsWith("22")
                ? "a value is none that the database can use there (" + state + "); the cause says which"
                : message.lines().findFirst().orElse("");
        SqlError code = SqlError.of(cause);
        String said = code == SqlError.CONNECTION_UNAVAILABLE
                ? "no connection to the database was free in time; let transactions be shorter, or pool and database allow"
                        + " for more: " + reason
                : reason;
        return new SqlException(code, sql.isEmpty() ? said : said + "; the statement was " + sql, cause);
    }

    /** What kind of failure this is. */
    public SqlError code() {
        return code;
    }

    /** The state that the database gave, if it was the database. */
    public Optional<String> sqlState() {
        return getCause() instanceof SQLException cause ? Optional.ofNullable(cause.getSQLState()) : Optional.empty();
    }
}
