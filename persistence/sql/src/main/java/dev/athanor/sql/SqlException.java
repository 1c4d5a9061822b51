// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.Objects;

/** The root of this module's errors: a stable {@link #code()}, and a message that says what to do. */
public final class SqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SqlError code;

    public SqlException(SqlError code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    public SqlException(SqlError code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What kind of failure this is. */
    public SqlError code() {
        return code;
    }
}
