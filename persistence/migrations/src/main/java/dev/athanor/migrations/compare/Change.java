// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

/** One step from a schema to another, which can be taken back. Immutable and thread-safe. */
public sealed interface Change permits Added, Removed, Altered, Renamed, ValuesChanged {
    /** What is done, in words: {@code add column author.name}. */
    String description();

    /** The step back. */
    Change inverse();

    /** What does something with each kind of change. */
    <R> R accept(ChangeVisitor<R> visitor);
}
