// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/**
 * Is told what happens in sessions, on the thread it happens on.
 *
 * @param <E> what it is told
 */
@FunctionalInterface
public interface SessionListener<E extends SessionEvent> {
    /** It happens. */
    void on(E event);
}
