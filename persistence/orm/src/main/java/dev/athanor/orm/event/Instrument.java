// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/** Listens to several kinds of events. */
@FunctionalInterface
public interface Instrument {
    /** The listeners, and its own. */
    Listeners addTo(Listeners listeners);
}
