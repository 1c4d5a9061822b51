// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/** Is told what a listener threw when nothing could be undone any more. */
@FunctionalInterface
public interface ListenerFailure {
    /** A listener threw this. */
    void report(SessionEvent event, RuntimeException failure);
}
