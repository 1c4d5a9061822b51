// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.MigrationError;

/** What a command ends with; {@code docs/migrations.md} has a table of them. */
final class ExitCode {
    static final int OK = 0;
    static final int DIFFERENT = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int LOCKED = 4;
    static final int FAILED = 5;
    static final int REVISIONS = 6;
    static final int SCHEMA = 7;
    static final int UNEXPECTED = 70;

    private ExitCode() {}

    static int of(MigrationError error) {
        return switch (error) {
            case DATABASE_UNREACHABLE -> UNREACHABLE;
            case MIGRATION_LOCKED -> LOCKED;
            case MIGRATION_FAILED, MIGRATION_HINDERED, SESSION_CHANGED -> FAILED;
            case SCHEMA_UNREADABLE, SCHEMA_REFUSED, SCRATCH_FORBIDDEN, MODEL_INVALID -> SCHEMA;
            case MODE_UNKNOWN, RENAME_UNDECIDED, RENAME_UNKNOWN -> USAGE;
            case CHANGELOG_UNREADABLE,
                    DATA_MIGRATION_INVALID,
                    DIRECTORY_UNUSABLE,
                    REVISIONS_INVALID,
                    REVISION_UNKNOWN,
                    REVISION_AMBIGUOUS,
                    SEVERAL_HEADS,
                    REVISION_MISSING,
                    REVISION_NOT_APPLIED,
                    NOT_AT_HEAD,
                    CHANGE_SET_ALTERED,
                    IRREVERSIBLE,
                    NOT_SCRIPTABLE -> REVISIONS;
        };
    }
}
