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
    /** Locks of others were in a change set's way for too long; it left nothing behind, and may be tried again. */
    MIGRATION_HINDERED,
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
    /** A directory of revisions cannot be read or written, or is not one. */
    DIRECTORY_UNUSABLE,
    /** Revisions do not fit together, or a file is none. */
    REVISIONS_INVALID,
    /** There is no revision of a name, or not so many. */
    REVISION_UNKNOWN,
    /** A name, or a number of steps, could be several revisions. */
    REVISION_AMBIGUOUS,
    /** Several revisions have no revision after them, and one is needed. */
    SEVERAL_HEADS,
    /** A database has revisions that the directory has not. */
    REVISION_MISSING,
    /** A revision was expected to be applied, and is not. */
    REVISION_NOT_APPLIED,
    /** A database is not at the last revision, or a baseline is not the first. */
    NOT_AT_HEAD,
    /** A change set was edited after it was applied. */
    CHANGE_SET_ALTERED,
    /** A change set does not say how it is taken back. */
    IRREVERSIBLE,
    /** A change set is nothing that can be written as a script. */
    NOT_SCRIPTABLE,
    /** Something that is gone may have been renamed, and nobody says. */
    RENAME_UNDECIDED,
    /** An answer about renames names what is not there, or not wanted. */
    RENAME_UNKNOWN,
    /** A mode other than those of {@link MigrationMode} was asked for. */
    MODE_UNKNOWN
}
