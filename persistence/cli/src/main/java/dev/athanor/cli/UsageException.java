// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

/** A command was not told what it needs, or something that makes no sense. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
