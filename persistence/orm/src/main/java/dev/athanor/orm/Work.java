// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

/**
 * What is done with a session, and gives a result.
 *
 * @param <T> the result
 * @param <X> what it may throw that is checked
 */
@FunctionalInterface
public interface Work<T, X extends Exception> {
    /** Does it. */
    T run(Session session) throws X;
}
