// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

/** When a constraint is checked. */
public enum Deferral {
    /** By each statement. */
    NONE(""),
    /** By each statement, unless a transaction says otherwise. */
    DEFERRABLE(" deferrable"),
    /** At the end of the transaction, unless it says otherwise. */
    DEFERRED(" deferrable initially deferred");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /** As SQL has it, after a blank. */
    public String sql() {
        return sql;
    }
}
