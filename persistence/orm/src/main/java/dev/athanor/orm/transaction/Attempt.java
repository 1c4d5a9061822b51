// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

/**
 * A whole transaction, from its beginning to its commit.
 *
 * @param <T> the result
 * @param <X> what it may throw that is checked
 */
@FunctionalInterface
public interface Attempt<T, X extends Exception> {
    /** Does it, for the first time or again. */
    T run() throws X;
}
