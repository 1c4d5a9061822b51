// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

/** Kept as text. */
public enum Status {
    NEW,
    ACTIVE,
    BLOCKED
}
