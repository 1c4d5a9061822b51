// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/**
 * Listens to several kinds of events, and keeps what it has seen; so it is as thread-safe as the sessions that it is
 * given to by {@link dev.athanor.orm.SessionSettings#with} are used.
 */
@FunctionalInterface
public interface Instrument {
    /** The listeners, and its own. */
    Listeners addTo(Listeners listeners);
}
