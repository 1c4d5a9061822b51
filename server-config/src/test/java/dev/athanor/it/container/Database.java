// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.TestServerSession;
import java.sql.Connection;
import java.sql.SQLException;

/** The database of the server, for tests that run beside it. */
final class Database {
    private Database() {}

    static void execute(String sql) {
        try {
            TestServerSession.server().execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** One that is beside all of the server's. */
    static Connection connection() throws SQLException {
        return TestServerSession.server().connectToData();
    }

    /** The number that a query gives. */
    static long number(String query) {
        try {
            return TestServerSession.server().count(query);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
