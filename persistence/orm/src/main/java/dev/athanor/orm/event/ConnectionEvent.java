// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/** A session takes a connection, or gives it back. */
public sealed interface ConnectionEvent extends SessionEvent {
    /** It was taken from the pool. */
    record AfterAcquire(EventScope scope) implements ConnectionEvent {}

    /** It is about to be given back. */
    record BeforeRelease(EventScope scope) implements ConnectionEvent {}
}
