// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

/** When a change has its place: what others stand on goes last, and comes first. */
enum Phase {
    MAKE_SCHEMAS,
    RENAME_OBJECTS,
    DROP_REFERENCES,
    DROP_CONSTRAINTS,
    RENAME,
    DROP_TABLES,
    DROP_COMPUTED,
    DROP_COLUMNS,
    MAKE_TYPES,
    CHANGE_TYPES,
    CHANGE_COLUMNS,
    MAKE_TABLES,
    MAKE_COLUMNS,
    MAKE_COMPUTED,
    MAKE_CONSTRAINTS,
    MAKE_REFERENCES,
    COMMENT,
    DROP_TYPES
}
