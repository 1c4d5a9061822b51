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
    /** The connection does not lead to the session that holds the lock any more. */
    SESSION_CHANGED,
    /** A migration of rows does not go both ways, or is not what a changelog says that it is. */
    DATA_MIGRATION_INVALID,
    /** The schema of a database could not be read. */
    SCHEMA_UNREADABLE,
    /** PostgreSQL refuses a part of the schema that is wanted. */
    SCHEMA_REFUSED,
    /** The user may not make the schemas in which what is wanted is tried out. */
    SCRATCH_FORBIDDEN,
    /** The entities say something about their schema that cannot be. */
    MODEL_INVALID,
    /** A mode other than those of {@link MigrationMode} was asked for. */
    MODE_UNKNOWN
}
