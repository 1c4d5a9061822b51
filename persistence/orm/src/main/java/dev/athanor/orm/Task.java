// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

/**
 * What is done with a session, and gives no result.
 *
 * @param <X> what it may throw that is checked
 */
@FunctionalInterface
public interface Task<X extends Exception> {
    /** Does it. */
    void run(Session session) throws X;
}
