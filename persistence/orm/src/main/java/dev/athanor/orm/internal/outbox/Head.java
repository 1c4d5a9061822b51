// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

/**
 * The next event of a key.
 *
 * @param millis for how many milliseconds it is not due yet
 */
record Head(String key, long millis) {
    boolean isDue() {
        return millis <= 0;
    }
}
