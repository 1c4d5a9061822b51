// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

/** Why a contract could not be checked; {@code docs/errors.md} has a section for each. */
public enum ContractError {
    /** An attribute is of a kind for which no rows can be made. */
    ATTRIBUTE_UNSUPPORTED,
    /** A hybrid has no counterpart in the table, cannot be called, or uses what the rows do not have. */
    HYBRID_UNSUPPORTED,
    /** What the contract was told is about no attribute or hybrid that there is. */
    HINT_UNKNOWN,
    /** The database refused what every check needs: temporary tables, and rows in them. */
    DATABASE_REFUSED
}
