// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.Objects;

/**
 * The root of this module's errors: a stable {@link #code()}, and a message that says what to do. What the database
 * says comes as {@link dev.athanor.sql.SqlException}.
 */
public final class OrmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OrmError code;

    /** An error of this kind. */
    public OrmException(OrmError code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** An error of this kind, with what it comes from. */
    public OrmException(OrmError code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What kind of failure this is. */
    public OrmError code() {
        return code;
    }
}
