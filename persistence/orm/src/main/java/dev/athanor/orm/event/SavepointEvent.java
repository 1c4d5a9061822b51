// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/** A part of a transaction that can be rolled back by itself: a nested block, or rows that are written at once. */
public sealed interface SavepointEvent extends SessionEvent {
    /** How deep it is: 1 for one right in the transaction. */
    int depth();

    /** It has begun. */
    record AfterSavepoint(EventScope scope, int depth) implements SavepointEvent {}

    /** What was done since then is a part of what is around it. */
    record AfterRelease(EventScope scope, int depth) implements SavepointEvent {}

    /** What was done since then is undone. */
    record AfterRollbackTo(EventScope scope, int depth) implements SavepointEvent {}
}
