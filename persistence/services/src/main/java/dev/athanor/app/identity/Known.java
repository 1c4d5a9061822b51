// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

/**
 * A user to whom a password may belong.
 *
 * @param id the key
 * @param passwordHash what to verify it by
 * @param passwordChanges how often it was changed
 */
record Known(long id, String passwordHash, int passwordChanges) {
    /** Without the hash, so that it does not reach a log. */
    @Override
    public String toString() {
        return "Known[id=" + id + "]";
    }
}
