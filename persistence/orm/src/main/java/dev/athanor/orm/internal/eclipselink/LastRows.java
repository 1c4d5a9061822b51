// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows that a transaction writes when it commits, after all else. Those that are equal write theirs together.
 *
 * @param <R> what is known of a row
 */
public interface LastRows<R> {
    /** Writes all of a transaction, in the order in which they were given. */
    void write(Connection connection, List<R> rows) throws SQLException;
}
