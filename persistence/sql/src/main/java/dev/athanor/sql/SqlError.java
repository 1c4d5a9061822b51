// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/** What can be wrong with a statement or its result; {@code docs/errors.md} has a section for each. */
public enum SqlError {
    /** A name is empty, too long for PostgreSQL, or holds a character that it does not store. */
    NAME_INVALID,
    /** A null was given where a value belongs. */
    NULL_VALUE,
    /** A value of a subquery that is selected has no name to refer to it by. */
    LABEL_MISSING,
    /** Nothing is selected, or a source is missing, given twice, or not connected to the others. */
    STATEMENT_INVALID,
    /** A record's components do not fit what is selected. */
    RECORD_MISMATCH,
    /** There is no row where one was wanted. */
    NO_ROW,
    /** There are several rows where one was wanted. */
    SEVERAL_ROWS,
    /** The database refused the statement. */
    EXECUTION_FAILED
}
