// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

/** Why the server could not be started: a message for the person who started it, who needs no stack trace. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
