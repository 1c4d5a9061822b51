// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

/** An enumeration of the database's own. */
public enum Mood {
    HAPPY,
    SAD
}
