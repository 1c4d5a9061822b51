// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

/**
 * Which of the rows that were asked for.
 *
 * @param offset how many are left out
 * @param limit how many there are at most
 */
public record Slice(int offset, int limit) {
    /** Refuses what is no number of rows. */
    public Slice {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }
}
