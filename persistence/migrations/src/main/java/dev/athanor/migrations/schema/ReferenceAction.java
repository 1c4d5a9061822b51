// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

/** What becomes of rows whose target is deleted, or has another key. */
public enum ReferenceAction {
    /** It is refused at the end of the statement, or later. */
    NO_ACTION("no action"),
    /** It is refused. */
    RESTRICT("restrict"),
    /** They go, or change, with it. */
    CASCADE("cascade"),
    /** They refer to nothing. */
    SET_NULL("set null"),
    /** They refer to what their default says. */
    SET_DEFAULT("set default");

    private final String sql;

    ReferenceAction(String sql) {
        this.sql = sql;
    }

    /** As SQL has it. */
    public String sql() {
        return sql;
    }
}
