// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

/** A test can have no database; the message says why, and what to do. */
public final class TestDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestDatabaseException(String message) {
        super(message);
    }

    TestDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
