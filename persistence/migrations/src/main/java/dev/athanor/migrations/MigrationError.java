// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

/** Why something about migrations failed; {@code docs/errors.md} has a section for each. */
public enum MigrationError {
    /** No connection to the database could be had. */
    DATABASE_UNREACHABLE,
    /** The changelog could not be found or read. */
    CHANGELOG_UNREADABLE,
    /** Another server or person was migrating this database for longer than this one was willing to wait. */
    MIGRATION_LOCKED,
    /** A change set failed; the ones before it are applied, and it left nothing behind. */
    MIGRATION_FAILED,
    /** A mode other than those of {@link MigrationMode} was asked for. */
    MODE_UNKNOWN
}
