// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

/** Why there is no demo data, in words for whoever wanted it. */
final class SeedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeedFailure(String message) {
        super(message);
    }

    SeedFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
