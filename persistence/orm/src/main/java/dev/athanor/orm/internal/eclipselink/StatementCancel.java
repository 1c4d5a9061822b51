// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.internal.bulk.DriverCancel;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Cancels the statement that runs on a connection, from another thread. */
interface StatementCancel {
    /** Sends it; when this returns, the database has told the statement's process. */
    void send() throws SQLException;

    /**
     * By the driver, or by another connection if the driver's classes are not those that the application sees.
     *
     * @param others whose connections can be asked
     */
    static StatementCancel of(Connection connection, SessionFactory others) {
        try {
            try {
                if (DriverCancel.isPossible(connection)) {
                    DriverCancel driver = DriverCancel.of(connection);
                    return driver::send;
                }
            } catch (NoClassDefFoundError e) {
                return byOthers(connection, others);
            }
            return byOthers(connection, others);
        } catch (SQLException e) {
            throw SqlException.of(e, "");
        }
    }

    private static StatementCancel byOthers(Connection connection, SessionFactory others) throws SQLException {
        int process = process(connection);
        return () -> others.<Boolean, RuntimeException>read(
                session -> session.one(selectValue(func("pg_cancel_backend", SqlTypes.BOOLEAN, process))));
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            return result.getInt(1);
        }
    }
}
