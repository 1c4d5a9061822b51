// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.util.Objects;

/** The root of this module's errors: a stable {@link #code()}, and a message that says what to do. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final MigrationError code;

    /** Without a cause. */
    public MigrationException(MigrationError code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** By something else. */
    public MigrationException(MigrationError code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What failed, and what to do about it; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What kind of failure this is. */
    public MigrationError code() {
        return code;
    }
}
