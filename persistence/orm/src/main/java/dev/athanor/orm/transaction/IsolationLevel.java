// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

/** How far a transaction is kept from what others do at the same time. */
public enum IsolationLevel {
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED("read committed"),
    /** All statements see what was committed before the first; a row that others have changed since is not written. */
    REPEATABLE_READ("repeatable read"),
    /** The result is as if the transactions had been done one after the other; what would not be so is refused. */
    SERIALIZABLE("serializable");

    private final String sql;

    IsolationLevel(String sql) {
        this.sql = sql;
    }

    /** As SQL writes it. */
    public String sql() {
        return sql;
    }
}
